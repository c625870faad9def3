using Lanshao.Standards.Air;

namespace Lanshao.Platform.Evaluation.Stations;

/// <summary>A station, or the mean of stations, evaluated by the functions of the standards: by the editions of the day, and by the next one beside it.</summary>
public sealed class EvaluatedAir
{
    /// <summary>环办监测〔2016〕120号 as practised: particles leave sand days out, gases keep them.</summary>
    private static readonly HashSet<AirItem> Particles = [AirItem.Pm25, AirItem.Pm10];

    /// <summary>良.</summary>

    /// <summary>重度污染.</summary>
    private const int BestHeavyLevel = 5;

    private readonly Func<AirOptions, AirEvaluation> _evaluate;
    private readonly AirOptions _options;
    private readonly Dictionary<AirIndexEdition, AirEvaluation> _forced = [];
    private readonly Dictionary<(AirEvaluation, IReadOnlySet<DateOnly>), AirEvaluation> _without = [];

    private EvaluatedAir(Func<AirOptions, AirEvaluation> evaluate, AirOptions options) =>
        (_evaluate, _options, InForce) = (evaluate, options, evaluate(options));

    /// <summary>Gets the evaluation by the editions that were in force on each day.</summary>
    public AirEvaluation InForce { get; }

    internal static EvaluatedAir Of(HourlySeries series, AirOptions options) => new(chosen => AirEvaluation.Of(series, chosen), options);

    /// <summary>Returns the mean of some stations: daily values first, the index from their means.</summary>
    /// <param name="name">The name of the area.</param>
    /// <param name="stations">Its stations, at least one, all of one 站点口径.</param>
    public static EvaluatedAir MeanOf(string name, IReadOnlyList<EvaluatedAir> stations) =>
        new(chosen => AirEvaluation.OfStations(name, [.. stations.Select(station => station.Under(chosen))], chosen), stations[0]._options);

    /// <summary>Returns the evaluation of all days by one edition of the index, whatever the day.</summary>
    public AirEvaluation Under(AirIndexEdition edition)
    {
        if (!_forced.TryGetValue(edition, out var known))
        {
            _forced.Add(edition, known = _evaluate(_options with { Forced = edition }));
        }

        return known;
    }

    /// <summary>Returns the edition in force on a day and the one that follows it.</summary>
    public AirEditions EditionsOn(DateOnly day) => AirEditions.On(day, _options.PilotFrom);

    /// <summary>Returns the figures of a period by the edition in force on its last day, and by the next one.</summary>
    /// <param name="period">Any stretch of days.</param>
    /// <param name="exceptional">Days of an official list (沙尘日) that particles leave out; null keeps all days.</param>
    public AirPeriodPair Figures(AirPeriod period, IReadOnlySet<DateOnly>? exceptional = null)
    {
        var editions = EditionsOn(period.To);
        var next = editions is { Next: { } limits, NextIndex: { } index } ? Without(Under(index), exceptional).Figures(period, limits) : null;
        return new(editions, Without(InForce, exceptional).Figures(period), next);
    }

    /// <summary>Counts the days of a period that are not on the list: the other reading of good and heavy days, which by the national rule keep sand days.</summary>
    /// <param name="period">Any stretch of days.</param>
    /// <param name="exceptional">Days of an official list.</param>
    public (int Valid, int Good, int Heavy) CountsWithout(AirPeriod period, IReadOnlySet<DateOnly> exceptional)
    {
        var indices = Enumerable.Range(0, InForce.Days).Where(day => InForce.First.AddDays(day) is var on && on >= period.From && on <= period.To && !exceptional.Contains(on))
            .Select(InForce.AqiOf).OfType<int>().ToList();
        return (indices.Count, indices.Count(aqi => AirCategory.Of(aqi).IsGood), indices.Count(aqi => AirCategory.Of(aqi).Level >= BestHeavyLevel));
    }

    private AirEvaluation Without(AirEvaluation evaluation, IReadOnlySet<DateOnly>? exceptional)
    {
        if (exceptional is not { Count: > 0 })
        {
            return evaluation;
        }

        if (!_without.TryGetValue((evaluation, exceptional), out var known))
        {
            _without.Add((evaluation, exceptional), known = evaluation.Without(exceptional, Particles));
        }

        return known;
    }

    private AirEvaluation Under(AirOptions options) => options.Forced is { } edition ? Under(edition) : InForce;
}

/// <summary>The figures of one period by two editions.</summary>
/// <param name="Editions">Which ones.</param>
/// <param name="InForce">By the edition in force.</param>
/// <param name="Next">By the next one; null after the last.</param>
public sealed record AirPeriodPair(AirEditions Editions, AirPeriodFigures InForce, AirPeriodFigures? Next);
