using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Grades beside the figures that they follow from: 得分 with 等次, AQI with 级别. In the order of the figures every grade stands in one run; one row that breaks a run is wrong.</summary>
internal static class ClassOrderRule
{
    private const int FewestRows = 6;
    private const int MostGrades = 6;
    private static readonly string[] GradeHeadings = ["等次", "级别", "等级", "评价等", "档次"];
    private static readonly (decimal Most, string Grade)[] AirGrades = [(50m, "优"), (100m, "良"), (150m, "轻度污染"), (200m, "中度污染"), (300m, "重度污染"), (decimal.MaxValue, "严重污染")];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables)
        {
            foreach (var grade in table.Columns.Where(column => column.Role is ColumnRole.Text or ColumnRole.Verdict && Headings.Has(column.Heading, GradeHeadings)))
            {
                if (table.Columns.FirstOrDefault(column => column.IsValue && Headings.Has(column.Heading, "AQI", "空气质量指数")) is { } index)
                {
                    CheckAir(table, index, grade, log);
                }
                else
                {
                    CheckOrder(table, grade, log);
                }
            }
        }
    }

    // HJ 633: the index gives the grade.
    private static void CheckAir(TableView table, TableColumn index, TableColumn grade, CheckLog log)
    {
        var rows = table.With(index).Where(line => !line.Cell(grade).IsEmpty).ToList();
        var odd = rows.FindAll(line => !AirGrade(line.Value(index)!.Value).StartsWith(line.Cell(grade).Text[..Math.Min(2, line.Cell(grade).Text.Length)], StringComparison.Ordinal));
        if (rows.Count < 3 || odd.Count * 10 > rows.Count * 4)
        {
            log.Unknown(rows.Count);
            return;
        }

        log.Agree(rows.Count - odd.Count);
        foreach (var line in odd)
        {
            Add(table, index, grade, line, AirGrade(line.Value(index)!.Value), log);
        }
    }

    private static string AirGrade(decimal index) => AirGrades.First(grade => index <= grade.Most).Grade;

    // The column in whose order the grades make the fewest runs; a grade that comes back is out of place.
    private static void CheckOrder(TableView table, TableColumn grade, CheckLog log)
    {
        var kinds = table.Data.Select(line => line.Cell(grade).Text).Where(text => text.Length > 0).Distinct().Count();
        foreach (var value in table.Columns.Where(column => column.IsValue || column.Role == ColumnRole.Percent).OrderByDescending(column => column.Role == ColumnRole.Total))
        {
            var rows = table.With(value).Where(line => !line.Cell(grade).IsEmpty).OrderByDescending(line => line.Value(value)).ToList();
            if (rows.Count < FewestRows || kinds < 2 || kinds > MostGrades || rows.Select(line => line.Value(value)).Distinct().Count() < rows.Count)
            {
                continue;
            }

            var odd = rows.Where((_, at) => Runs(rows.Where((_, i) => i != at), grade) == Kinds(rows.Where((_, i) => i != at), grade)).ToList();
            if (Runs(rows, grade) == Kinds(rows, grade))
            {
                log.Agree(rows.Count);
                return;
            }

            // Without that row every grade stands in one run.
            if (odd.Count == 1 && rows.IndexOf(odd[0]) is var place)
            {
                Add(table, value, grade, odd[0], rows[place == 0 ? 1 : place - 1].Cell(grade).Text, log);
                return;
            }
        }
    }

    private static int Kinds(IEnumerable<TableLine> rows, TableColumn grade) => rows.Select(line => line.Cell(grade).Text).Distinct().Count();

    private static int Runs(IEnumerable<TableLine> rows, TableColumn grade)
    {
        var (runs, before) = (0, "");
        foreach (var text in rows.Select(line => line.Cell(grade).Text))
        {
            runs += text == before ? 0 : 1;
            before = text;
        }

        return runs;
    }

    private static void Add(TableView table, TableColumn value, TableColumn grade, TableLine line, string expected, CheckLog log) =>
        log.Add("DOC-045", CheckKind.ClassConflict, Severity.Error, line.Cell(grade).Spot, [line.Cell(value).Spot], line.Cell(grade).Text, expected,
            ("name", line.Name), ("heading", grade.Heading), ("working", value.Heading + line.Cell(value).Text), ("table", table.Label));
}
