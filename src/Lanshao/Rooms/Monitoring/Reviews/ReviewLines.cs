using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring.Reviews;

/// <summary>Marks and reviews as lines of 数据审核记录; a mark that a review covers stands in the review's line.</summary>
internal sealed class ReviewLines(IReadOnlyList<DeviceMark> marks, IReadOnlyList<HourReview> reviews, PageAddress here, UiTexts t)
{
    /// <summary>The state of a mark that nobody has looked at.</summary>
    public const string Waiting = "待核";

    public static IReadOnlyList<string> States { get; } = [Waiting, .. Enum.GetValues<ReviewState>().Select(ReviewWords.Of)];

    /// <summary>Returns the lines, the newest first.</summary>
    public IReadOnlyList<TableRow> Rows(HourCheckKind? rule, string? state)
    {
        var waiting = marks.Where(mark => (rule is null || mark.Mark.Kind == rule) && (state is null || state == Waiting) && !IsReviewed(mark)).ToLookup(mark => mark.Mark.Kind == HourCheckKind.Missing);
        var open = waiting[false].Select(mark => (mark.Mark.StartUtc, Row: Row(mark))).Concat(waiting[true].GroupBy(mark => (mark.Device.Mn, mark.Mark.StartUtc)).Select(hour => (hour.Key.StartUtc, Row: Missing([.. hour]))));
        var known = reviews.Where(review => (rule is null || Covered(review).Any(mark => mark.Mark.Kind == rule)) && (state is null || state == ReviewWords.Of(review.State))).Select(review => (StartUtc: review.FromUtc, Row: Row(review)));
        return [.. open.Concat(known).OrderByDescending(line => line.StartUtc).Select(line => line.Row)];
    }

    /// <summary>本月存疑小时值27个：自动标记27，双人确认无效9，恢复有效12，待核6。国控、市控数据只读.</summary>
    public string Answer(Period month)
    {
        var marked = marks.Where(mark => mark.Mark.Kind != HourCheckKind.Missing).SelectMany(mark => Hours(mark.Device.Mn, mark.Mark.Factor, mark.Mark.StartUtc, mark.Mark.Hours)).ToHashSet();
        var own = marks.Where(mark => mark.Mark.Kind != HourCheckKind.Missing && mark.Device.Tier > StationTier.Municipal).SelectMany(mark => Hours(mark.Device.Mn, mark.Mark.Factor, mark.Mark.StartUtc, mark.Mark.Hours)).ToHashSet();
        var last = new Dictionary<(string, string, DateTime), ReviewState>();
        foreach (var review in reviews.Where(review => review.State is not (ReviewState.Returned or ReviewState.Withdrawn)).OrderBy(review => review.FirstUtc))
        {
            foreach (var hour in Hours(review.Mn, review.Factor, review.FromUtc, review.Hours))
            {
                last[hour] = review.State;
            }
        }

        int Count(params ReviewState[] states) => last.Values.Count(state => states.Contains(state));
        var missing = marks.Where(mark => mark.Mark.Kind == HourCheckKind.Missing).Sum(mark => mark.Mark.Hours);
        var waiting = own.Count(hour => !last.ContainsKey(hour)) + Count(ReviewState.Proposed);
        return t["{0}存疑小时值{1}个：自动标记{2}，双人确认无效{3}，保留或恢复有效{4}，待核{5}；另缺测{6}个。国控、市控数据只读。",
            month, marked.Union(last.Keys).Count(), marked.Count, Count(ReviewState.Invalid), Count(ReviewState.Kept, ReviewState.Reinstated), waiting, missing];
    }

    private static IEnumerable<(string Mn, string Factor, DateTime StartUtc)> Hours(string mn, string factor, DateTime fromUtc, int hours) => Enumerable.Range(0, hours).Select(hour => (mn, factor, fromUtc.AddHours(hour)));

    private bool IsReviewed(DeviceMark mark) => reviews.Any(review => review.State is not (ReviewState.Returned or ReviewState.Withdrawn) && Touch(review, mark));

    private IEnumerable<DeviceMark> Covered(HourReview review) => marks.Where(mark => Touch(review, mark));

    private static bool Touch(HourReview review, DeviceMark mark) => review.Mn == mark.Device.Mn && review.Factor == mark.Mark.Factor && review.FromUtc < mark.Mark.EndUtc && review.EndUtc > mark.Mark.StartUtc;

    private TableRow Row(DeviceMark mark) => new(
    [
        MarkWords.When(mark.Mark.StartUtc, mark.Mark.Hours, t).LinkedTo(MarkWords.Href(here, mark.Device.Mn, mark.Mark.Factor, mark.Mark.StartUtc, mark.Mark.Hours)),
        Cell.Of(mark.Device.Name).Noted(t[DeviceWords.Of(mark.Device.Tier)]),
        Cell.Of(mark.Rule.Name),
        MarkWords.Values(mark.Mark, t),
        Cell.Of(t[MarkWords.Of(mark.Mark.Kind)]).Noted(t["自动标记"]),
        Cell.Of(MarkWords.Sentence(mark.Mark.Finding, t)),
        Cell.Blank, Cell.Blank, mark.Device.Tier > StationTier.Municipal ? Cell.State(Waiting) : Cell.Missing(t["国控、市控数据只读，只登记存疑"]), Cell.Blank,
    ]);

    /// <summary>What never came to a station from one hour on: a line for all its factors, with the way to its day; there is no value to review.</summary>
    private TableRow Missing(List<DeviceMark> factors)
    {
        var (first, longest) = (factors[0], factors.Max(mark => mark.Mark.Hours));
        var when = MarkWords.When(first.Mark.StartUtc, longest, t);
        var sentences = factors.GroupBy(mark => mark.Mark.Hours).Select(alike => MarkWords.Sentence(Named(alike.First().Mark.Finding, Names(alike)), t));
        return new(
        [
            first.Device.Kind == DeviceKind.Air ? when.LinkedTo(here.To("/air/day", ("station", first.Device.Mn), ("day", $"{ChinaTime.DayOf(first.Mark.StartUtc):yyyy-MM-dd}"))) : when,
            Cell.Of(first.Device.Name).Noted(t[DeviceWords.Of(first.Device.Tier)]),
            Cell.Of(Names(factors)),
            MarkWords.Values(first.Mark, t),
            Cell.Of(t[MarkWords.Of(HourCheckKind.Missing)]).Noted(t["自动标记"]),
            Cell.Of([.. sentences]),
            Cell.Blank, Cell.Blank, Cell.Missing(t["缺测没有数值可审核"]), Cell.Blank,
        ]);
    }

    private static string Names(IEnumerable<DeviceMark> marks) => string.Join('、', marks.Select(mark => mark.Rule.Name));

    private static Finding Named(Finding finding, string factors) => finding with { Arguments = new Dictionary<string, string>(finding.Arguments) { ["factor"] = factors } };

    private TableRow Row(HourReview review) => new(
    [
        MarkWords.When(review.FromUtc, review.Hours, t).LinkedTo(here.To(MarkWords.One, ("id", $"{review.Id}"))),
        Cell.Of(review.DeviceName).Noted(t[DeviceWords.Of(review.Tier)]),
        Cell.Of(FactorOf(review)),
        Cell.Of(review.Values.Replace(",", "、", StringComparison.Ordinal)),
        Cell.Of(review.Marks.Count > 0 ? t["自动标记"] : t["人工发现"]),
        Cell.Of([.. review.Marks.Select(mark => MarkWords.Sentence(mark, t)), .. new[] { review.Reason, review.Evidence, Told(review), Withdrawn(review) }.Where(text => text.Length > 0)]),
        Cell.Of(review.FirstPost).Noted(MarkWords.Time(review.FirstUtc)),
        review.SecondPost is { } post ? Cell.Of(post).Noted(review.IsRegisteredOnly ? t["仅登记"] : MarkWords.Time(review.SecondUtc!.Value)) : Cell.Blank,
        Cell.State(ReviewWords.Of(review.State)),
        review.EvidenceSha256 is { } hash ? Cell.Of(review.EvidenceName).LinkedTo($"/files/{hash}") : Cell.Blank,
    ]);

    private string Told(HourReview review) => review.ToldOn is { } day ? t["{0}通过{1}反映", $"{day:yyyy-MM-dd}", review.Channel] : string.Empty;

    private string Withdrawn(HourReview review) => review.State == ReviewState.Withdrawn ? t["撤销原因：{0}", review.SecondNote ?? string.Empty] : string.Empty;

    private static string FactorOf(HourReview review) =>
        AirStation.ItemOf(review.Factor) is null && review.Marks is [var first, ..] && first.Arguments.TryGetValue("factor", out var name) ? name : FactorNames.Of(review.Factor);
}
