using System.Globalization;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Where in a plan something stands, as far as it is known.</summary>
internal sealed record RowPlace(int? Annex = null, string? Task = null, int? Row = null)
{
    public static readonly RowPlace Document = new();

    /// <summary>Adds the place to a finding's arguments: <c>annex</c>, <c>task</c>, <c>row</c>; what is unknown is left out.</summary>
    public void Describe(Dictionary<string, string> arguments)
    {
        if (Annex is { } annex)
        {
            arguments["annex"] = annex.ToString(CultureInfo.InvariantCulture);
        }

        if (Task is { Length: > 0 } task)
        {
            arguments["task"] = task;
        }

        if (Row is { } row)
        {
            arguments["row"] = row.ToString(CultureInfo.InvariantCulture);
        }
    }
}
