using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Facts;

/// <summary>The district's own figures of a period, each under its indicator's code, with its change against last year as <c>code.change</c>.</summary>
internal sealed class DistrictFacts
{
    private static readonly FigureBasis[] Preferred = [FigureBasis.Published, FigureBasis.Reported, FigureBasis.Computed];

    private readonly Period _period;
    private readonly ILookup<string, IndicatorValue> _values;
    private readonly IReadOnlyDictionary<string, IndicatorDefinition> _indicators;

    private DistrictFacts(Period period, IEnumerable<IndicatorValue> values, IReadOnlyDictionary<string, IndicatorDefinition> indicators) =>
        (_period, _values, _indicators) = (period, values.ToLookup(value => value.Indicator), indicators);

    public static async Task<IEnumerable<NamedFact>> ReadAsync(LanshaoContext db, IndicatorList indicators, Period period, CancellationToken ct)
    {
        var before = period.LastYear();
        var values = await db.Set<IndicatorValue>().AsNoTracking()
            .Where(value => value.Place == Place.District && value.EndedUtc == null && Preferred.Contains(value.Basis)
                && ((value.FromOn >= period.From && value.ToOn <= period.To && (value.ToOn > value.FromOn || period.From == period.To)) || (value.FromOn == before.From && value.ToOn == before.To))).ToListAsync(ct);
        var facts = new DistrictFacts(period, values, indicators.ByCode);
        return indicators.All.SelectMany(indicator => facts.Of(indicator));
    }

    private IEnumerable<NamedFact> Of(IndicatorDefinition indicator)
    {
        if (Newest(indicator.Code, _period) is not { } now)
        {
            yield break;
        }

        yield return Stored(indicator.Code, indicator.Name, indicator, now);
        if (Change(indicator, now) is { } change)
        {
            yield return change;
        }
    }

    /// <summary>Returns the value of the period itself; else of its longest part from the first day, else of its last part.</summary>
    private IndicatorValue? Newest(string code, Period period) => _values[code]
        .Where(value => value.FromOn >= period.From && value.ToOn <= period.To && (value.Number is not null || value.Text is not null))
        .OrderByDescending(value => value.FromOn == period.From && value.ToOn == period.To)
        .ThenByDescending(value => value.FromOn == period.From)
        .ThenByDescending(value => value.ToOn).ThenBy(value => value.FromOn)
        .ThenBy(value => Array.IndexOf(Preferred, value.Basis)).ThenByDescending(value => value.Status).ThenByDescending(value => value.StoredUtc)
        .FirstOrDefault();

    private NamedFact? Change(IndicatorDefinition indicator, IndicatorValue now)
    {
        var name = indicator.Code + ".change";
        if (indicator.Change is { } code && Newest(code, now.Period) is { Number: not null } published && published.FromOn == now.FromOn && published.ToOn == now.ToOn)
        {
            return Stored(name, indicator.Name + "同比", _indicators[code], published);
        }

        var before = _values[indicator.Code].FirstOrDefault(value => value.Period == now.Period.LastYear() && FigureComparison.Check(now, value) is null);
        if (before is null || FigureComparison.Change(now, before, indicator) is not { IsRefused: false, Value: var change })
        {
            return null;
        }

        return new()
        {
            Name = name,
            Label = indicator.Name + "同比",
            Figure = change,
            Shown = change.ShownText,
            Unit = indicator.YearOnYear == YearOnYearKind.Percent ? "%" : indicator.PrintedUnit,
            Period = now.Period,
            Origin = FactOrigin.Changed,
            Edition = "GB/T 8170-2008",
            Query = QueryOf(indicator.Code, now) + "&take=change",
            Values = [now, before],
        };
    }

    private static NamedFact Stored(string name, string label, IndicatorDefinition indicator, IndicatorValue value)
    {
        Reported? figure = value.Number is { } number ? Reported.Of(number, indicator.Decimals) : null;
        return new()
        {
            Name = name,
            Label = label,
            Figure = figure,
            Shown = figure?.ShownText ?? value.Text!,
            Unit = figure is null ? string.Empty : indicator.PrintedUnit,
            Period = value.Period,
            Origin = FactOrigin.Stored,
            Query = QueryOf(indicator.Code, value),
            Values = [value],
        };
    }

    private static string QueryOf(string code, IndicatorValue value) => $"indicator={code}&place=district&period={value.Period.Code}&basis={FigureWords.Of(value.Basis)}";
}
