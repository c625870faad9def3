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
        for (var from = 0; from < days; from = runs[^1].To)
        {
            var day = first.AddDays(from);
            var to = Math.Min(days, NextBorder(day, options) - first.DayNumber);
            runs.Add(new(from, to, IndexOn(day, options), LimitsOn(day, options), AirRules.InForceOn(day)));
        }

        return runs;
    }

    public static AirLimitSet? LimitsOn(DateOnly day, AirOptions options) => options.Forced is not { } forced ? AirLimitSet.InForceOn(day, options.PilotFrom)
        : forced == AirIndexEdition.All[0] ? AirLimitSet.All[0]
        : AirLimitSet.InForceOn(day) is { } set && set != AirLimitSet.All[0] ? set : AirLimitSet.All[1];

    private static AirIndexEdition? IndexOn(DateOnly day, AirOptions options) => options.Forced ?? AirIndexEdition.InForceOn(day, options.PilotFrom);

    /// <summary>The day number of the next day on which another edition begins.</summary>
    private static int NextBorder(DateOnly day, AirOptions options)
    {
        var next = int.MaxValue;
        foreach (var edition in AirIndexEdition.All)
        {
            Consider(edition.Edition.EffectiveFrom);
        }

        foreach (var set in AirLimitSet.All)
        {
            Consider(set.Edition.EffectiveFrom);
        }

        foreach (var rules in AirRules.All)
        {
            Consider(rules.Edition.EffectiveFrom);
        }

        Consider(options.PilotFrom ?? day);
        return next;

        void Consider(DateOnly border) => next = border > day ? Math.Min(next, border.DayNumber) : next;
    }
}
