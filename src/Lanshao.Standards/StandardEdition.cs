using System.Globalization;
using System.Text.Json;

namespace Lanshao.Standards;

/// <summary>One dated edition of a standard: what a result was computed by.</summary>
/// <param name="Id">Short stable name, such as <c>HJ633-2012</c>; results carry it.</param>
/// <param name="Title">Number and Chinese title.</param>
/// <param name="Clause">The clauses that the data and functions follow.</param>
/// <param name="EffectiveFrom">First day in force, a civil day of China.</param>
/// <param name="EffectiveTo">Last day in force; <see langword="null"/> while no end is known.</param>
/// <param name="Source">Where the numbers were read.</param>
/// <param name="Confidence">V verified against an official or independent text, R recalled, ? open.</param>
public sealed record StandardEdition(string Id, string Title, string Clause, DateOnly EffectiveFrom, DateOnly? EffectiveTo, string Source, string Confidence)
{
    /// <summary>Says whether the edition is in force on a day.</summary>
    /// <param name="day">A civil day of China.</param>
    /// <returns><see langword="true"/> from the first to the last day in force.</returns>
    public bool IsInForceOn(DateOnly day) => day >= EffectiveFrom && (EffectiveTo is null || day <= EffectiveTo);

    internal static StandardEdition Read(JsonElement data) => new(
        Text(data, "id"), Text(data, "standard"), Text(data, "clause"), Day(data, "effectiveFrom") ?? DateOnly.MinValue, Day(data, "effectiveTo"), Text(data, "source"), Text(data, "confidence"));

    private static string Text(JsonElement data, string name) => data.GetProperty(name).GetString() ?? throw new FormatException(name);

    private static DateOnly? Day(JsonElement data, string name) =>
        data.GetProperty(name).GetString() is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
