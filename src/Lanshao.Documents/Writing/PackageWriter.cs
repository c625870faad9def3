using System.IO.Compression;
using System.Text;

namespace Lanshao.Documents.Writing;

/// <summary>An Office package written part after part: the same parts give the same bytes, and no part is held in memory.</summary>
internal sealed class PackageWriter : IDisposable
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _archive;

    private readonly IReadOnlyList<PackagePart> _parts;
    private readonly string? _openOwner;

    /// <summary>Begins a package.</summary>
    /// <param name="output">Receives the package; left open.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="openOwner">A part that may still find relations to pictures while it is written; <see cref="Complete"/> writes them.</param>
    public PackageWriter(Stream output, IReadOnlyList<PackagePart> parts, string? openOwner = null)
    {
        (_parts, _openOwner) = (parts, openOwner);
        _archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        WriteText("[Content_Types].xml", ContentTypes(parts, openOwner is not null));
        foreach (var owner in parts.Where(part => part.Relation is not null && part.Owner != openOwner).GroupBy(part => part.Owner, StringComparer.Ordinal))
        {
            WriteText(RelationsOf(owner.Key), Relations(owner));
        }
    }

    /// <summary>Writes the relations of the part that was left open.</summary>
    /// <param name="found">The parts that it turned out to need; their types are known by their endings.</param>
    public void Complete(IReadOnlyList<PackagePart> found) => WriteText(RelationsOf(_openOwner!), Relations(_parts.Where(part => part.Owner == _openOwner && part.Relation is not null).Concat(found)));

    /// <summary>Opens a part for writing; the one before must be closed.</summary>
    public Stream Open(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = FixedTime;
        return entry.Open();
    }

    public void WriteText(string name, string xml)
    {
        using var part = Open(name);
        part.Write(Encoding.UTF8.GetBytes(Declaration));
        part.Write(Encoding.UTF8.GetBytes(xml));
    }

    public void Dispose() => _archive.Dispose();

    private static string RelationsOf(string owner)
    {
        var cut = owner.LastIndexOf('/') + 1;
        return $"{owner[..cut]}_rels/{owner[cut..]}.rels";
    }

    private static string ContentTypes(IReadOnlyList<PackagePart> parts, bool mayHavePictures)
    {
        var xml = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + (mayHavePictures ? "<Default Extension=\"emf\" ContentType=\"image/x-emf\"/>" : string.Empty));
        foreach (var part in parts)
        {
            xml.Append("<Override PartName=\"/").Append(part.Name).Append("\" ContentType=\"").Append(part.ContentType).Append("\"/>");
        }

        return xml.Append("</Types>").ToString();
    }

    private static string Relations(IEnumerable<PackagePart> parts)
    {
        var xml = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        foreach (var part in parts)
        {
            xml.Append("<Relationship Id=\"").Append(part.Id).Append("\" Type=\"").Append(part.Relation).Append("\" Target=\"/").Append(part.Name).Append("\"/>");
        }

        return xml.Append("</Relationships>").ToString();
    }
}

/// <summary>A part of an Office package and the relation by which its owner finds it.</summary>
/// <param name="Name">Name in the package, without a leading slash.</param>
/// <param name="ContentType">The content type.</param>
/// <param name="Id">The relation's id; unique within the owner.</param>
/// <param name="Relation">The relation's type; <see langword="null"/> for none.</param>
/// <param name="Owner">The part that refers to it; empty for the package itself.</param>
internal sealed record PackagePart(string Name, string ContentType, string Id, string? Relation, string Owner = "");
