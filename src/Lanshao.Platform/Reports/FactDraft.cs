using System.Globalization;
using Lanshao.Platform.Reports.Facts;

namespace Lanshao.Platform.Reports;

/// <summary>A fact at a place of a report before the report is kept.</summary>
/// <param name="Annex">The annex that prints it; 0 for the narrative.</param>
/// <param name="Row">The row below the head, or the sentence, from 1.</param>
/// <param name="Column">The column, or the place in the sentence, from 1.</param>
/// <param name="Fact">The fact.</param>
internal sealed record FactDraft(int Annex, int Row, int Column, NamedFact Fact)
{
    /// <summary>Gets everything that the digest of the report vouches for, on one line.</summary>
    public string Canonical => Line(
        string.Create(CultureInfo.InvariantCulture, $"{Annex}/{Row}/{Column}"), Fact.Name, Fact.Figure?.ExactText, Fact.Shown, Fact.Unit, Fact.Place.Code, Fact.Period.Code, Fact.Origin,
        string.Join(' ', Fact.Values.Select(value => value.Id)), string.Join(' ', Fact.Records));

    /// <summary>Writes what a digest vouches for on one line.</summary>
    public static string Line(string at, string name, string? exact, string shown, string unit, string place, string period, FactOrigin origin, string values, string records) =>
        string.Join('\u001F', at, name, exact ?? string.Empty, shown, unit, place, period, origin, values, records);
}
