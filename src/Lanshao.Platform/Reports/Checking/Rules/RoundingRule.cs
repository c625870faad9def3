using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>The same figure in two precisions side by side: 累计浓度（一位小数） and 累计浓度（取整）.</summary>
internal static class RoundingRule
{
    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables)
        {
            foreach (var coarse in table.Columns.Where(column => column.IsValue && Headings.IsWhole(column.Heading)))
            {
                var fine = table.Columns.FirstOrDefault(column => column.IsValue && column != coarse && column.Core == coarse.Core);
                // 取整值 right of the figures: it names nothing else.
                fine ??= coarse.Core is "取整" or "取整值" or "取整数" && table.Columns.ElementAtOrDefault(coarse.Index - 1) is { IsValue: true } left && AgreesMostly(table, left, coarse) ? left : null;
                if (fine is not null)
                {
                    CheckColumns(table, fine, coarse, log);
                }
            }
        }
    }

    private static bool AgreesMostly(TableView table, TableColumn fine, TableColumn coarse) =>
        table.Data.Where(line => line.Value(fine) is not null && line.Value(coarse) is not null).ToList() is { Count: > 3 } rows && rows.Count(line => Math.Abs(line.Value(fine)!.Value - line.Value(coarse)!.Value) <= 0.5m) >= rows.Count - 1;

    private static void CheckColumns(TableView table, TableColumn fine, TableColumn coarse, CheckLog log)
    {
        foreach (var line in table.Lines.Where(line => line.Value(fine) is not null && line.Value(coarse) is not null))
        {
            var (exact, whole) = (line.Cell(fine).Figure!, line.Cell(coarse).Figure!);
            if (exact.Step > whole.Step || exact.Rounded.Overlaps(whole.Rounded))
            {
                log.Agree();
                continue;
            }

            log.Suspect(line.Cell(fine).Spot);
            log.Add("DOC-008", CheckKind.Rounding, Severity.Error, line.Cell(coarse).Spot, [line.Cell(fine).Spot],
                line.Cell(coarse).Text, Numbers.Like(whole, exact.Value),
                ("fine", line.Cell(fine).Text), ("name", line.Name), ("heading", coarse.Heading));
        }
    }
}
