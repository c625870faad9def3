using System.Globalization;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Answers;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Standards;

namespace Lanshao.Front;

/// <summary>What the home page says of a year: the leading figure with its target, the targets, the domains, the month.</summary>
/// <param name="District">Short name of the district.</param>
/// <param name="IsSample">Whether it is a sample.</param>
/// <param name="Headline">The first sentence; empty where the leading figure is not there.</param>
/// <param name="Lead">The leading figure; null where there is none.</param>
/// <param name="Board">The targets of the year.</param>
/// <param name="Indicators">The pack's indicators.</param>
/// <param name="Month">The month of the next due day.</param>
internal sealed record HomeView(
    string District, bool IsSample, Answer Headline, IndicatorValue? Lead, TargetBoard Board, IndicatorList Indicators, HomeMonth Month)
{
    /// <summary>Reads the page of a year; the newest with figures where none is asked for.</summary>
    public static async Task<Outcome<HomeView>> LoadAsync(LanshaoContext db, int? year, DateOnly today, CancellationToken ct)
    {
        var read = await CurrentPack.ReadAsync(db, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var pack = read.Value;
        var indicators = pack.Read(IndicatorList.Part);
        var leading = pack.Read(PrintedTables.Part).All.Select(table => indicators.ByCode[table.Indicator]).FirstOrDefault(indicator => indicator.Places.Contains(PlaceKind.District));
        var periods = year is null && leading is not null ? await FigureQueries.PeriodsAsync(db, leading.Code, FigureBasis.Published, ct) : [];
        var board = await TargetBoard.ReadAsync(db, pack, year ?? (periods.Count > 0 ? periods[0].To.Year : today.Year), ct);
        var lead = leading is null ? null : TargetBoard.Newest(board.Values, leading.Code, board.Year);
        var headline = lead is null ? new Answer() : HeadlineAnswer.Of(leading!, lead, Change(board.Values, leading!, lead), Check(board, leading!, lead));
        return new HomeView(pack.District.Facts.Name, pack.District.Facts.IsSample, headline, lead, board, indicators, HomeMonth.Of(pack.Read(DistrictPart.Calendar), today));
    }

    /// <summary>Returns the published change of a figure; null for none.</summary>
    public static IndicatorValue? Change(IEnumerable<IndicatorValue> values, IndicatorDefinition indicator, IndicatorValue figure) =>
        values.FirstOrDefault(value => value.Indicator == indicator.Change && value.Period == figure.Period && value.Basis == figure.Basis && FigureScope.Of(value) == FigureScope.Of(figure));

    /// <summary>Returns the check of a target row; null where it has no figure to be compared with.</summary>
    public static TargetCheck? Check(TargetBoard.Row row) => row is { State: not TargetState.NoData, Indicator: { } indicator, Now: { } now, Target.Value: { } target }
        ? TargetCheck.Of(indicator, now, row.Target.Year, target) is { IsRefused: false } check ? check.Value : null
        : null;

    private static TargetCheck? Check(TargetBoard board, IndicatorDefinition leading, IndicatorValue lead) =>
        board.Rows.FirstOrDefault(row => row is { IsWholeDistrict: true, Now: { } now } && row.Indicator?.Code == leading.Code && now.Id == lead.Id && row.State != TargetState.NoData) is { } row ? Check(row) : null;
}

/// <summary>A month as the office lives it: its working days, and the day by which the returns are due.</summary>
/// <param name="First">The first day of the month.</param>
/// <param name="Weeks">Weeks from Monday; null outside the month.</param>
/// <param name="DueOn">The third working day.</param>
/// <param name="MissingYear">The year whose holiday arrangement is not loaded; null where all is known.</param>
internal sealed record HomeMonth(DateOnly First, IReadOnlyList<IReadOnlyList<HomeMonth.Day?>> Weeks, DateOnly? DueOn, int? MissingYear)
{
    /// <summary>A day; <paramref name="IsMoved"/> where a holiday falls on a weekday or work on a weekend.</summary>
    public sealed record Day(DateOnly On, bool IsWorking, bool IsMoved, bool IsDue, bool IsToday);

    /// <summary>Returns this month while its due day is still to come, else the next.</summary>
    public static HomeMonth Of(WorkCalendar calendar, DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        try
        {
            var due = calendar.NthWorkingDay(first.Year, first.Month, ReportingPeriod.DueWorkingDay);
            if (due < today)
            {
                first = first.AddMonths(1);
                due = calendar.NthWorkingDay(first.Year, first.Month, ReportingPeriod.DueWorkingDay);
            }

            return new(first, WeeksOf(calendar, first, due, today), due, null);
        }
        catch (CalendarMissingException missing)
        {
            return new(first, [], null, missing.Year);
        }
    }

    /// <summary>Says when the returns are due: 7月月报截止7月3日.</summary>
    public string? Sentence => DueOn?.ToString("M月月报截止M月d日", CultureInfo.InvariantCulture);

    private static List<IReadOnlyList<Day?>> WeeksOf(WorkCalendar calendar, DateOnly first, DateOnly? due, DateOnly today)
    {
        var days = new List<Day?>(Enumerable.Repeat<Day?>(null, ((int)first.DayOfWeek + 6) % 7));
        for (var day = first; day.Month == first.Month; day = day.AddDays(1))
        {
            var isWorking = calendar.IsWorkingDay(day);
            days.Add(new(day, isWorking, isWorking == day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, day == due, day == today));
        }

        return [.. days.Chunk(7).Select(week => week.Concat(Enumerable.Repeat<Day?>(null, 7 - week.Length)).ToList())];
    }
}
