using System.Diagnostics.Metrics;

namespace Lanshao.Hosting;

/// <summary>What the web side counts itself; ASP.NET Core counts the requests.</summary>
public sealed class WebMetrics
{
    public const string MeterName = "Lanshao.Web";

    public WebMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        PolicyReports = meter.CreateCounter<long>("lanshao.policy_reports", description: "Breaches of the content policy that browsers reported.");
        Refusals = meter.CreateCounter<long>("lanshao.refusals", description: "Requests refused, by code.");
    }

    public Counter<long> PolicyReports { get; }

    public Counter<long> Refusals { get; }
}
