using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Reports.Wording;

namespace Lanshao.Rooms.Districts;

/// <summary>The parts of all rooms: what a pack may hold. A room adds its own here.</summary>
internal static class PackParts
{
    public static IReadOnlyList<PackPart> All { get; } =
    [
        DistrictPart.Part,
        DistrictPart.Calendar,
        IndicatorList.Part,
        PackFigures.Part,
        PackPlans.Part,
        PrintedTables.Part,
        ReportTemplates.Part,
        HourChecks.Part,
        OpenedCommands.Part,
        AlertRules.Part,
    ];

    /// <summary>Returns the room that reads a file of a pack; null for a file that nobody reads.</summary>
    public static string? OwnerOf(string path) => All.FirstOrDefault(part => part.Owns(path))?.Room;
}
