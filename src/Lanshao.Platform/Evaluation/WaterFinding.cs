using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;
using Lanshao.Standards.Water;

namespace Lanshao.Platform.Evaluation;

/// <summary>What was found at a place in a month: the class as it was given, else as its concentrations give it; 无水 is a result.</summary>
/// <param name="Result">The result as the statistics take it.</param>
/// <param name="Given">The stored class, or 无水; null where only concentrations are stored.</param>
/// <param name="Measured">The stored concentrations.</param>
/// <param name="Computed">The class of the concentrations; null without any.</param>
public sealed record WaterFinding(SectionResult Result, IndicatorValue? Given, IReadOnlyList<IndicatorValue> Measured, SectionClass? Computed)
{
    /// <summary>Gets the class; null for 无水 and where no item that counts was measured.</summary>
    public WaterClass? Class => Result.Class?.Class;

    /// <summary>Gets what the concentrations give as a river and as a lake, where the register does not say which it is and the two differ; else null.</summary>
    public (WaterClass? River, WaterClass? Lake)? Either { get; private init; }

    /// <summary>Gets whether the class is the given one.</summary>
    public bool IsPublished => Given is not null;

    /// <summary>Gets whether the concentrations give the class that is shown.</summary>
    public bool IsExplained => Computed?.Class is { } computed && Class is { } shown && computed.National == shown.National;

    /// <summary>Returns the question where the given class is another than the concentrations give: both stay.</summary>
    public Finding? Difference(string name) =>
        Given is not null && Computed?.Class is { } computed && computed.National != Class?.National ? EvaluationFindings.ClassDiffers(Result.Printed, computed.ToString(), name) : null;

    /// <summary>Makes what was found of the stored values of a month.</summary>
    /// <param name="values">The values of the place.</param>
    /// <param name="name">The name of the place.</param>
    /// <param name="body">River or lake; null where nobody knows, and concentrations give a class only where both give the same.</param>
    /// <param name="target">The target.</param>
    /// <returns>What was found; null where nothing is stored.</returns>
    internal static WaterFinding? Of(IEnumerable<IndicatorValue> values, string name, WaterBody? body, WaterClass target)
    {
        var stored = values.OrderByDescending(value => value.Status).ThenByDescending(value => value.StoredUtc).DistinctBy(value => value.Indicator).ToList();
        var given = stored.Find(value => value.Indicator == WaterMonth.ClassCode && value.Text is not null);
        var measured = stored.FindAll(value => value.Number is not null && WaterMonth.ItemOf(value.Indicator) is not null);
        var concentrations = measured.ToDictionary(value => WaterMonth.ItemOf(value.Indicator)!, value => value.Number!.Value);
        WaterClass? aim = target.Level == 0 ? null : target;
        if (given is null && measured.Count == 0)
        {
            return null;
        }

        var (river, lake) = (SurfaceWater.Classify(concentrations, WaterBody.River, aim), SurfaceWater.Classify(concentrations, WaterBody.Lake, aim));
        var isOpen = body is null && measured.Count > 0 && !IsSame(river, lake);
        var computed = measured.Count == 0 || isOpen ? null : body == WaterBody.Lake ? lake : river;
        var result = given switch
        {
            null => new SectionResult(name, WaterState.Sampled, concentrations, computed ?? Without(aim)),
            { Text: FigureWords.Dry } => SectionResult.Without(name, WaterState.Dry),
            _ => new SectionResult(name, WaterState.Sampled, concentrations, AsGiven(given.Text!, computed, aim)),
        };
        return new(result, given, measured, computed) { Either = isOpen ? (river.Class, lake.Class) : null };
    }

    // Only phosphorus has limits of its own in lakes: where it does not decide, nobody needs to know which of the two it is.
    private static bool IsSame(SectionClass river, SectionClass lake) =>
        river.Class == lake.Class && river.Determining.Select(item => item.Item).SequenceEqual(lake.Determining.Select(item => item.Item)) && river.Beyond.SequenceEqual(lake.Beyond);

    private static SectionClass Without(WaterClass? target) => new(null, [], [], [], target, null, SurfaceWater.Edition.Id);

    // The given class stands; what determines it is told only by concentrations that give the same one.
    private static SectionClass AsGiven(string text, SectionClass? computed, WaterClass? target)
    {
        WaterClass? given = WaterClass.TryParse(text, out var known) ? known : null;
        bool? isMet = given is { } found && target is { } aim ? found.Meets(aim) : null;
        return computed?.Class?.National == given?.National && computed is not null
            ? computed with { Class = given, IsMet = isMet }
            : Without(target) with { Class = given, IsMet = isMet };
    }
}
