using System.Globalization;
using System.Text.RegularExpressions;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Columns that follow from the rows above or from the days: 累计整改率 from what was done up to each row, 逾期天数 from the day of the limit to one day for all.</summary>
internal static partial class RunningColumnRule
{
    private const int FewestRows = 4;
    private const int MostRows = 400;
    private const int AnyYear = 2023;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables.Where(table => table.Data.Count is >= FewestRows and <= MostRows))
        {
            foreach (var rate in table.Of(ColumnRole.Percent).Where(column => column.Heading.Contains("累计", StringComparison.Ordinal)))
            {
                CheckRate(table, rate, log);
            }

            foreach (var days in table.Columns.Where(column => column.Role == ColumnRole.Number && (column.Unit?.Name == "天" || column.Core.EndsWith("天数", StringComparison.Ordinal))))
            {
                CheckDays(document, table, days, log);
            }
        }
    }

    private static void CheckRate(TableView table, TableColumn rate, CheckLog log)
    {
        var columns = table.Columns.Where(column => column.Role == ColumnRole.Number && !column.IsIntensive && table.Data.All(line => line.Value(column) is not null)).ToList();
        foreach (var (part, whole) in table.With(rate).Count != table.Data.Count ? [] : columns.SelectMany(part => columns.Where(whole => whole != part).Select(whole => (part, whole))))
        {
            var (done, all) = (0m, 0m);
            var rows = new List<(TableLine Line, NumberInterval? Rate, decimal Done, decimal All)>();
            foreach (var line in table.Data)
            {
                (done, all) = (done + line.Value(part)!.Value, all + line.Value(whole)!.Value);
                rows.Add((line, NumberInterval.Of(done).PercentOf(NumberInterval.Of(all)), done, all));
            }

            if (rows.Where(row => row.Rate?.Overlaps(Rounded(row.Line.Cell(rate))) != true).ToList() is [{ Rate: { } expected } wrong])
            {
                Add(table, rate, wrong.Line, [wrong.Line.Cell(part), wrong.Line.Cell(whole)], $"累计{Numbers.Plain(wrong.Done)}÷累计{Numbers.Plain(wrong.All)}", Numbers.Middle(expected, Numbers.DecimalsOf(wrong.Line.Cell(rate).Figure!)) + "%", log);
                return;
            }
        }
    }

    private static NumberInterval Rounded(CellView cell) => NumberInterval.Around(cell.Figure!.Value, cell.Figure.Step);

    private static void CheckDays(CheckedDocument document, TableView table, TableColumn days, CheckLog log)
    {
        foreach (var column in table.Columns.Where(column => column.Role == ColumnRole.Text))
        {
            var rows = table.Data.Where(line => line.Value(days) is not null).Select(line => (Line: line, Day: DayOf(line.Cell(column).Text, document.Year ?? AnyYear), Days: (int)line.Value(days)!.Value)).Where(row => row.Day is not null).ToList();
            var ends = rows.Where(row => Math.Abs(row.Days) < 10_000).GroupBy(row => row.Day!.Value.AddDays(row.Days)).OrderByDescending(group => group.Count()).ToList();
            if (rows.Count < FewestRows || rows.Select(row => row.Day).Distinct().Count() < FewestRows - 1 || ends[0].Count() != rows.Count - 1)
            {
                continue;
            }

            var wrong = rows.Find(row => row.Day!.Value.AddDays(row.Days) != ends[0].Key);
            var end = ends[0].Key;
            // One that was done before: another column says so.
            if (table.Columns.Any(other => other != column && other.Role is ColumnRole.Text or ColumnRole.Verdict && rows.Where(row => row.Line != wrong.Line).Select(row => row.Line.Cell(other).Text).Distinct().ToList() is [var same] && wrong.Line.Cell(other).Text != same))
            {
                continue;
            }

            Add(table, days, wrong.Line, [wrong.Line.Cell(column)], string.Create(CultureInfo.InvariantCulture, $"{wrong.Line.Cell(column).Text}至{end.Month}月{end.Day}日"), Numbers.Count(end.DayNumber - wrong.Day!.Value.DayNumber), log);
        }
    }

    private static DateOnly? DayOf(string text, int year)
    {
        var match = Day().Match(text);
        return match.Success && DateOnly.TryParseExact($"{(match.Groups["year"].Success ? match.Groups["year"].Value : year.ToString(CultureInfo.InvariantCulture))}-{match.Groups["month"].Value}-{match.Groups["day"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static void Add(TableView table, TableColumn column, TableLine line, IReadOnlyList<CellView> inputs, string working, string computed, CheckLog log)
    {
        var cell = line.Cell(column);
        if (!inputs.Append(cell).Any(input => log.IsSuspect(input.Spot)))
        {
            log.Add("DOC-006", CheckKind.Ratio, Severity.Error, cell.Spot, inputs.Select(input => input.Spot), cell.Text, computed, ("name", line.Name), ("heading", column.Heading), ("working", working), ("table", table.Label));
        }
    }

    [GeneratedRegex(@"^(?:(?<year>20[0-9]{2})年)?(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日前?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Day();
}
