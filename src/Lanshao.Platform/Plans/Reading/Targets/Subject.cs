namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>What stands before a comparing word: the indicator and the places that it holds for.</summary>
/// <param name="Indicators">The indicators; empty where the clause names none.</param>
/// <param name="Scope">Places or a group as printed; empty for the whole district.</param>
/// <param name="ArePlaces">Whether the scope is a list of single places, one target each.</param>
internal sealed record Subject(IReadOnlyList<string> Indicators, IReadOnlyList<string> Scope, bool ArePlaces)
{
    public static readonly Subject None = new([], [], false);
}
