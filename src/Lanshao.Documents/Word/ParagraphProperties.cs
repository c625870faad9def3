using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>What a paragraph's properties say, as far as it is read.</summary>
internal readonly record struct ParagraphProperties(
    string? StyleId, int? OutlineLevel, ParagraphAlignment Alignment, int? NumberId, int? NumberLevel, bool IsMarkGone)
{
    /// <summary>Reads <c>pPr</c>; what stood there before a tracked change is skipped with its element.</summary>
    public static ParagraphProperties Read(GuardedXml xml)
    {
        var properties = default(ParagraphProperties);
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            properties = xml.Name switch
            {
                "pStyle" => properties with { StyleId = xml.Attribute("val") },
                "outlineLvl" => properties with { OutlineLevel = OutlineOf(xml) },
                "jc" => properties with { Alignment = AlignmentOf(xml) },
                "numPr" => ReadNumber(xml, properties),
                "rPr" => properties with { IsMarkGone = IsMarkGoneIn(xml) },
                _ => properties,
            };
        }

        return properties;
    }

    public static int? OutlineOf(GuardedXml xml) => xml.IntegerAttribute("val") is >= 0 and <= 8 and var level ? level + 1 : null;

    public static ParagraphAlignment AlignmentOf(GuardedXml xml) => xml.Attribute("val") switch
    {
        "left" or "start" => ParagraphAlignment.Left,
        "center" => ParagraphAlignment.Center,
        "right" or "end" => ParagraphAlignment.Right,
        "both" or "distribute" or "thaiDistribute" => ParagraphAlignment.Justified,
        _ => ParagraphAlignment.Unstated,
    };

    private static ParagraphProperties ReadNumber(GuardedXml xml, ParagraphProperties properties)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            properties = xml.Name switch
            {
                "ilvl" => properties with { NumberLevel = xml.IntegerAttribute("val") },
                "numId" => properties with { NumberId = xml.IntegerAttribute("val") },
                _ => properties,
            };
        }

        return properties;
    }

    // The mark is gone where its deletion is tracked, or where it is hidden: then the next paragraph runs on in the same line.
    private static bool IsMarkGoneIn(GuardedXml xml)
    {
        var isGone = false;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            isGone |= xml.Name is "del" or "moveFrom" || (xml.Name == "vanish" && xml.IsOn());
        }

        return isGone;
    }
}
