namespace Lanshao.Documents.Hourly;

/// <summary>What was read from one file of hourly values.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Sha256">Its content's hash.</param>
/// <param name="Profile">The profile that it was read by.</param>
/// <param name="Stations">The stations in the order of their first row.</param>
/// <param name="Rows">Rows below the heading.</param>
/// <param name="Values">Values taken.</param>
/// <param name="Duplicates">Rows or values for an hour that was there already; the first was kept.</param>
/// <param name="Ignored">Values of items that are none of the six.</param>
/// <param name="RejectCount">All places that could not be read.</param>
/// <param name="Rejects">The first of them, at most 100,000.</param>
public sealed record HourlyTable(
    string File, string Sha256, HourlyProfile Profile, IReadOnlyList<HourlyStation> Stations, int Rows, int Values, int Duplicates, int Ignored, int RejectCount, IReadOnlyList<HourlyReject> Rejects)
{
    /// <summary>Lines that are no rows of the table: titles above it, headings said again, means and sums, notes below it.</summary>
    public int PassedOver { get; init; }
}
