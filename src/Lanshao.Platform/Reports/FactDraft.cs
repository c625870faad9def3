using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Reports;

/// <summary>A printed figure before its report is kept.</summary>
/// <param name="Annex">The annex that prints it.</param>
/// <param name="Row">The row below the head, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Exact">The exact value; null for water classes.</param>
/// <param name="Shown">The figure as printed.</param>
/// <param name="Unit">The printed unit.</param>
/// <param name="Place">Where it holds.</param>
/// <param name="Origin">How it came about.</param>
/// <param name="Value">The stored value that is shown or that it follows from.</param>
/// <param name="Others">The other stored values that went in.</param>
internal sealed record FactDraft(
    int Annex,
    int Row,
    int Column,
    decimal? Exact,
    string Shown,
    string Unit,
    Place Place,
    FactOrigin Origin,
    IndicatorValue Value,
    IReadOnlyList<IndicatorValue> Others)
{
    /// <summary>Gets everything that the digest of the report vouches for, on one line.</summary>
    public string Canonical => string.Join('\u001F',
        string.Create(CultureInfo.InvariantCulture, $"{Annex}/{Row}/{Column}"), Exact?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, Shown, Unit, Place.Code, Origin,
        string.Join(' ', Others.Prepend(Value).Select(value => value.Id)));
}
