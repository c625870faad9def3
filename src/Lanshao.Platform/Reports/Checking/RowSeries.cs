namespace Lanshao.Platform.Reports.Checking;

/// <summary>Values of the rows of a table that a statement without a named column may mean: a column, the way between two, what is left of one.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column that is shown.</param>
/// <param name="Of">The value of a row; null where it has none.</param>
internal sealed record RowSeries(TableView Table, TableColumn Column, Func<TableLine, decimal?> Of)
{
    private const int MostColumns = 12;

    /// <summary>The rows with a value; 其他 is none of its kind.</summary>
    public IReadOnlyList<TableLine> Rows { get; } = [.. Table.Data.Where(line => !line.IsRest && Of(line) is not null)];

    /// <summary>The columns of now.</summary>
    public static IEnumerable<RowSeries> Values(TableView table) => table.Columns
        .Where(column => IsMeasured(column) && !Headings.IsBefore(column.Heading) && !Headings.IsTarget(column.Heading) && !IsOfEarlierYear(table, column))
        .Select(column => new RowSeries(table, column, line => line.Value(column)));

    /// <summary>What is left: a column so called, or one column less another.</summary>
    public static IEnumerable<RowSeries> Rests(TableView table)
    {
        var values = table.Columns.Where(column => column.IsValue).Take(MostColumns).ToList();
        return values.Where(column => Headings.Has(column.Heading, "未", "剩余", "推进中", "在办")).Select(column => new RowSeries(table, column, line => line.Value(column)))
            .Concat(from whole in values
                    from done in values
                    where whole != done && table.With(whole).Count > 1 && table.With(whole).All(line => line.Value(whole) >= line.Value(done))
                    select new RowSeries(table, done, line => line.Value(whole) - line.Value(done)));
    }

    /// <summary>How the rows changed: printed changes, and two columns of which one is of an earlier time.</summary>
    public static IEnumerable<RowSeries> Changes(TableView table) => table.Of(ColumnRole.Change).Select(column => new RowSeries(table, column, line => line.Value(column)))
        .Concat(from now in table.Columns.Where(IsMeasured).Take(MostColumns)
                from before in table.Columns.Where(IsMeasured).Take(MostColumns)
                where now != before && now.Role == before.Role && IsEarlier(before, now)
                select new RowSeries(table, now, line => line.Value(now) - line.Value(before)));

    private static bool IsMeasured(TableColumn column) => column.IsValue || column.Role == ColumnRole.Percent;

    // 2020年 before 2021年, 去年同期, 上一秋冬季同月浓度, 2021年12月上旬过程 before 本次过程.
    private static bool IsEarlier(TableColumn before, TableColumn now) =>
        (PeriodWords.YearIn(before.Heading), PeriodWords.YearIn(now.Heading)) is ({ } earlier, { } later) ? earlier < later && SameThing(before, now)
            : (Headings.IsBefore(before.Heading) || before.Heading.Contains("上一", StringComparison.Ordinal) || (PeriodWords.YearIn(before.Heading) is not null && Headings.Has(now.Heading, "本次", "本期", "本年"))) && !Headings.IsBefore(now.Heading) && PeriodWords.YearIn(now.Heading) is null;

    private static bool SameThing(TableColumn one, TableColumn other) =>
        Likeness.LongestCommon(WithoutDigits(one.Core), WithoutDigits(other.Core)).Length >= Math.Min(WithoutDigits(one.Core).Length, WithoutDigits(other.Core).Length) - 1;

    private static string WithoutDigits(string heading) => string.Concat(heading.Where(letter => !char.IsAsciiDigit(letter)));

    private static bool IsOfEarlierYear(TableView table, TableColumn column) =>
        PeriodWords.YearIn(column.Heading) is { } year && table.Columns.Any(other => PeriodWords.YearIn(other.Heading) > year);
}
