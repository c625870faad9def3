using System.Text.Json;

namespace Lanshao.Libraries.Tests.Standards;

/// <summary>Worked cases of the reference folder.</summary>
internal static class Example
{
    public static JsonElement Read(params string[] path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Reference.File(["standards", .. path])));
        return document.RootElement.Clone();
    }
}
