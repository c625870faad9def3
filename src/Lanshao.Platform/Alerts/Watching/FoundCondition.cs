namespace Lanshao.Platform.Alerts.Watching;

/// <summary>A condition that a rule found at a device: from when to when, how high, and who agrees. A pure result of the readings and the rule.</summary>
internal sealed class FoundCondition(DateTime startUtc)
{
    public DateTime StartUtc => startUtc;

    /// <summary>Gets when it had held long enough.</summary>
    public DateTime RaisedUtc { get; set; }

    /// <summary>Gets the end of the last step in which it held.</summary>
    public DateTime LastUtc { get; set; }

    /// <summary>Gets when it was over; null while it holds.</summary>
    public DateTime? EndUtc { get; set; }

    /// <summary>Gets the highest value, in millionths; null of a rule that has none.</summary>
    public long? Peak { get; set; }

    public DateTime PeakUtc { get; set; }

    /// <summary>Gets what the highest value was compared with.</summary>
    public long? Limit { get; set; }

    /// <summary>Gets the name of the device that agrees; empty for none.</summary>
    public string AgreedBy { get; set; } = string.Empty;

    /// <summary>Gets the values of its steps, those before it included.</summary>
    public IReadOnlyList<EvidenceStep> Evidence { get; set; } = [];
}

/// <summary>One value that a condition was seen in.</summary>
/// <param name="StartUtc">The beginning of the five minutes.</param>
/// <param name="Value">Their mean in the unit of the factor; null where nothing valid came.</param>
/// <param name="Limit">What it was compared with; null for nothing.</param>
public sealed record EvidenceStep(DateTime StartUtc, decimal? Value, decimal? Limit);
