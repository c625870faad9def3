namespace Lanshao.Platform.Evaluation;

/// <summary>Makes a printed table from the pack's definition and the stored values of its period.</summary>
internal static class FigureTableBuilder
{
    public static FigureTable Build(TableContext context, int packRevision)
    {
        var (rows, total, scope) = Rows(context);
        return new()
        {
            Definition = context.Table,
            Indicator = context.Indicator,
            Period = context.Period,
            PackRevision = packRevision,
            Title = PeriodWords.Fill(context.Table.Title, context.Period),
            Columns = [.. context.Table.Columns.Select(column => column with { Heading = PeriodWords.Fill(column.Heading, context.Period) })],
            Rows = rows,
            Total = total,
            Scope = scope,
        };
    }

    private static (IReadOnlyList<PlaceRow> Rows, PlaceRow? Total, FigureScope? Scope) Rows(TableContext context)
    {
        switch (context.Table.Layout)
        {
            case TableLayout.Ranking:
                var (ranked, scope) = RankingRows.Of(context);
                return (ranked, null, scope);
            case TableLayout.Counts:
                return CountRows.Of(context);
            case TableLayout.Sections:
                return (WaterRows.Sections(context), null, null);
            default:
                return (WaterRows.Points(context), null, null);
        }
    }
}
