using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Places against the values that they rank: equal values share a place, the next place is skipped, a better value has a better place.</summary>
internal static class RankRule
{
    private const int FewestRows = 4;
    private const int FewestBefore = 6;
    private const int AnyYear = 2023;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables)
        {
            // 8月名次 beside 名次: the places of another time are of values that do not stand here.
            var ranks = table.Of(ColumnRole.Rank).ToList();
            foreach (var rank in ranks.Where(rank => !Headings.IsChange(rank.Heading)))
            {
                if (ranks.Count > 1 && Headings.IsBefore(rank.Heading))
                {
                    CheckBefore(table, rank, log);
                }
                else if (ranks.Count == 1 || !IsOfOtherTime(table, rank))
                {
                    CheckColumn(table, rank, log);
                }
            }
        }
    }

    private static bool IsOfOtherTime(TableView table, TableColumn rank) =>
        PeriodWords.SpanOf(rank.Heading, AnyYear) is { } span && !table.Columns.Any(column => column.IsValue && PeriodWords.SpanOf(column.Heading, AnyYear) == span) && PeriodWords.SpanOf(table.Title.Text, AnyYear) != span;

    // 上期排名 of 上期完成率: only where all rows but one say so.
    private static void CheckBefore(TableView table, TableColumn rank, CheckLog log)
    {
        var rows = table.With(rank).Where(line => line.Value(rank) is > 0 and < 100_000).ToList();
        var best = rows.Count < FewestBefore ? null : Candidates(table, rank, rows, Headings.IsBefore).OrderBy(ranking => ranking.Suspects.Count + ranking.WrongPlaces().Count).FirstOrDefault();
        if (best is { IsWhole: true, Suspects.Count: < 2 } && best.WrongPlaces().Count < 3)
        {
            Report(table, best, log);
        }
    }

    private static void CheckColumn(TableView table, TableColumn rank, CheckLog log)
    {
        var rows = table.With(rank).Where(line => line.Value(rank) is > 0 and < 100_000).ToList();
        if (rows.Count < FewestRows)
        {
            log.Unknown(rows.Count);
            return;
        }

        // 综合指数 beside its parts: it is what the places are of, though a part may stand in the same order.
        var best = Candidates(table, rank, rows, heading => !Headings.IsBefore(heading)).OrderByDescending(ranking => IsIndex(ranking.Value) && ranking.Suspects.Count < 2 && ranking.Rows.Count > FewestRows && !Headings.Has(rank.Heading, "浓度", "PM", "率")).ThenBy(ranking => ranking.Suspects.Count).FirstOrDefault();
        if (best is null || best.Suspects.Count * 10 > best.Rows.Count * 3)
        {
            log.Unknown(rows.Count);
            return;
        }

        Report(table, best, log);
    }

    private static bool IsIndex(TableColumn column) => column.IsValue && PeriodWords.YearIn(column.Heading) is null && (column.Core is "综合指数" or "综合得分" or "总分" or "总得分" || column.Core.EndsWith("综合指数", StringComparison.Ordinal));

    private static IEnumerable<Ranking> Candidates(TableView table, TableColumn rank, List<TableLine> rows, Func<string, bool> isOfTime)
    {
        // The columns beside a rank that it can be the rank of: a change of place or a second rank are none.
        foreach (var value in table.Columns.Where(column => (column.IsValue || column.Role is ColumnRole.Percent or ColumnRole.Change) && isOfTime(column.Heading)))
        {
            var both = rows.FindAll(line => line.Value(value) is not null);
            if (both.Count >= FewestRows && both.Count * 10 >= rows.Count * 8)
            {
                yield return Ranking.Of(rank, value, both, descending: true);
                yield return Ranking.Of(rank, value, both, descending: false);
            }
        }
    }

    private static void Report(TableView table, Ranking ranking, CheckLog log)
    {
        var reported = 0;
        foreach (var line in ranking.Suspects)
        {
            reported++;
            Add(table, ranking, line, log);
        }

        if (reported == 0)
        {
            var wrong = ranking.WrongPlaces();
            foreach (var line in wrong)
            {
                reported++;
                Add(table, ranking, line, log);
            }
        }

        foreach (var (first, second) in ranking.EqualInARow())
        {
            log.Note("DOC-039", CheckKind.Rank, second.Cell(ranking.Rank).Spot, [first.Cell(ranking.Rank).Spot, second.Cell(ranking.Value).Spot], second.Cell(ranking.Rank).Text, first.Cell(ranking.Rank).Text,
                ("name", second.Name), ("other", first.Name), ("value", second.Cell(ranking.Value).Text), ("table", table.Label));
        }

        log.Agree(ranking.Rows.Count - reported);
    }

    private static void Add(TableView table, Ranking ranking, TableLine line, CheckLog log)
    {
        var (rankCell, valueCell) = (line.Cell(ranking.Rank), line.Cell(ranking.Value));
        if (log.IsSuspect(rankCell.Spot) || log.IsSuspect(valueCell.Spot))
        {
            return;
        }

        var neighbours = ranking.Rows.Where(other => other != line && Math.Abs(other.Value(ranking.Rank)!.Value - line.Value(ranking.Rank)!.Value) <= 1).Take(3).Select(other => other.Cell(ranking.Value).Spot);
        log.Suspect(valueCell.Spot);
        log.Add("DOC-004", CheckKind.Rank, Severity.Error, rankCell.Spot, [valueCell.Spot, .. neighbours],
            rankCell.Text, ranking.Expected(line) is { } place ? Numbers.Count(place) : ranking.Between(line),
            ("name", line.Name), ("value", valueCell.Text), ("heading", ranking.Rank.Heading), ("valueHeading", ranking.Value.Heading), ("table", table.Label));
    }
}
