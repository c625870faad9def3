using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>昼间达标率97.4%；夜间达标率83.3%。昼间达标率高于夜间14.1个百分点: both percentages are named before, so that two of them must be so far apart.</summary>
internal static class PointsApartRule
{
    private const int LongestName = 12;
    private static readonly string[] Leads = ["高于", "低于"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var points in sentence.Figures.Where(figure => figure.IsShare() && figure is { IsPlain: true, IsOrdinal: false }))
            {
                if (IsBetweenNames(sentence, points) || IsBetweenBases(sentence, points))
                {
                    CheckPoints(document, sentence, points, log);
                }
            }
        }
    }

    // 昼间达标率高于夜间: each name stands before a percentage of the paragraph.
    private static bool IsBetweenNames(Sentence sentence, Figure points)
    {
        var clause = sentence.ClauseBefore(points.Start);
        var lead = Array.Find(Leads, clause.Contains);
        var (one, other) = lead is null ? ("", "") : (clause[..clause.IndexOf(lead, StringComparison.Ordinal)], clause[(clause.IndexOf(lead, StringComparison.Ordinal) + lead.Length)..]);
        return one.Length is > 1 and <= LongestName && other.Length is > 1 and <= LongestName && sentence.Figures.All(figure => figure.End <= points.Start - clause.Length || figure.Start >= points.Start) && IsNamedBefore(sentence, points, one[..2]) && IsNamedBefore(sentence, points, other[..2]);
    }

    private static bool IsNamedBefore(Sentence sentence, Figure points, string name) =>
        sentence.Passage.Sentences.Any(other => other.Start <= sentence.Start && other.Figures.Any(figure => figure.IsPercent() && (other != sentence || figure.End <= points.Start) && Headings.Has(other.ClauseBefore(figure.Start) + other.LabelOf(figure) + Head(other, figure), name)));

    private static string Head(Sentence sentence, Figure figure) => sentence.Text[..Math.Min(figure.Start, 6)];

    // 与二季度（93.8%、75.0%）相比，夜间提高6.3个百分点.
    private static bool IsBetweenBases(Sentence sentence, Figure points)
    {
        var to = points.Unit!.Kind == UnitKind.Points && Directions.Before(sentence.Text, points.Start) != 0 ? sentence.Text.LastIndexOf("）相比", points.Start, StringComparison.Ordinal) : -1;
        var from = to < 1 ? -1 : sentence.Text.LastIndexOfAny(['（', '('], to);
        return from > 0 && sentence.Figures.Count(figure => figure.Start > from && figure.End <= to && figure.IsPercent()) > 1 && sentence.Figures.Count(figure => figure.End <= from && figure.IsPercent()) > 1;
    }

    private static void CheckPoints(CheckedDocument document, Sentence sentence, Figure points, CheckLog log)
    {
        var all = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= points.Start) && figure.IsPercent() && !figure.IsOrdinal)).ToList();
        var apart = all.Exists(one => all.Exists(other => one != other && one.Rounded.Minus(other.Rounded).Overlaps(points.Rounded)));
        var ratio = points.IsPercent() && all.Exists(one => all.Exists(other => one != other && NumberInterval.Change(one.Rounded, other.Rounded) is { } change && (change.Overlaps(points.Rounded) || change.Negated().Overlaps(points.Rounded))));
        if ((apart && !points.IsPercent()) || ratio || all.Count < 2 || IsInTables(document, points))
        {
            log.Agree();
            return;
        }

        log.Add(apart ? "DOC-036" : "DOC-030", apart ? CheckKind.Unit : CheckKind.Ratio, Severity.Warning, sentence.Spot, all.TakeLast(2).Select(figure => sentence.Quote(figure)), sentence.Quote(points).Text,
            apart ? $"{Numbers.Plain(points.Value)}个百分点" : Numbers.Like(points, Math.Abs(all[^1].Value - all[^2].Value)) + "个百分点", ("working", $"{Numbers.Plain(Math.Max(all[^1].Value, all[^2].Value))}%－{Numbers.Plain(Math.Min(all[^1].Value, all[^2].Value))}%"));
    }

    // A cell of changes may say it, or the percentages of one row.
    private static bool IsInTables(CheckedDocument document, Figure points) => document.Tables.Any(table => table.Lines.Any(line =>
        line.Cells.Where(cell => cell.Figure is not null).Take(12).Select(cell => cell.Figure!).ToList() is var cells && cells.Exists(one => one.Value == points.Value || -one.Value == points.Value)));
}
