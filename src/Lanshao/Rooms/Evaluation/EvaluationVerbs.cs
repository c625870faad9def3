using System.CommandLine;
using System.Globalization;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Rooms.Evaluation;

/// <summary>The verbs that only calculate: <c>rank</c>, <c>round</c>, <c>budget</c>, <c>calendar working-day</c>, <c>air</c>, <c>water</c>. They touch no database.</summary>
internal static class EvaluationVerbs
{
    public static IEnumerable<Command> All() => [RankVerb.Command(), Round(), Budget(), new Command("calendar", "工作日历") { WorkingDay() }, new Command("air", "环境空气：指数与评价") { AirIndexVerb.Command(), AirEvaluateVerb.Command() }, new Command("water", "地表水：类别") { WaterClassifyVerb.Command() }];

    private static Command Round()
    {
        var value = new Option<decimal>("--value") { Description = "原值", Required = true, CustomParser = ArgumentValues.Decimal };
        var decimals = new Option<int?>("--decimals") { Description = "保留几位小数（-28 到 28）" };
        var interval = new Option<decimal?>("--interval") { Description = "修约间隔，如 0.5", CustomParser = ArgumentValues.OptionalDecimal };
        var verb = new Command("round", "按 GB/T 8170 修约") { value, decimals, interval };
        verb.Validators.Add(parsed =>
        {
            if (parsed.GetResult(decimals) is null == parsed.GetResult(interval) is null)
            {
                parsed.AddError("请给 --decimals 或 --interval，二者取一。");
            }
        });
        decimals.Validators.Add(parsed => AddErrorUnless(parsed, parsed.GetValueOrDefault<int?>() is >= -28 and <= 28, "--decimals 应在 -28 到 28 之间。"));
        interval.Validators.Add(parsed => AddErrorUnless(parsed, parsed.GetValueOrDefault<decimal?>() > 0m, "--interval 应大于 0。"));

        return verb.Needs(Permissions.Open).Runs((parsed, output, _) =>
        {
            var exact = parsed.GetValue(value);
            try
            {
                var figure = parsed.GetValue(interval) is { } step ? Reported.OfInterval(exact, step) : Reported.Of(exact, parsed.GetValue(decimals)!.Value);
                return Task.FromResult(output.Print(Figure.Of(figure), (writer, shown) => writer.WriteLine(shown.Shown)));
            }
            catch (OverflowException)
            {
                VerbOutput.Tell("修约结果超出28位，无法表示。");
                return Task.FromResult(ExitCode.Usage);
            }
        });
    }

    private static Command Budget()
    {
        var target = new Option<decimal>("--target") { Description = "年均目标", Required = true, CustomParser = ArgumentValues.Decimal };
        var mean = new Option<decimal>("--mean") { Description = "至今均值", Required = true, CustomParser = ArgumentValues.Decimal };
        var from = new Option<DateOnly>("--from") { Description = "均值首日", Required = true, CustomParser = ArgumentValues.Day };
        var to = new Option<DateOnly>("--to") { Description = "均值末日，目标年度即其年份", Required = true, CustomParser = ArgumentValues.Day };
        var verb = new Command("budget", "剩余时段控制线：余下各日均值须控制在多少以内") { target, mean, from, to };
        verb.Validators.Add(parsed =>
        {
            var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
            if (first > last || first.Year != last.Year)
            {
                parsed.AddError("--from 应不晚于 --to，且在同一年。");
            }
        });

        return verb.Needs(Permissions.Open).Runs((parsed, output, _) =>
        {
            var budget = RemainingBudget.Compute(parsed.GetValue(target), parsed.GetValue(mean), parsed.GetValue(from), parsed.GetValue(to));
            var answer = new BudgetAnswer(budget.Mean is { } left ? Figure.Of(left) : null, budget.DaysLeft);
            return Task.FromResult(output.Print(answer, (writer, shown) => writer.WriteLine(
                shown.RemainingMean is { } allowed ? $"后{shown.DaysLeft}天均值须控制在{allowed.Shown}以内" : "全年已结束，没有剩余时段")));
        });
    }

    private static Command WorkingDay()
    {
        var month = new Option<Period>("--month") { Description = "月份，如 2024-10", Required = true, CustomParser = ArgumentValues.Month };
        var nth = new Option<int>("--nth") { Description = "第几个工作日，从 1 起", Required = true };
        var table = new Option<FileInfo[]>("--table") { Description = "另加的年度节假日安排（JSON），可多次给出" };
        nth.Validators.Add(parsed => AddErrorUnless(parsed, parsed.GetValueOrDefault<int>() is >= 1 and <= 31, "--nth 应在 1 到 31 之间。"));

        return new Command("working-day", "某月第几个工作日（含调休）") { month, nth, table }.Needs(Permissions.Open).Runs(async (parsed, output, ct) =>
        {
            var loaded = await LoadAsync(parsed.GetValue(table) ?? [], ct);
            var found = loaded.Then(calendar => Find(calendar, parsed.GetValue(month), parsed.GetValue(nth)));
            return found.IsRefused ? output.Refuse(found.Refusal) : output.Print(found.Value, (writer, day) => writer.WriteLine(day.Date));
        });
    }

    private static async Task<Outcome<WorkCalendar>> LoadAsync(FileInfo[] tables, CancellationToken ct)
    {
        var calendar = WorkCalendar.Embedded;
        foreach (var file in tables)
        {
            try
            {
                calendar = calendar.With(HolidayTable.Parse(await File.ReadAllTextAsync(file.FullName, ct)));
            }
            catch (Exception unreadable) when (unreadable is FormatException or IOException or UnauthorizedAccessException)
            {
                return Refusal.Unreadable("STD-003", ("file", file.Name), ("reason", unreadable.Message));
            }
        }

        return calendar;
    }

    private static Outcome<WorkingDayAnswer> Find(WorkCalendar calendar, Period month, int nth)
    {
        try
        {
            return calendar.NthWorkingDay(month.From.Year, month.From.Month, nth) is { } day
                ? new WorkingDayAnswer(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : Refusal.Invalid("STD-002", ("month", month.Code), ("nth", nth.ToString(CultureInfo.InvariantCulture)));
        }
        catch (CalendarMissingException missing)
        {
            return Refusal.Invalid("STD-001", ("year", missing.Year.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static void AddErrorUnless(System.CommandLine.Parsing.SymbolResult parsed, bool holds, string error)
    {
        if (!holds)
        {
            parsed.AddError(error);
        }
    }

    /// <summary>A figure as the contract prints it: exact cut to 12 decimals, shown with its decimals.</summary>
    private sealed record Figure(string Exact, string Shown)
    {
        public static Figure Of(Reported figure) => new(figure.ExactText, figure.ShownText);
    }

    private sealed record BudgetAnswer(Figure? RemainingMean, int DaysLeft);

    private sealed record WorkingDayAnswer(string Date);
}
