namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>The names that a statement gives behind its number: 2个上升（甲镇、乙镇）, 2个，分别为甲镇、乙镇.</summary>
internal static class NamedList
{
    private static readonly string[] Leads = ["，分别为", "，分别是", "，为", "，是", "（分别为", "（", "(", "："];

    /// <summary>Reads the list behind a place; empty where no list of names stands there.</summary>
    public static (string Text, IReadOnlyList<TableLine> Lines) Read(CheckedDocument document, TableView table, Sentence sentence, int at)
    {
        var start = at;
        // 3个下降、1个持平（甲街道）: the bracket belongs to the second.
        while (start < sentence.Text.Length && start - at <= 12 && sentence.Text[start] is not ('，' or '（' or '(' or '：' or '、' or (>= '0' and <= '9')))
        {
            start++;
        }

        var lead = start >= sentence.Text.Length ? null : Array.Find(Leads, word => sentence.Text.AsSpan(start).StartsWith(word));
        if (lead is null)
        {
            return ("", []);
        }

        var from = start + lead.Length;
        var stop = sentence.Text.AsSpan(from).IndexOfAny("，；）)".AsSpan());
        var text = sentence.Text[from..(stop < 0 ? sentence.Text.Length : from + stop)];
        var lines = document.Mentions(table, text).Select(mention => mention.Line).Distinct().ToList();
        return lines.Count > 0 && lines.Count == ProseText.CountOfList(text) ? (text, lines) : ("", []);
    }
}
