using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Lanshao.Documents.Charts;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Writing;

/// <summary>Writes a Word file from outside anew with a changed main part: the same styles, pictures and pages; macros, embedded files, links out and fields that fetch something are left out.</summary>
internal static class ForeignWord
{
    private const string CommentsPart = "word/lanshao-comments.xml";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private const string CommentsRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private const string ImageRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly string[] KeptRelations =
        ["officeDocument", "styles", "numbering", "fontTable", "theme", "settings", "webSettings", "footnotes", "endnotes", "header", "footer", "image", "core-properties", "extended-properties", "comments"];

    /// <summary>The parts of a foreign file that a change may look at.</summary>
    /// <param name="Main">The document, already clean; to be changed in place.</param>
    /// <param name="Styles">The styles; <see langword="null"/> for none.</param>
    /// <param name="Comments">The comments that the file has; <see langword="null"/> for none.</param>
    /// <param name="HeaderText">What stands in the heads of the pages.</param>
    public sealed record Parts(XDocument Main, XDocument? Styles, XDocument? Comments, string HeaderText)
    {
        /// <summary>Gets the charts that the change put into the document, under their <see cref="PictureId"/>.</summary>
        public List<ChartDrawing> Charts { get; } = [];
    }

    /// <summary>Returns the relation of a chart that was put in, from 1; no other program names one so.</summary>
    public static string PictureId(int number) => string.Create(CultureInfo.InvariantCulture, $"rIdLanshaoChart{number}");

    /// <summary>Writes the file anew.</summary>
    /// <param name="file">The bytes of a .docx file.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <param name="change">Changes the document; returns the comments that the file shall have instead of its own, or <see langword="null"/> to leave them.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>The bytes of the new file.</returns>
    public static byte[] Rewrite(byte[] file, DocumentLimits? limits, Func<Parts, XDocument?> change, CancellationToken ct) => Foreign.Read("word", () =>
    {
        using var archive = GuardedArchive.Open(new MemoryStream(file, writable: false), "document", limits ?? DocumentLimits.Default, ct);
        var (main, opened) = OpenParts(archive);
        var parts = KeptParts(archive);
        var comments = change(opened);

        using var written = new MemoryStream();
        using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            Save(zip, "[Content_Types].xml", ContentTypes(archive, parts, main, comments is not null, opened.Charts.Count));
            Save(zip, main, opened.Main);
            if (comments is not null)
            {
                Save(zip, CommentsPart, comments);
            }

            foreach (var name in parts.Where(name => name != main && !(comments is not null && IsComments(archive, main, name))))
            {
                Copy(archive, zip, name, ct);
            }

            foreach (var (index, chart) in opened.Charts.Index())
            {
                using var picture = Entry(zip, PicturePart(index + 1)).Open();
                picture.Write(ChartPicture.Write(chart));
            }

            WriteRelations(archive, zip, parts, main, comments is not null, opened.Charts.Count);
        }

        return written.ToArray();
    });

    /// <summary>Looks at the parts of a foreign file without writing it.</summary>
    public static T Look<T>(byte[] file, DocumentLimits? limits, Func<Parts, T> look, CancellationToken ct) => Foreign.Read("word", () =>
    {
        using var archive = GuardedArchive.Open(new MemoryStream(file, writable: false), "document", limits ?? DocumentLimits.Default, ct);
        return look(OpenParts(archive).Parts);
    });

    private static (string Main, Parts Parts) OpenParts(GuardedArchive archive)
    {
        var main = PackageFormat.MainPart(archive) ?? throw Refuse.Damaged("_rels/.rels");
        var document = Load(archive, main);
        WordCleaning.Clean(document, DroppedLinks(archive, main));
        return (main, new(document, Related(archive, main, "styles"), Related(archive, main, "comments"), HeaderText(archive, main)));
    }

    private static string HeaderText(GuardedArchive archive, string main) =>
        string.Concat(PackageRelationships.Of(archive, main).Where(link => link.Kind == "header" && !link.IsExternal && archive.Contains(link.Target)).Select(link => Load(archive, link.Target).Root!.Value));

    // What is reached from the package by known relations, within the file.
    private static List<string> KeptParts(GuardedArchive archive)
    {
        var kept = new List<string>();
        var open = new Queue<string>([""]);
        while (open.TryDequeue(out var owner))
        {
            foreach (var link in PackageRelationships.Of(archive, owner).Where(link => !link.IsExternal && Array.IndexOf(KeptRelations, link.Kind) >= 0 && archive.Contains(link.Target)))
            {
                if (!kept.Contains(link.Target, StringComparer.OrdinalIgnoreCase))
                {
                    kept.Add(link.Target);
                    open.Enqueue(link.Target);
                }
            }
        }

        return kept;
    }

    private static HashSet<string> DroppedLinks(GuardedArchive archive, string part) =>
        RelationsOf(archive, part) is not { } relations ? [] : [.. relations.Root!.Elements().Where(link => !IsKept(link)).Select(link => (string?)link.Attribute("Id") ?? "")];

    private static bool IsKept(XElement link) =>
        (string?)link.Attribute("TargetMode") != "External" && (string?)link.Attribute("Type") is { } type && Array.IndexOf(KeptRelations, type[(type.LastIndexOf('/') + 1)..]) >= 0;

    private static bool IsComments(GuardedArchive archive, string main, string name) =>
        PackageRelationships.Of(archive, main).Exists(link => link.Kind == "comments" && string.Equals(link.Target, name, StringComparison.OrdinalIgnoreCase));

    private static XDocument? Related(GuardedArchive archive, string main, string kind) =>
        PackageRelationships.Of(archive, main).Find(link => link.Kind == kind && !link.IsExternal) is { } found && archive.Contains(found.Target) ? Load(archive, found.Target) : null;

    private static XDocument Load(GuardedArchive archive, string name)
    {
        using var bytes = new MemoryStream(archive.ReadAll(name) ?? throw Refuse.Damaged(name));
        return GuardedXml.Tree(bytes);
    }

    private static void Copy(GuardedArchive archive, ZipArchive zip, string name, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(archive.ReadAll(name));
            return;
        }

        var part = Load(archive, name);
        WordCleaning.Clean(part, DroppedLinks(archive, name));
        Save(zip, name, part);
    }

    private static void WriteRelations(GuardedArchive archive, ZipArchive zip, List<string> parts, string main, bool withComments, int charts)
    {
        foreach (var owner in parts.Prepend(""))
        {
            var addsComments = withComments && owner == main;
            var relations = RelationsOf(archive, owner) ?? (addsComments || (owner == main && charts > 0) ? new XDocument(new XElement(Links + "Relationships")) : null);
            if (relations is null)
            {
                continue;
            }

            relations.Root!.Elements().Where(link => !IsKept(link) || (addsComments && ((string?)link.Attribute("Type"))!.EndsWith("/comments", StringComparison.Ordinal))).Remove();
            if (addsComments)
            {
                relations.Root.Add(new XElement(Links + "Relationship", new XAttribute("Id", "rIdLanshaoComments"), new XAttribute("Type", CommentsRelation), new XAttribute("Target", "/" + CommentsPart)));
            }

            if (owner == main)
            {
                relations.Root.Add(Enumerable.Range(1, charts).Select(number => new XElement(Links + "Relationship", new XAttribute("Id", PictureId(number)), new XAttribute("Type", ImageRelation), new XAttribute("Target", "/" + PicturePart(number)))));
            }

            Save(zip, RelationsName(owner), relations);
        }
    }

    private static XDocument? RelationsOf(GuardedArchive archive, string owner) => archive.Contains(RelationsName(owner)) ? Load(archive, RelationsName(owner)) : null;

    private static string RelationsName(string owner)
    {
        var cut = owner.LastIndexOf('/') + 1;
        return $"{owner[..cut]}_rels/{owner[cut..]}.rels";
    }

    private static XDocument ContentTypes(GuardedArchive archive, List<string> parts, string main, bool withComments, int charts)
    {
        var types = Load(archive, "[Content_Types].xml");
        var kept = parts.Select(part => "/" + part).ToHashSet(StringComparer.OrdinalIgnoreCase);
        types.Root!.Elements(Types + "Override").Where(type => !kept.Contains((string?)type.Attribute("PartName") ?? "")).Remove();
        foreach (var type in types.Root.Elements(Types + "Override").Where(type => string.Equals((string?)type.Attribute("PartName"), "/" + main, StringComparison.OrdinalIgnoreCase)))
        {
            type.SetAttributeValue("ContentType", MainType);
        }

        if (withComments)
        {
            types.Root.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + CommentsPart), new XAttribute("ContentType", CommentsType)));
        }

        types.Root.Add(Enumerable.Range(1, charts).Select(number => new XElement(Types + "Override", new XAttribute("PartName", "/" + PicturePart(number)), new XAttribute("ContentType", "image/x-emf"))));
        return types;
    }

    private static string PicturePart(int number) => string.Create(CultureInfo.InvariantCulture, $"word/media/lanshao-chart{number}.emf");

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry;
    }

    private static void Save(ZipArchive zip, string name, XDocument part)
    {
        using var bytes = Entry(zip, name).Open();
        using var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        part.Save(writer);
    }
}
