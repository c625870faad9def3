using System.Reflection;

namespace Lanshao.Documents.Writing;

/// <summary>The parts that are the same in every file; they stand as XML in the folder <c>Parts</c>.</summary>
internal static class Parts
{
    public static string Read(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>Returns the part's bytes; the caller disposes them.</summary>
    public static Stream Open(string name)
    {
        var resource = $"{typeof(Parts).Namespace}.Parts.{name}";
        return Assembly.GetExecutingAssembly().GetManifestResourceStream(resource) ?? throw new InvalidOperationException(resource);
    }
}
