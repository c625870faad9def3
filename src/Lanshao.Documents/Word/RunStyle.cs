using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>What a run's properties say, as far as it is read.</summary>
/// <param name="IsHidden">The text is not printed.</param>
/// <param name="SymbolFont">The font, where its characters are symbols; else <see langword="null"/>.</param>
/// <param name="IsNoteMark">What follows in the run is a note's own mark.</param>
internal readonly record struct RunStyle(bool IsHidden, string? SymbolFont, bool IsNoteMark)
{
    public static RunStyle Read(GuardedXml xml, WordContext context)
    {
        var style = default(RunStyle);
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            style = xml.Name switch
            {
                "vanish" => style with { IsHidden = xml.IsOn() },
                "rStyle" => style with { IsHidden = style.IsHidden || context.Styles.Of(xml.Attribute("val") ?? "").IsHidden },
                "rFonts" => style with { SymbolFont = SymbolFonts.Known(xml.Attribute("ascii") ?? xml.Attribute("hAnsi")) },
                _ => style,
            };
        }

        return style;
    }
}
