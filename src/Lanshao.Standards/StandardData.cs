using System.Text.Json;

namespace Lanshao.Standards;

/// <summary>The dated JSON files that ship inside the library.</summary>
internal static class StandardData
{
    public static JsonElement Read(string file)
    {
        using var stream = typeof(StandardData).Assembly.GetManifestResourceStream("Lanshao.Standards.Data." + file) ?? throw new InvalidOperationException($"{file} is not inside the library.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
