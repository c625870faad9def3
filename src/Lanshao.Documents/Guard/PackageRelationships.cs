namespace Lanshao.Documents.Guard;

/// <summary>One relationship of an Office Open XML package.</summary>
/// <param name="Source">The part that it belongs to; empty for the package.</param>
/// <param name="Id">Its name within the part.</param>
/// <param name="Kind">Last word of its type, e.g. <c>officeDocument</c>.</param>
/// <param name="Target">The part meant, or the address if it leads out of the file.</param>
/// <param name="IsExternal">Whether it leads out of the file.</param>
internal sealed record PackageRelationship(string Source, string Id, string Kind, string Target, bool IsExternal);

/// <summary>Reads the relationships of packages; nothing that leads out of the file is ever followed.</summary>
internal static class PackageRelationships
{
    private const string Folder = "_rels/";
    private const string Extension = ".rels";

    /// <summary>Returns the relationships of a part; of the package where the part is empty.</summary>
    public static List<PackageRelationship> Of(GuardedArchive archive, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return Read(archive, string.Concat(part.AsSpan(0, slash), Folder, part.AsSpan(slash), Extension), part);
    }

    /// <summary>Returns the relationships of all parts.</summary>
    public static IEnumerable<PackageRelationship> All(GuardedArchive archive) =>
        from name in archive.Names
        where name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && name.Contains(Folder, StringComparison.OrdinalIgnoreCase)
        from relationship in Read(archive, name, SourceOf(name))
        select relationship;

    private static string SourceOf(string name)
    {
        var folder = name.LastIndexOf(Folder, StringComparison.OrdinalIgnoreCase);
        return string.Concat(name.AsSpan(0, folder), name.AsSpan(folder + Folder.Length, name.Length - folder - Folder.Length - Extension.Length));
    }

    private static List<PackageRelationship> Read(GuardedArchive archive, string name, string source)
    {
        var relationships = new List<PackageRelationship>();
        using var xml = archive.OpenXml(name);
        if (xml is null)
        {
            return relationships;
        }

        xml.ReadRoot();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            relationships.Add(Make(xml, source));
        }

        xml.Finish();
        return relationships;
    }

    private static PackageRelationship Make(GuardedXml xml, string source)
    {
        var type = xml.Attribute("Type") ?? "";
        var target = xml.Attribute("Target") ?? "";
        var isExternal = string.Equals(xml.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
        return new PackageRelationship(source, xml.Attribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], isExternal ? target : Resolve(source, target), isExternal);
    }

    // Targets are relative to the part's folder; a target that would leave the package names no entry and is simply not found.
    private static string Resolve(string source, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var segments = new List<string>(source.Split('/')[..^1]);
        foreach (var segment in target.Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
