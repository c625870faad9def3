namespace Lanshao.Platform.Alerts.Rules;

/// <summary>What a rule looks at.</summary>
public enum RuleKind
{
    /// <summary>超过限值: at or above a limit for a while; over only below the clearing value.</summary>
    Threshold,

    /// <summary>快速上升: so much above the least value of the minutes before.</summary>
    Rise,

    /// <summary>夜间突高: above the station's own usual value of that hour.</summary>
    NightSpike,

    /// <summary>明显高于周边: above the median of the other devices.</summary>
    Neighbours,

    /// <summary>设备离线: nothing came.</summary>
    Silent,

    /// <summary>净化器未开启: the purifier stands while the fan runs and the business is open.</summary>
    PurifierOff,

    /// <summary>日历余量不足: what the yearly target leaves the days to come (剩余时段控制线) is too little.</summary>
    Budget,

    /// <summary>预报达到级别: a forecast for one of the next days reaches a level.</summary>
    Forecast,
}

/// <summary>How urgent an alert is.</summary>
public enum AlertGrade
{
    /// <summary>立即处置: somebody is called.</summary>
    Immediate,

    /// <summary>当日处置.</summary>
    SameDay,

    /// <summary>仅记录.</summary>
    Record,
}

/// <summary>What one message is about.</summary>
public enum AlertGrouping
{
    /// <summary>One device.</summary>
    Device,

    /// <summary>所属单位, with all its devices.</summary>
    Owner,

    /// <summary>街道: one line an evening for all devices of it.</summary>
    Subdistrict,
}

/// <summary>One rule of the pack. Values are in the unit of the factor.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="Devices">The kinds of device that it holds for, by the words of <see cref="Monitoring.DeviceKind"/>; none for a rule about places.</param>
/// <param name="Factor">The factor whose values are judged; of a rule about places the indicator or the item that is forecast.</param>
/// <param name="Grade">How urgent its alerts are at most.</param>
/// <param name="Group">What one message is about.</param>
/// <param name="Minutes">How long it must hold before it counts; 0 for a rule about places, which is judged by the day.</param>
public sealed record AlertRule(string Code, string Name, RuleKind Kind, IReadOnlyList<Monitoring.DeviceKind> Devices, string Factor, AlertGrade Grade, AlertGrouping Group, int Minutes)
{
    /// <summary>Gets whether the rule is in use.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Gets the unit that pages print behind its values.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>Gets the limit (<see cref="RuleKind.Threshold"/>).</summary>
    public decimal? Over { get; init; }

    /// <summary>Gets the value below which a condition begins to clear; the limit where none is said.</summary>
    public decimal? Clear { get; init; }

    /// <summary>Gets the least that the days left must be allowed (<see cref="RuleKind.Budget"/>).</summary>
    public decimal? Under { get; init; }

    /// <summary>Gets how many days ahead a forecast counts (<see cref="RuleKind.Forecast"/>); 0 is the day itself.</summary>
    public int Lead { get; init; } = 2;

    /// <summary>Gets by how much a value must exceed what it is compared with.</summary>
    public decimal? By { get; init; }

    /// <summary>Gets how many times a value must be what it is compared with.</summary>
    public decimal? Times { get; init; }

    /// <summary>Gets how many minutes back a rise is looked for.</summary>
    public int Window { get; init; } = 60;

    /// <summary>Gets how many days the usual value of an hour is taken from.</summary>
    public int Days { get; init; } = 14;

    /// <summary>Gets how long it must be clear before it is over.</summary>
    public int ClearMinutes { get; init; } = 10;

    /// <summary>Gets the times of day in which the rule holds.</summary>
    public HoursOfDay Hours { get; init; } = HoursOfDay.Always;

    /// <summary>Gets the factor that says that the kitchen works (<see cref="RuleKind.PurifierOff"/>); null where the opening hours alone decide.</summary>
    public string? Running { get; init; }

    /// <summary>Gets what it may come from, as the sheet of a night prints it.</summary>
    public string Cause { get; init; } = string.Empty;

    /// <summary>Gets whether the rule is about places by the day, and not about what devices say.</summary>
    public bool IsOfPlaces => Kind is RuleKind.Budget or RuleKind.Forecast;

    /// <summary>Gets the factors of devices that the rule reads.</summary>
    public IEnumerable<string> Factors => IsOfPlaces ? [] : Running is null ? [Factor] : [Factor, Running];
}
