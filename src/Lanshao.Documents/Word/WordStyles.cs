using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>What a style gives to the paragraphs and runs that name it.</summary>
internal sealed record WordStyle(string? Name, string? BasedOn, int? OutlineLevel, ParagraphAlignment Alignment, int? NumberId, int? NumberLevel, bool IsHidden)
{
    public static readonly WordStyle None = new(null, null, null, ParagraphAlignment.Unstated, null, null, false);
}

/// <summary>The styles of a document, with what they take over from those that they are based on.</summary>
internal sealed class WordStyles
{
    private const int DeepestChain = 16;
    private readonly Dictionary<string, WordStyle> _styles = new(StringComparer.Ordinal);

    public static WordStyles Read(GuardedXml? part)
    {
        var styles = new WordStyles();
        using var xml = part;
        if (xml is null)
        {
            return styles;
        }

        xml.ReadRoot();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "style" && xml.Attribute("styleId") is { } id)
            {
                styles._styles[id] = ReadStyle(xml);
            }
        }

        xml.Finish();
        return styles;
    }

    /// <summary>Returns a style with what it inherits.</summary>
    public WordStyle Of(string id)
    {
        if (!_styles.TryGetValue(id, out var style))
        {
            return WordStyle.None;
        }

        var whole = style;
        for (var level = 0; level < DeepestChain && style.BasedOn is { } based && _styles.TryGetValue(based, out var parent); level++)
        {
            whole = whole with
            {
                OutlineLevel = whole.OutlineLevel ?? parent.OutlineLevel,
                Alignment = whole.Alignment == ParagraphAlignment.Unstated ? parent.Alignment : whole.Alignment,
                NumberId = whole.NumberId ?? parent.NumberId,
                NumberLevel = whole.NumberLevel ?? parent.NumberLevel,
                IsHidden = whole.IsHidden || parent.IsHidden,
            };
            style = parent;
        }

        return whole;
    }

    private static WordStyle ReadStyle(GuardedXml xml)
    {
        var style = WordStyle.None;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            style = xml.Name switch
            {
                "name" => style with { Name = xml.Attribute("val") },
                "basedOn" => style with { BasedOn = xml.Attribute("val") },
                "pPr" => With(style, ParagraphProperties.Read(xml)),
                "rPr" => style with { IsHidden = ReadHidden(xml) },
                _ => style,
            };
        }

        return style;
    }

    private static WordStyle With(WordStyle style, ParagraphProperties properties) => style with
    {
        OutlineLevel = properties.OutlineLevel,
        Alignment = properties.Alignment,
        NumberId = properties.NumberId,
        NumberLevel = properties.NumberLevel,
    };

    private static bool ReadHidden(GuardedXml xml)
    {
        var isHidden = false;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            isHidden = xml.Name == "vanish" ? xml.IsOn() : isHidden;
        }

        return isHidden;
    }
}
