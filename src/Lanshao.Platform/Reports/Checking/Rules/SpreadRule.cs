using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>最高为6.8万辆次，…最低为0.9万辆次，两者相差5.9万辆次: the running text prints both ends, so that what is between them must follow from two of its figures.</summary>
internal static class SpreadRule
{
    private const int LongestGap = 4;
    private static readonly string[] Words = ["相差", "极差"];
    private static readonly string[] Both = ["两者", "二者", "最高", "最多", "最大", "第一", "首", "两"];
    private static readonly string[] High = ["最高", "最多", "最大", "首位", "第一", "榜首"];
    private static readonly string[] Low = ["最低", "最少", "最小", "末位", "最后", "末名"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var word in Words)
            {
                var at = sentence.Text.IndexOf(word, StringComparison.Ordinal);
                var gap = at < 0 ? null : sentence.Figures.FirstOrDefault(figure => figure.Start >= at + word.Length && figure.Start - at - word.Length <= LongestGap);
                if (gap is { IsPlain: true, IsOrdinal: false, Unit: not null } && !gap.IsPercent() && (word == "极差" || Headings.Has(sentence.ClauseBefore(at), Both)))
                {
                    CheckGap(document, sentence, at, gap, log);
                }
            }
        }
    }

    private static void CheckGap(CheckedDocument document, Sentence sentence, int at, Figure gap, CheckLog log)
    {
        var run = sentence.Passage.Runs().First(found => found.Contains(sentence)).Where(other => other.Start <= sentence.Start).ToList();
        var ends = run.SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= at) && !figure.IsOrdinal && (figure.IsPlain || other.Before(figure.Start, 2) is "最高" or "最低") && (gap.Unit!.Kind == UnitKind.Points ? figure.IsPercent() : figure.Unit?.Name == gap.Unit.Name) && Directions.Before(other.Text, figure.Start) == 0).Select(figure => (Owner: other, Figure: figure))).ToList();
        if (ends.Count < 2 || !(HasEnds(ends) || IsRange(ends)))
        {
            return;
        }

        var pairs = from one in ends from other in ends where one.Figure.Value >= other.Figure.Value && one != other select (One: one.Figure, Other: other.Figure);
        if (pairs.Any(pair => IsApart(pair.One, pair.Other, gap)) || IsInTable(document, sentence, gap))
        {
            log.Agree();
            return;
        }

        var (high, low) = (ends.MaxBy(end => end.Figure.Value).Figure, ends.MinBy(end => end.Figure.Value).Figure);
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(high), sentence.Quote(low)], sentence.Quote(gap).Text, Numbers.Plain(high.Value - low.Value) + gap.UnitText, ("working", $"{Numbers.Plain(high.Value)}－{Numbers.Plain(low.Value)}"));
    }

    private static bool IsApart(Figure one, Figure other, Figure gap) => one.Value - other.Value == gap.Value || one.Rounded.Minus(other.Rounded) is var apart && apart.Overlaps(gap.Rounded);

    // One end is said to be the highest, another the lowest.
    private static bool HasEnds(List<(Sentence Owner, Figure Figure)> ends) =>
        ends.Exists(end => Headings.Has(Around(end), High)) && ends.Exists(end => Headings.Has(Around(end), Low) && ends.Exists(other => other != end && Headings.Has(Around(other), High)));

    // 重庆最高，为97.1: the name and the word may stand a clause before the value.
    private static string Around((Sentence Owner, Figure Figure) end)
    {
        var clause = end.Owner.ClauseBefore(end.Figure.Start);
        var start = end.Figure.Start - clause.Length;
        return clause.Length < 4 && start > 1 ? end.Owner.ClauseBefore(start - 1) + clause : clause;
    }

    // 得分在77.5分至94.2分之间.
    private static bool IsRange(List<(Sentence Owner, Figure Figure)> ends) =>
        Enumerable.Range(0, ends.Count - 1).Any(i => ends[i].Owner == ends[i + 1].Owner && ends[i].Owner.Text[ends[i].Figure.End..ends[i + 1].Figure.Start] is "至" or "—" or "～" or "-" or "–" or "到" && ends[i].Owner.Behind(ends[i + 1].Figure.End, 2) == "之间");

    // Two cells of a column of any table, printed as finely: counts are apart by anything about 5.7分.
    private static bool IsInTable(CheckedDocument document, Sentence sentence, Figure gap) =>
        document.Tables.Where(table => document.Mentions(table, sentence.Text).Count > 0).Any(table => table.Columns.Where(column => column.IsValue || column.Role == ColumnRole.Percent).Any(column =>
            document.Mentions(table, sentence.Text).Select(mention => mention.Line).Distinct().Where(line => line.Value(column) is not null).ToList() is var lines && lines.Exists(one => table.Scaled(one, column)!.Step <= gap.Step && lines.Exists(other => IsApart(table.Scaled(one, column)!, table.Scaled(other, column)!, gap)))));
}
