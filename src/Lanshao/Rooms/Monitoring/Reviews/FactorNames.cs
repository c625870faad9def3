using Lanshao.Hj212.Codes;
using Lanshao.Platform.Evaluation.Stations;

namespace Lanshao.Rooms.Monitoring.Reviews;

/// <summary>Factors as people call them.</summary>
internal static class FactorNames
{
    /// <summary>Returns the item of the index, else the name of the code table, else the code.</summary>
    public static string Of(string factor) => AirStation.ItemOf(factor) is { } item ? AirNames.Of(item) : CodeTables.Find(factor)?.Name ?? factor;
}
