using Lanshao.Platform.Evaluation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Facts;

/// <summary>What a table of counts gives to say: the totals, the most frequent kind and its share, the areas with the most.</summary>
internal static class CountFacts
{
    private const int Top = 3;

    public static IEnumerable<NamedFact> Of(FigureTable table)
    {
        var facts = new TableFacts(table);
        if (table.Total is not { } total || Cell(table, total, table.Indicator.Code) is not { Number: > 0m } all)
        {
            return [];
        }

        var unit = table.Indicator.PrintedUnit;
        facts.Cell("total", "总计", all, unit, FactOrigin.Summed);
        Kinds(table, total, all, facts);
        var rows = table.Rows.Where(row => Cell(table, row, table.Indicator.Code)?.Number is not null).OrderByDescending(row => Cell(table, row, table.Indicator.Code)!.Number).ToList();
        var third = Cell(table, rows[Math.Min(Top, rows.Count) - 1], table.Indicator.Code)!.Number;
        facts.Cell("most-area-count", "最多的一个有几件", Cell(table, rows[0], table.Indicator.Code), unit);
        facts.Listed("most-area", "最多的街道（地区）", Joined(rows.Where(row => Cell(table, row, table.Indicator.Code)!.Number == Cell(table, rows[0], table.Indicator.Code)!.Number)), [.. Cell(table, rows[0], table.Indicator.Code)!.Values]);
        var top = rows.FindAll(row => Cell(table, row, table.Indicator.Code)!.Number >= third);
        facts.Listed("top3", "最多的三个", Joined(top), TableFacts.ValuesOf(top.Select(row => Cell(table, row, table.Indicator.Code))));
        return facts.All;
    }

    private static void Kinds(FigureTable table, PlaceRow total, FigureCell all, TableFacts facts)
    {
        var kinds = table.Indicator.SumOf.Select(code => (Code: code, Cell: Cell(table, total, code))).Where(kind => kind.Cell?.Number is not null).ToList();
        foreach (var (code, cell) in kinds)
        {
            facts.Cell(code, Heading(table, code), cell, table.Indicator.PrintedUnit, FactOrigin.Summed);
        }

        if (kinds.Count < 2)
        {
            return;
        }

        var most = kinds.Max(kind => kind.Cell!.Number!.Value);
        var first = kinds.FindAll(kind => kind.Cell!.Number == most);
        facts.Listed("most-kind", "最多的一类", string.Join('、', first.Select(kind => Heading(table, kind.Code))), TableFacts.ValuesOf(first.Select(kind => kind.Cell)));
        facts.Cell("most-kind-count", "最多的一类有几件", first[0].Cell, table.Indicator.PrintedUnit);
        facts.Figure("most-kind-share", "最多的一类占总计", Percentage.Compute(most, all.Number!.Value)!.Value, "%", TableFacts.ValuesOf([first[0].Cell, all]), FactOrigin.Divided, "GB/T 8170-2008");
    }

    private static string Joined(IEnumerable<PlaceRow> rows) => Evaluation.Answers.NameList.Join([.. rows.Select(row => row.Name)], "街道（地区）");

    private static string Heading(FigureTable table, string code) => table.Columns.First(column => column.Indicator == code).Heading;

    private static FigureCell? Cell(FigureTable table, PlaceRow row, string code)
    {
        var at = table.Columns.ToList().FindIndex(column => column.Indicator == code);
        return at < 0 ? null : row.Cells[at];
    }
}
