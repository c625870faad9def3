namespace Lanshao.Documents.Language;

/// <summary>What stands between the two ends of a range: 6—9月, 2至3万辆.</summary>
internal static class RangeDash
{
    /// <summary>Returns how many characters the dash at the place has; 0 where there is none.</summary>
    public static int LengthAt(string text, int at)
    {
        if (at >= text.Length)
        {
            return 0;
        }

        return text[at] switch
        {
            '—' or '―' => at + 1 < text.Length && text[at + 1] == text[at] ? 2 : 1,
            '-' or '–' or '~' or '～' or '－' or '至' or '到' => 1,
            _ => 0,
        };
    }
}
