using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Dates and periods: days that do not exist, a text that goes beyond its own time limit, a column of other months than its table.</summary>
internal static class DateRule
{
    private const int LeapYear = 2024;
    private static readonly string[] Lasting = ["为期", "持续", "历时", "前后共"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            CheckDays(sentence, document.Year, log);
            CheckLength(sentence, document.Year, log);
            CheckLasting(sentence, document.Year, log);
            CheckHours(sentence, document.Year, log);
        }

        foreach (var table in document.Tables)
        {
            CheckLimits(document, table, log);
            CheckHeadings(document, table, log);
        }
    }

    // 6月31日, 13月.
    private static void CheckDays(Sentence sentence, int? year, CheckLog log)
    {
        var text = sentence.Text;
        for (var at = text.IndexOf('月'); at > 0; at = text.IndexOf('月', at + 1))
        {
            var start = at;
            while (start > 0 && char.IsAsciiDigit(text[start - 1]) && at - start < 3)
            {
                start--;
            }

            if (start == at || at - start > 2 || (start > 0 && text[start - 1] is '.' or ','))
            {
                continue;
            }

            CheckDay(sentence, start, at, year, log);
        }
    }

    private static void CheckDay(Sentence sentence, int start, int month, int? year, CheckLog log)
    {
        var text = sentence.Text;
        var end = month + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - month < 4)
        {
            end++;
        }

        var number = Read(text.AsSpan(start, month - start));
        var day = end > month + 1 && end < text.Length && text[end] == '日' ? Read(text.AsSpan(month + 1, end - month - 1)) : 1;
        var most = number is >= 1 and <= 12 ? DateTime.DaysInMonth(YearBefore(text, start) ?? year ?? LeapYear, number) : 0;
        if (day >= 1 && day <= most)
        {
            return;
        }

        var printed = text[start..Math.Min(text.Length, end + (day == 1 ? 0 : 1))];
        log.Add("DOC-042", CheckKind.DateConflict, Severity.Error, sentence.Spot, [], printed, most > 0 ? $"{number}月共{most}天" : "1—12月");
    }

    // 2023年2月29日: the year just before the month.
    private static int? YearBefore(string text, int month) => month >= 5 && text[month - 1] == '年' ? PeriodWords.YearIn(text[(month - 5)..month]) : null;

    // 2025年1月3日至1月10日，共8天.
    private static void CheckLength(Sentence sentence, int? year, CheckLog log)
    {
        foreach (var days in sentence.Figures.Where(figure => figure is { IsPlain: true, Unit.Name: "天" } && figure.Start > 2 && sentence.Text[figure.Start - 1] == '共' && sentence.Text[figure.Start - 2] is '（' or '，' or '(' or '）' or ')'))
        {
            var words = sentence.Text[..(days.Start - 1)].TrimEnd('）', ')', '（', '(', '，');
            if (year is not { } known || !words.EndsWith('日') || DateMentions.FindAll(words, known).LastOrDefault(mention => mention is { Kind: DeadlineKind.Within, From: not null, Due: not null } && mention.End == words.Length) is not { From: { } from, Due: { } to } || to <= from)
            {
                continue;
            }

            var length = to.DayNumber - from.DayNumber + 1;
            if (days.Value == length)
            {
                log.Agree();
                continue;
            }

            log.Add("DOC-030", CheckKind.DateConflict, Severity.Error, sentence.Spot, [], sentence.Text[days.Start..days.End], $"{Numbers.Count(length)}天", ("working", $"{from:yyyy-MM-dd}至{to:yyyy-MM-dd}，首尾各计1天，"));
        }
    }

    // 1月8日至13日，出现一次持续6天的过程; 9月12日至10月11日，开展为期30天的督察: the only span of the sentence.
    private static void CheckLasting(Sentence sentence, int? year, CheckLog log)
    {
        var days = sentence.Figures.FirstOrDefault(figure => figure is { IsPlain: true, Unit.Name: "天" } && Array.Exists(Lasting, sentence.Text[..figure.Start].EndsWith));
        var spans = days is null ? [] : DateMentions.FindAll(sentence.Text[..days.Start], year ?? LeapYear).Where(mention => mention is { Kind: DeadlineKind.Within, From: not null, Due: not null } && sentence.Text[mention.End - 1] == '日').ToList();
        if (spans is not [{ From: { } from, Due: { } to } span] || to <= from || (year is null && from <= new DateOnly(LeapYear, 2, 29) && to >= new DateOnly(LeapYear, 2, 29)) || Headings.Has(sentence.Text[span.End..days!.Start], "其中", "重度", "中度", "轻度", "优良", "预警"))
        {
            return;
        }

        var length = to.DayNumber - from.DayNumber + 1;
        if (days.Value == length)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.DateConflict, Severity.Warning, sentence.Spot, [], sentence.Text[days.Start..days.End], $"{Numbers.Count(length)}天", ("working", $"{from:yyyy-MM-dd}至{to:yyyy-MM-dd}，首尾各计1天，"));
    }

    // 1月9日20时启动预警，1月13日8时解除，持续84小时.
    private static void CheckHours(Sentence sentence, int? year, CheckLog log)
    {
        var hours = year is null ? null : sentence.Figures.FirstOrDefault(figure => figure is { IsPlain: true, Unit.Name: "小时" } && Array.Exists([.. Lasting, "共"], sentence.Text[..figure.Start].EndsWith));
        var moments = hours is null ? [] : DateMentions.FindAll(sentence.Text[..hours.Start], year!.Value).Select(mention => MomentAt(sentence.Text, mention)).OfType<DateTime>().ToList();
        if (moments is not [var from, var to] || to <= from)
        {
            return;
        }

        var length = (int)(to - from).TotalHours;
        if (hours!.Value == length)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.DateConflict, Severity.Warning, sentence.Spot, [], sentence.Text[hours.Start..hours.End], $"{Numbers.Count(length)}小时", ("working", $"{from:MM-dd HH}时至{to:MM-dd HH}时"));
    }

    private static DateTime? MomentAt(string text, DateMention mention)
    {
        var end = mention.End;
        while (end < text.Length && end - mention.End < 2 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return mention.Due is { } day && end > mention.End && end < text.Length && text[end] == '时' ? day.ToDateTime(TimeOnly.MinValue).AddHours(Read(text.AsSpan(mention.End, end - mention.End))) : null;
    }

    private static int Read(ReadOnlySpan<char> digits) => digits.Length is 1 or 2 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : 0;

    // 时限6月底前, 正文10月底前.
    private static void CheckLimits(CheckedDocument document, TableView table, CheckLog log)
    {
        var column = table.Columns.FirstOrDefault(c => Headings.Has(c.Heading, "时限", "期限", "完成时间"));
        if (column is null || document.Year is not { } year)
        {
            return;
        }

        foreach (var line in table.Data)
        {
            var cell = line.Cell(column);
            var limit = DeadlineReader.Read(cell.Text, year);
            if (limit is not { Kind: DeadlineKind.By, Due: { } due, Recurrence: null })
            {
                continue;
            }

            CheckLine(document, line, cell, due, year, log);
        }
    }

    private static void CheckLine(CheckedDocument document, TableLine line, CellView cell, DateOnly due, int year, CheckLog log)
    {
        foreach (var sentence in document.SentencesOf(line))
        {
            var later = DateMentions.FindAll(sentence.Text, year).FirstOrDefault(mention => mention is { Kind: DeadlineKind.By, Due: { } day } && day > due && day.Year == due.Year && sentence.Text[mention.End - 1] == '前');
            if (later is not null)
            {
                log.Add("DOC-013", CheckKind.DateConflict, Severity.Error, cell.Spot, [sentence.Spot], cell.Text, sentence.Text.Substring(later.Start, later.Length));
                return;
            }
        }

        log.Agree();
    }

    private static void CheckHeadings(CheckedDocument document, TableView table, CheckLog log)
    {
        if (document.Year is not { } year || TableLinks.SpanOf(document, table) is not { } title)
        {
            return;
        }

        // 9月, 8月 and 去年9月 side by side compare; a single column of other months is wrong.
        var months = table.Columns.Where(column => column.Heading.Contains('月', StringComparison.Ordinal)).ToList();
        if (months.Exists(column => PeriodWords.SpanOf(column.Heading, year) is { } own && title.Contains(own)))
        {
            return;
        }

        foreach (var column in months)
        {
            if (PeriodWords.SpanOf(column.Heading, year) is { } span && span.From.Year == title.From.Year && !title.Contains(span) && !Headings.IsBefore(column.Heading) && !Headings.Has(column.Heading, "全年", "目标", "任务", "计划"))
            {
                log.Add("DOC-016", CheckKind.Period, Severity.Error, new Spot(column.Heading, table.Label, table.Title.Origin), [table.Title], column.Heading, table.Title.Text);
            }
        }
    }
}
