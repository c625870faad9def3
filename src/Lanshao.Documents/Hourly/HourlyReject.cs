namespace Lanshao.Documents.Hourly;

/// <summary>What was expected in a place that could not be read.</summary>
public enum HourlyExpectation
{
    /// <summary>A number from 0 to 99999.</summary>
    Number,

    /// <summary>A time on the hour.</summary>
    Time,

    /// <summary>The name of a station.</summary>
    Station,

    /// <summary>As many cells as the heading has.</summary>
    Cells,
}

/// <summary>A row, or one value of it, that could not be read.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Heading of the column; empty for the whole row.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Found">What stands there, at most 200 characters.</param>
public sealed record HourlyReject(string File, int Line, string Column, HourlyExpectation Expected, string Found);
