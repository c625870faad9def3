using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Days by grade of air quality: 181天中，优54天、良97天，优良天数合计151天；轻度污染24天、中度污染5天、重度污染1天. 优 and 良 make 优良, all grades make the days that are declared.</summary>
internal static class DayGradesRule
{
    private const string Good = "优良";
    private const string Excellent = "优";
    private const string Fair = "良";
    private const string Whole = "有效";
    private const string Heavy = "重度";
    private const string Severe = "严重";
    private static readonly string[] Lower = ["轻度", "中度", Heavy, Severe];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var run in document.Passages.Where(passage => passage.Table is null).SelectMany(passage => passage.Runs()))
        {
            // A grade with two values speaks of two times.
            var days = run.SelectMany(DaysOf).GroupBy(day => day.Grade).ToList();
            if (days.Count > 2 && days.TrueForAll(grade => !grade.Skip(1).Any()))
            {
                CheckRun(days.ToDictionary(grade => grade.Key, grade => grade.First(), StringComparer.Ordinal), log);
            }
        }
    }

    private static IEnumerable<Days> DaysOf(Sentence sentence) =>
        from figure in sentence.Figures
        where figure is { IsPlain: true, IsOrdinal: false, Unit.Name: "天" } && Directions.Before(sentence.Text, figure.Start) == 0
        let grade = GradeOf(sentence, figure)
        where grade is not null
        select new Days(grade, sentence, figure);

    private static string? GradeOf(Sentence sentence, Figure figure)
    {
        var label = sentence.LabelOf(figure);
        var lower = Array.FindAll(Lower, label.Contains);
        return Headings.Has(label, "去年", "上年", "同期", "目标", "增", "减", "多", "少") ? null
            : lower.Length > 0 ? lower.Length == 1 && (!Headings.Has(label, "以上") || lower[0] == Heavy) ? lower[0] : null
            : Headings.Has(label, Good, "达标天") ? Good
            : label.EndsWith(Excellent, StringComparison.Ordinal) || Headings.Has(label, "优级", "一级") ? Excellent
            : label.EndsWith(Fair, StringComparison.Ordinal) || Headings.Has(label, "良级", "二级") ? Fair
            : Headings.Has(label, Whole, "为期", "持续", "历时") || sentence.Behind(figure.End, 1) == "中" ? Whole : null;
    }

    private static void CheckRun(Dictionary<string, Days> days, CheckLog log)
    {
        if (days.TryGetValue(Excellent, out var excellent) && days.TryGetValue(Fair, out var fair) && days.TryGetValue(Good, out var good))
        {
            Compare(good, [excellent, fair], Severity.Error, log);
        }

        var lower = Array.FindAll(Lower, days.ContainsKey);
        Days[] upper = days.TryGetValue(Good, out var both) ? [both] : [.. new[] { Excellent, Fair }.Where(days.ContainsKey).Select(grade => days[grade])];
        if (upper.Length > 0 && lower.Length > 2 && days.TryGetValue(Whole, out var whole))
        {
            Days[] parts = [.. upper, .. lower.Select(grade => days[grade])];
            // Where no severe days are named, they may have been left out; 重度及以上 has them.
            Compare(whole, parts, lower.Length == Lower.Length || (days.TryGetValue(Heavy, out var heavy) && heavy.Sentence.LabelOf(heavy.Figure).Contains("以上", StringComparison.Ordinal)) || parts.Sum(part => part.Figure.Value) > whole.Figure.Value ? Severity.Error : Severity.Warning, log);
        }
    }

    private static void Compare(Days whole, Days[] parts, Severity severity, CheckLog log)
    {
        var sum = parts.Sum(part => part.Figure.Value);
        if (sum == whole.Figure.Value)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, severity, whole.Sentence.Spot, parts.Select(part => part.Sentence.Quote(part.Figure)), whole.Sentence.Quote(whole.Figure).Text, Numbers.Plain(sum) + "天",
            ("working", string.Join("＋", parts.Select(part => Numbers.Plain(part.Figure.Value)))));
    }

    private sealed record Days(string Grade, Sentence Sentence, Figure Figure);
}
