using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>数据来源 of a bulletin: its two parts may be from different sources, one published and one computed here, and the line below says which.</summary>
internal static class BulletinSource
{
    public static string Line(TableDefinition table, IReadOnlyList<PlaceRow> rows)
    {
        var (month, year) = (Of(table, rows, ColumnContent.Value), Of(table, rows, ColumnContent.Cumulative));
        return (month, year) switch
        {
            ("", "") => table.SourceLine,
            ("", _) => year,
            (_, "") => month,
            _ when month == year => month,
            _ => $"{BulletinRows.OwnMonth}：{month}；{BulletinRows.SoFar}：{year}",
        };
    }

    private static string Of(TableDefinition table, IReadOnlyList<PlaceRow> rows, ColumnContent shows)
    {
        var at = table.Columns.ToList().FindIndex(column => column.Shows == shows);
        return at < 0 ? string.Empty : string.Join('、', rows.Select(row => row.Cells[at].Values.FirstOrDefault()).OfType<IndicatorValue>().Select(Words).Distinct());
    }

    private static string Words(IndicatorValue value) => value.Basis == FigureBasis.Computed ? $"{value.Source}（自动计算，{FigureWords.Of(value.Status)}）" : value.Source;
}
