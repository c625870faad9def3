namespace Lanshao.Standards.Air;

/// <summary>Days that follow each other under the same editions.</summary>
/// <param name="From">The first day, counted from the first of the evaluation.</param>
/// <param name="To">The day after the last.</param>
/// <param name="Index">The edition of HJ 633; null before the first.</param>
/// <param name="Limits">The set of GB 3095; null before the first.</param>
/// <param name="Rules">The edition of HJ 663.</param>
internal sealed record EditionRun(int From, int To, AirIndexEdition? Index, AirLimitSet? Limits, AirRules Rules)
{
    /// <summary>Parts the days where an edition begins.</summary>
    public static List<EditionRun> Of(DateOnly first, int days, AirOptions options)
    {
        var runs = new List<EditionRun>();
        var borders = Borders(options).Where(day => day > first && day < first.AddDays(days)).Append(first.AddDays(days)).Distinct().Order();
        var from = 0;
        foreach (var border in borders)
        {
            var day = first.AddDays(from);
            runs.Add(new(from, border.DayNumber - first.DayNumber, IndexOn(day, options), LimitsOn(day, options), AirRules.InForceOn(day)));
            from = runs[^1].To;
        }

        return runs;
    }

    public static AirLimitSet? LimitsOn(DateOnly day, AirOptions options) => options.Forced is not { } forced ? AirLimitSet.InForceOn(day, options.PilotFrom)
        : forced == AirIndexEdition.All[0] ? AirLimitSet.All[0]
        : AirLimitSet.InForceOn(day) is { } set && set != AirLimitSet.All[0] ? set : AirLimitSet.All[1];

    private static AirIndexEdition? IndexOn(DateOnly day, AirOptions options) => options.Forced ?? AirIndexEdition.InForceOn(day, options.PilotFrom);

    private static IEnumerable<DateOnly> Borders(AirOptions options) =>
        [.. AirIndexEdition.All.Select(edition => edition.Edition.EffectiveFrom), .. AirLimitSet.All.Select(set => set.Edition.EffectiveFrom), .. AirRules.All.Select(rules => rules.Edition.EffectiveFrom), options.PilotFrom ?? DateOnly.MinValue];
}
