using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Monitoring.Checks;

/// <summary>What an automatic check looks for in the hours of a device. A mark explains; it changes no value and decides nothing.</summary>
public enum HourCheckKind
{
    /// <summary>超出范围.</summary>
    Range,

    /// <summary>突变: far from the hour before.</summary>
    Jump,

    /// <summary>恒值: hour after hour (nearly) the same.</summary>
    Flat,

    /// <summary>与周边差异大: far from the median of the other stations.</summary>
    Beside,

    /// <summary>缺测: nothing came, and nothing was reported as closed or under repair.</summary>
    Missing,
}

/// <summary>How the hours of one factor are checked for some kinds of device, as the pack says it; a check without its figures is left out.</summary>
/// <param name="Factor">The code of the factor.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Devices">The kinds of device.</param>
/// <param name="Unit">The unit of all figures.</param>
public sealed record HourCheckRule(string Factor, string Name, IReadOnlyList<DeviceKind> Devices, string Unit)
{
    internal const decimal Millionths = 1_000_000m;

    /// <summary>Gets the least plausible hour; a range of the device's own register comes first.</summary>
    public decimal? Low { get; init; }

    /// <summary>Gets the largest plausible hour; a range of the device's own register comes first.</summary>
    public decimal? High { get; init; }

    /// <summary>Gets how far an hour may lie from the one before.</summary>
    public decimal? Jump { get; init; }

    /// <summary>Gets from how many equal hours on a line is flat.</summary>
    public int? FlatHours { get; init; }

    /// <summary>Gets how far hours may differ and still be equal.</summary>
    public decimal FlatWithin { get; init; }

    /// <summary>Gets the value from which on equal hours say something: near nought many an instrument writes the same number.</summary>
    public decimal FlatFrom { get; init; }

    /// <summary>Gets how far an hour must lie from the median of the others.</summary>
    public decimal? BesideBy { get; init; }

    /// <summary>Gets how many times the larger of both must be the smaller.</summary>
    public decimal? BesideTimes { get; init; }

    /// <summary>Gets how many other stations a median needs.</summary>
    public int BesideLeast { get; init; } = 3;

    /// <summary>Returns the rule with the range that the register gives the device for this factor, where it gives one.</summary>
    public HourCheckRule For(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        var own = FactorSetting.TryParse(device.Factors, out var settings, out _) ? settings.FirstOrDefault(setting => setting.Code == Factor) : null;
        return own is { Low: null, High: null } or null ? this : this with { Low = own.Low, High = own.High };
    }
}

/// <summary>What a check noticed: the hours, their values, and what they were held against.</summary>
/// <param name="Kind">The check.</param>
/// <param name="Factor">The code of the factor.</param>
/// <param name="StartUtc">The start of the first hour.</param>
/// <param name="Hours">How many hours.</param>
/// <param name="Finding">Which rule and which values, as code and arguments.</param>
public sealed record HourMark(HourCheckKind Kind, string Factor, DateTime StartUtc, int Hours, Finding Finding)
{
    public DateTime EndUtc => StartUtc.AddHours(Hours);
}
