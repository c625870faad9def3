using System.Reflection;

namespace Lanshao.Documents.Writing;

/// <summary>The parts that are the same in every file; they stand as XML in the folder <c>Parts</c>.</summary>
internal static class Parts
{
    public static string Read(string name)
    {
        var resource = $"{typeof(Parts).Namespace}.Parts.{name}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource) ?? throw new InvalidOperationException(resource);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
