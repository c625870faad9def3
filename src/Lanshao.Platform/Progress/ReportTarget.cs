using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Progress;

/// <summary>Which return is meant: list, period and unit, printed <c>2024/2024-06/urban-management</c>.</summary>
/// <param name="PlanCode">The list.</param>
/// <param name="Period">The period.</param>
/// <param name="UnitKey">The unit, or <see cref="UnitReport.WholeList"/>.</param>
public readonly record struct ReportTarget(string PlanCode, Period Period, string UnitKey)
{
    /// <summary>Reads a printed target. Broken text answers false and never throws.</summary>
    public static bool TryParse(string text, out ReportTarget target)
    {
        target = default;
        var parts = text.Split('/', 3);
        if (parts.Length != 3 || parts[0].Length == 0 || parts[2].Length == 0 || !Period.TryParse(parts[1], out var period))
        {
            return false;
        }

        target = new(parts[0], period, parts[2]);
        return true;
    }

    public override string ToString() => $"{PlanCode}/{Period.Code}/{UnitKey}";
}
