using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>达标率85.7%，比二季度（11个，78.6%）上升7.1个百分点; 上年同月为77.4%（24天），提高6.5个百分点: the percentage that is compared with stands in the clause itself, in the bracket behind or in the clause before; one of those before it must be so far away.</summary>
internal static class PointsBaseRule
{
    private const int ShortestClause = 5;
    private static readonly string[] Leads = ["比", "较", "于", "过", "后", "与", "先", "前", "距", "离"];
    private static readonly string[] Earlier = ["上年", "去年", "同期", "上月", "上季", "同月"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 1 && !log.IsSuspect(sentence.Spot)))
        {
            foreach (var points in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit.Kind: UnitKind.Points }))
            {
                CheckPoints(document, sentence, points, log);
            }
        }
    }

    private static void CheckPoints(CheckedDocument document, Sentence sentence, Figure points, CheckLog log)
    {
        var from = ClauseStart(sentence.Text, points.Start);
        var clause = sentence.Text[from..points.Start];
        var inside = Percents(sentence, from, points.Start);
        var behind = Bracket(sentence.Text, points.End) is > 0 and var close ? Percents(sentence, points.End, close) : [];
        var (basis, start) = inside is [var own] && Headings.Has(sentence.Text[from..own.Start], Leads) && !clause.Contains('由', StringComparison.Ordinal) ? (own, from)
            : inside.Count == 0 && behind is [var told] ? (told, from)
            : inside.Count == 0 && behind.Count == 0 && clause.Length <= ShortestClause && BaseBefore(sentence, from) is { } before ? (before.Figure, before.Start) : (null, 0);
        if (basis is null || Headings.Has(clause, "分别", "均", "累计"))
        {
            return;
        }

        var now = sentence.Figures.Where(figure => figure.IsPercent() && figure.End <= start && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
        now = now.Count > 0 ? now : [.. sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).TakeLast(1).SelectMany(other => other.Figures.Where(figure => figure.IsPercent() && Directions.Before(other.Text, figure.Start) == 0))];
        if (now.Count == 0)
        {
            log.Unknown();
            return;
        }

        // 88%的时序进度, 目标（90%）: what is aimed at is no rounding.
        var aimed = Headings.Has(sentence.Text[from..points.Start], "时序进度", "序时进度", "时间进度", "目标") ? NumberInterval.Of(basis.Value) : basis.Rounded;
        if (now.Exists(figure => figure.Rounded.Minus(aimed) is var apart && (apart.Overlaps(points.Rounded) || apart.Negated().Overlaps(points.Rounded))) || IsPrinted(document, points))
        {
            log.Agree();
            return;
        }

        var nearest = now[^1];
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(nearest), sentence.Quote(basis)], sentence.Quote(points).Text, Numbers.Like(points, Math.Abs(nearest.Value - basis.Value)) + points.UnitText,
            ("working", $"{Numbers.Plain(Math.Max(nearest.Value, basis.Value))}%－{Numbers.Plain(Math.Min(nearest.Value, basis.Value))}%"));
    }

    private static List<Figure> Percents(Sentence sentence, int from, int to) => [.. sentence.Figures.Where(figure => figure.Start >= from && figure.End <= to && figure.IsPercent() && figure is { IsPlain: true, IsOrdinal: false })];

    // The comma before, outside brackets.
    private static int ClauseStart(string text, int at)
    {
        var depth = 0;
        for (var i = at - 1; i >= 0; i--)
        {
            depth += text[i] is '）' or ')' ? 1 : text[i] is '（' or '(' ? -1 : 0;
            if (depth < 0 || (depth == 0 && text[i] is '，' or '、'))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static int Bracket(string text, int at) => at < text.Length && text[at] is '（' or '(' ? text.AsSpan(at).IndexOfAny('）', ')') is > 0 and var length ? at + length : -1 : -1;

    // 上年同期为4个、57.1%，提高…: the clause before names the earlier time and has one percentage.
    private static (Figure Figure, int Start)? BaseBefore(Sentence sentence, int from)
    {
        var start = from < 2 ? 0 : Math.Max(0, sentence.Text.LastIndexOf('，', from - 2) + 1);
        return from > 1 && Headings.Has(sentence.Text[start..from], Earlier) && Percents(sentence, start, from) is [var only] ? (only, start) : null;
    }

    private static bool IsPrinted(CheckedDocument document, Figure points) => document.Tables.Any(table => table.Of(ColumnRole.Change).Any(column => table.Lines.Any(line => line.Value(column) is { } value && Math.Abs(value) == points.Value)));
}
