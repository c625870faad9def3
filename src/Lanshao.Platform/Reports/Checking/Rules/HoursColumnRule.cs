using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>启动时间, 解除时间 and 时长（小时）: the hours or days between two times of a row.</summary>
internal static class HoursColumnRule
{
    private const int AnyYear = 2023;
    private const int HoursOfDay = 24;
    private static readonly string[] Begins = ["启动", "开始", "发布", "起始"];
    private static readonly string[] Ends = ["解除", "结束", "终止", "截止"];
    private static readonly string[] Lengths = ["时长", "历时", "持续", "小时数"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables)
        {
            var begin = table.Columns.FirstOrDefault(column => !column.IsValue && Headings.Has(column.Heading, Begins));
            var end = table.Columns.FirstOrDefault(column => !column.IsValue && column != begin && Headings.Has(column.Heading, Ends));
            var length = table.Columns.FirstOrDefault(column => column.IsValue && Headings.Has(column.Heading, Lengths));
            if (begin is not null && end is not null && length is not null)
            {
                CheckTable(table, begin, end, length, log);
            }
        }
    }

    private static void CheckTable(TableView table, TableColumn begin, TableColumn end, TableColumn length, CheckLog log)
    {
        var rows = table.Data.Where(line => line.Value(length) is not null && Between(line.Cell(begin).Text, line.Cell(end).Text) is > 0).ToList();
        var isDays = length.Unit?.Name == "天";
        var wrong = rows.FindAll(line => line.Value(length) * (isDays ? HoursOfDay : 1) != Between(line.Cell(begin).Text, line.Cell(end).Text));
        if (rows.Count < 2 || wrong.Count * 2 > rows.Count || (isDays && wrong.Count > 0))
        {
            return;
        }

        log.Agree(rows.Count - wrong.Count);
        foreach (var line in wrong.Where(line => !log.IsSuspect(line.Cell(length).Spot)))
        {
            log.Add("DOC-006", CheckKind.Period, Severity.Error, line.Cell(length).Spot, [line.Cell(begin).Spot, line.Cell(end).Spot], line.Cell(length).Text, Numbers.Plain(Between(line.Cell(begin).Text, line.Cell(end).Text)!.Value),
                ("name", line.Name), ("heading", length.Heading), ("working", $"{line.Cell(begin).Text}至{line.Cell(end).Text}"), ("table", table.Label));
        }
    }

    private static int? Between(string from, string to) => TimeOf(from, AnyYear) is { } first && TimeOf(to, first.Year) is { } last ? (int)(last - first).TotalHours : null;

    // 2023年11月24日12时, 1月14日12时; without an hour it says too little.
    private static DateTime? TimeOf(string text, int year)
    {
        var (month, day, hour) = (NumberBefore(text, '月'), NumberBefore(text, '日'), NumberBefore(text, '时'));
        var named = PeriodWords.YearIn(text) ?? year;
        return month is >= 1 and <= 12 && hour is >= 0 and <= HoursOfDay && day >= 1 && day <= DateTime.DaysInMonth(named, month.Value) ? new DateTime(named, month.Value, day.Value, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour.Value) : null;
    }

    private static int? NumberBefore(string text, char mark)
    {
        var end = text.IndexOf(mark, StringComparison.Ordinal);
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]) && end - start < 2)
        {
            start--;
        }

        return end > start ? int.Parse(text.AsSpan(start, end - start), System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
