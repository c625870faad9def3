namespace Lanshao.Hj212.Exchanges;

/// <summary>How long an answer is waited for, and how often a message is sent again; the standard's default is 10 s and three times, ADSL and PSTN 5 s, SMS 30 s.</summary>
/// <param name="Wait">How long each time.</param>
/// <param name="Resends">How often again after the first time.</param>
public readonly record struct ResendPlan(TimeSpan Wait, int Resends)
{
    /// <summary>Gets the standard's default.</summary>
    public static ResendPlan Standard { get; } = new(TimeSpan.FromSeconds(10), 3);
}
