using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>Makes a printed table from the pack's definition and the stored values of its period.</summary>
internal static class FigureTableBuilder
{
    public static FigureTable Build(TableContext context, int packRevision)
    {
        var (rows, total, scope) = Rows(context);
        var title = PeriodWords.Fill(context.Table.Title, context.Period).Replace("{status}", StatusWord(context, rows), StringComparison.Ordinal);
        return new()
        {
            Definition = context.Table,
            Indicator = context.Indicator,
            Period = context.Period,
            PackRevision = packRevision,
            Title = title,
            SourceLine = context.Table.Layout == TableLayout.Bulletin ? BulletinSource.Line(context.Table, rows) : context.Table.SourceLine,
            Columns = [.. context.Table.Columns.Select(column => column with { Heading = PeriodWords.Fill(column.Heading, context.Period) })],
            Rows = rows,
            Total = total,
            Scope = scope,
        };
    }

    // The least firm figure of the table's own column says how firm the table is.
    private static string StatusWord(TableContext context, IReadOnlyList<PlaceRow> rows)
    {
        var at = context.Table.Columns.ToList().FindIndex(column => column.Shows == ColumnContent.Value);
        var statuses = at < 0 ? [] : rows.SelectMany(row => row.Cells[at].Values.Take(1)).Select(value => value.Status).ToList();
        return statuses.Count == 0 ? "尚无当月数据" : FigureWords.Of(statuses.Min()) + "数据";
    }

    private static (IReadOnlyList<PlaceRow> Rows, PlaceRow? Total, FigureScope? Scope) Rows(TableContext context)
    {
        switch (context.Table.Layout)
        {
            case TableLayout.Ranking:
                var (ranked, scope) = RankingRows.Of(context);
                return (ranked, null, scope);
            case TableLayout.Bulletin:
                var (monthly, basis) = BulletinRows.Of(context);
                return (monthly, null, basis);
            case TableLayout.Counts:
                return CountRows.Of(context);
            case TableLayout.Sections:
                return (WaterRows.Sections(context), null, null);
            default:
                return (WaterRows.Points(context), null, null);
        }
    }
}
