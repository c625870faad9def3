using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Platform.Alerts.Rules;

/// <summary>The rules of a pack with what holds for all of them.</summary>
/// <param name="All">The rules in the order of the file.</param>
public sealed record AlertRules(IReadOnlyList<AlertRule> All)
{
    public const string File = "alerts.yaml";

    /// <summary>This room's part of the pack.</summary>
    public static readonly PackPart<AlertRules> Part = new("Alerts", [File], (pack, problems) => AlertRulesReader.Read(pack, problems));

    /// <summary>Gets the most 立即处置 of a night; what comes beyond waits for the day.</summary>
    public int MostImmediate { get; init; } = 5;

    /// <summary>Gets the most messages of a night; what comes beyond is held back: recorded, shown, not sent.</summary>
    public int MostOfNight { get; init; } = 60;

    /// <summary>Gets within how many minutes 立即处置 is to be acknowledged.</summary>
    public int ImmediateMinutes { get; init; } = 30;

    /// <summary>Gets within how many minutes 当日处置 is to be acknowledged.</summary>
    public int SameDayMinutes { get; init; } = 720;

    /// <summary>Gets the share of real problems, in percent, below which a rule says that it needs work.</summary>
    public int LeastHitRate { get; init; } = 30;

    /// <summary>Gets the usual opening hours of a kind of device; the whole day for a kind that is not named.</summary>
    public IReadOnlyDictionary<DeviceKind, HoursOfDay> OpeningHours { get; init; } = new Dictionary<DeviceKind, HoursOfDay>();

    /// <summary>Gets the 街道 beside each 街道, by their codes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Neighbours { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public AlertRule? Find(string code) => All.FirstOrDefault(rule => rule.Code == code);

    /// <summary>Returns when devices of a kind are expected to work.</summary>
    public HoursOfDay HoursOf(DeviceKind kind) => OpeningHours.GetValueOrDefault(kind) ?? HoursOfDay.Always;

    /// <summary>Returns whether two places are the same or lie beside each other.</summary>
    public bool AreNear(string? one, string? other) => one is not null && other is not null
        && (one == other || Neighbours.GetValueOrDefault(one)?.Contains(other) == true || Neighbours.GetValueOrDefault(other)?.Contains(one) == true);

    /// <summary>Returns the rules with one of them replaced.</summary>
    public AlertRules With(AlertRule rule) => this with { All = [.. All.Select(known => known.Code == rule.Code ? rule : known)] };
}
