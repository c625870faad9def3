using System.Globalization;
using System.Xml.Linq;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Writing;

/// <summary>Word templates whose content controls (<c>w:sdt</c>) are filled by their tags. Fonts, order and added words are those of the template; nothing active goes on.</summary>
public static class ControlledWord
{
    private const int LongestTag = 64;

    /// <summary>Makes a template: the page and styles of an official document, with the parts as content controls.</summary>
    /// <param name="title">The title in the file's properties.</param>
    /// <param name="mark">A mark in the head of every page; <see langword="null"/> for none.</param>
    /// <param name="parts">The parts in order.</param>
    /// <returns>The file's bytes.</returns>
    public static byte[] Create(string title, string? mark, IReadOnlyList<ControlledPart> parts)
    {
        var shell = WordWriter.Write(new OfficialDocument(title, [new OfficialSection([])]) { Mark = mark });
        return ForeignWord.Rewrite(
            shell,
            null,
            opened =>
            {
                var w = opened.Main.Root!.Name.Namespace;
                var body = opened.Main.Root.Element(w + "body")!;
                body.Elements().Where(element => element.Name != w + "sectPr").Remove();
                var id = 0;
                foreach (var part in parts)
                {
                    var content = WordWriter.Elements(new OfficialSection(part.Blocks));
                    body.Elements(w + "sectPr").First().AddBeforeSelf(part.Tag.Length == 0 ? content : Control(w, part, ++id, content));
                }

                return null;
            },
            CancellationToken.None);
    }

    /// <summary>Reads the controls of a template that have a tag.</summary>
    /// <param name="file">The bytes of a .docx file.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>The controls in the order of the text.</returns>
    /// <exception cref="DocumentRefusedException">The file breaks a rule of the guarded reader.</exception>
    public static IReadOnlyList<WordControl> Read(byte[] file, DocumentLimits? limits = null, CancellationToken ct = default) => ForeignWord.Look<IReadOnlyList<WordControl>>(
        file,
        limits,
        parts =>
        {
            var w = parts.Main.Root!.Name.Namespace;
            return
            [
                .. from control in parts.Main.Descendants(w + "sdt")
                   let tag = TagOf(control, w)
                   where tag.Length > 0
                   select new WordControl(tag, (string?)control.Element(w + "sdtPr")!.Element(w + "alias")?.Attribute(w + "val") ?? string.Empty, TextOf(control, w), Columns(control, w)),
            ];
        },
        ct);

    /// <summary>Fills a template.</summary>
    /// <param name="template">The bytes of a .docx file.</param>
    /// <param name="valueOf">Returns what a tag is filled with; <see langword="null"/> leaves the control as it is.</param>
    /// <param name="mark">What must stand on the pages; put above the text where the template has it nowhere. <see langword="null"/> for nothing.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>The bytes of the filled file.</returns>
    /// <exception cref="DocumentRefusedException">The file breaks a rule of the guarded reader.</exception>
    public static byte[] Fill(byte[] template, Func<string, ControlValue?> valueOf, string? mark = null, DocumentLimits? limits = null, CancellationToken ct = default) => ForeignWord.Rewrite(
        template,
        limits,
        parts =>
        {
            var filling = new ControlFilling(parts);
            foreach (var control in filling.Controls.ToList())
            {
                ct.ThrowIfCancellationRequested();
                if (control.Document is not null && TagOf(control, filling.Word) is { Length: > 0 } tag && valueOf(tag) is { } value)
                {
                    filling.Fill(control, value);
                }
            }

            if (mark is not null && !parts.HeaderText.Contains(mark, StringComparison.Ordinal))
            {
                filling.PutAbove(mark);
            }

            return null;
        },
        ct);

    private static XElement Control(XNamespace w, ControlledPart part, int id, IReadOnlyList<XElement> content) => new(
        w + "sdt",
        new XElement(
            w + "sdtPr",
            new XElement(w + "alias", new XAttribute(w + "val", part.Name)),
            new XElement(w + "tag", new XAttribute(w + "val", part.Tag.Length <= LongestTag ? part.Tag : throw new ArgumentException("A tag has at most 64 characters.", nameof(part)))),
            new XElement(w + "id", new XAttribute(w + "val", id.ToString(CultureInfo.InvariantCulture)))),
        new XElement(w + "sdtContent", content));

    private static string TagOf(XElement control, XNamespace w) => ((string?)control.Element(w + "sdtPr")?.Element(w + "tag")?.Attribute(w + "val"))?.Trim() ?? string.Empty;

    private static string TextOf(XElement control, XNamespace w)
    {
        var text = string.Concat(control.Descendants(w + "t").Select(piece => piece.Value));
        return text.Length <= 100 ? text : text[..100] + "…";
    }

    private static int Columns(XElement control, XNamespace w) => control.Descendants(w + "tbl").FirstOrDefault()?.Elements(w + "tr").LastOrDefault()?.Elements(w + "tc").Count() ?? 0;
}
