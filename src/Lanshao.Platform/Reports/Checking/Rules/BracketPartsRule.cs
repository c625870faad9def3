using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>清理违建三处（甲水库二处、乙水库一处）: brackets that give every name a number of the same unit leave nothing out.</summary>
internal static class BracketPartsRule
{
    private const int LongestName = 16;
    private static readonly string[] Open = ["等", "其中", "含", "包括", "年", "月", "同期", "比", "计划", "目标", "任务", "标准", "另", "最", "以上", "以下", "主要"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count > 2))
        {
            foreach (var whole in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit: not null } && !figure.IsShare()))
            {
                CheckBracket(sentence, whole, log);
            }
        }
    }

    private static void CheckBracket(Sentence sentence, Figure whole, CheckLog log)
    {
        var open = whole.End < sentence.Text.Length && sentence.Text[whole.End] is '（' or '(' ? whole.End + 1 : -1;
        var close = open < 0 ? -1 : sentence.Text.AsSpan(open).IndexOfAny('）', ')');
        var words = close < 0 ? "" : sentence.Text[open..(open + close)];
        var parts = words.Length == 0 || Headings.Has(words, Open) ? [] : sentence.Figures.Where(figure => figure.Start >= open && figure.End <= open + close).ToList();
        var members = parts.Count < 2 ? [] : words.Split('、');
        if (members.Length < 2 || members.Length != parts.Count || parts[^1].End != open + close || !parts.TrueForAll(part => part is { IsPlain: true, IsOrdinal: false } && part.Unit?.Name == whole.Unit!.Name && part.Value < whole.Value * 100m) || !Array.TrueForAll(members, IsNamed) || HasOther(sentence, whole))
        {
            return;
        }

        var sum = parts.Aggregate(NumberInterval.Of(0m), (total, part) => total.Plus(part.Rounded));
        if (sum.Overlaps(whole.Rounded))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, parts.Select(part => sentence.Quote(part)), sentence.Quote(whole).Text, Numbers.Like(whole, parts.Sum(part => part.Value)) + whole.UnitText,
            ("working", string.Join("＋", parts.Select(part => Numbers.Plain(part.Value)))));
    }

    // 甲水库二处: letters first, then the number.
    private static bool IsNamed(string member) => member.Length is > 1 and <= LongestName && ChineseText.IsHan(member[0]) && !ChineseNumber.IsNumeral(member[0]);

    // 甲镇、乙镇两地各3处（…）: of each, not of all.
    private static bool HasOther(Sentence sentence, Figure whole) => Headings.Has(sentence.ClauseBefore(whole.Start), "各", "均", "分别") || Directions.Before(sentence.Text, whole.Start) != 0;
}
