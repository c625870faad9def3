using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Answers;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;

namespace Lanshao.Front;

/// <summary>What the home page says of a year: the leading figure with its target, the tasks, the targets, the domains, the month.</summary>
/// <param name="District">Short name of the district.</param>
/// <param name="IsSample">Whether it is a sample.</param>
/// <param name="Headline">The first sentence; empty where the leading figure is not there.</param>
/// <param name="Lead">The leading figure; null where there is none.</param>
/// <param name="Board">The targets of the year.</param>
/// <param name="Tasks">The tasks of the year.</param>
/// <param name="Indicators">The pack's indicators.</param>
/// <param name="Month">The month of the next due day.</param>
internal sealed record HomeView(
    string District, bool IsSample, Answer Headline, IndicatorValue? Lead, TargetBoard Board, TaskCounts Tasks, IndicatorList Indicators, HomeMonth Month)
{
    /// <summary>Reads the page for a period; for the newest that has figures where none is asked for.</summary>
    public static async Task<Outcome<HomeView>> LoadAsync(LanshaoContext db, Period? asked, DateOnly today, CancellationToken ct)
    {
        var read = await CurrentPack.ReadAsync(db, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var pack = read.Value;
        var indicators = pack.Read(IndicatorList.Part);
        var leading = pack.Read(PrintedTables.Part).All.Select(table => indicators.ByCode[table.Indicator]).FirstOrDefault(indicator => indicator.Places.Contains(PlaceKind.District));
        var periods = asked is null && leading is not null ? await FigureQueries.PeriodsAsync(db, leading.Code, FigureBasis.Published, ct) : [];
        var board = await TargetBoard.ReadAsync(db, pack, asked?.To.Year ?? (periods.Count > 0 ? periods[0].To.Year : today.Year), asked?.To, ct);
        var lead = leading is null ? null : board.Newest(leading.Code);
        var headline = lead is null ? new Answer() : HeadlineAnswer.Of(leading!, lead, Change(board.Values, leading!, lead), Check(board, leading!, lead));
        var day = TaskCounts.DayOf(asked, lead?.Period, today);
        var tasks = await TaskCounts.ReadAsync(db, pack.District, board.Year, day, ct);
        var facts = pack.District.Facts;
        return new HomeView(facts.Name, facts.IsSample, headline, lead, board, tasks, indicators, HomeMonth.Of(pack.Read(DistrictPart.Calendar), day, today));
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
