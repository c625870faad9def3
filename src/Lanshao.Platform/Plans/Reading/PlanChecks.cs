using System.Globalization;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Holds the parts of a plan against each other, as a careful clerk does before signing.</summary>
internal static class PlanChecks
{
    public static void Run(IReadOnlyList<AnnexReading> annexes, IReadOnlyList<TargetReading> targets, PlanContext context, FindingLog log)
    {
        foreach (var target in targets)
        {
            AskAboutDays(target, context, log);
        }

        AskAboutTwoFigures(targets, log);
        AskAboutListedPlaces(targets, context, log);
        AskAboutUnitsInText(annexes, context, log);
        AskAboutTwoNames(annexes, log);
    }

    // “73%（260天）”: 260 of 365 days are 71.2 %.
    private static void AskAboutDays(TargetReading target, PlanContext context, FindingLog log)
    {
        if (target is not { Unit: "%", Value: { } percent, Equivalent: { Unit: "天", Value: var days } } || context.Year is not { } year)
        {
            return;
        }

        var length = DateTime.IsLeapYear(year) ? 366 : 365;
        var half = HalfOfLastDigit(percent);
        if (Math.Abs((days * 100 / length) - percent) <= half)
        {
            return;
        }

        log.Add("PLAN-031", Severity.Error, PlaceOf(target), target.Quote, ("percent", Plain(percent)), ("days", Plain(days)), ("length", Plain(length)), ("computed", Plain(Rounding.HalfEven(days * 100 / length, 1))));
    }

    private static void AskAboutTwoFigures(IReadOnlyList<TargetReading> targets, FindingLog log)
    {
        var same = targets.Where(target => target.Value is not null || target.WaterClass is not null)
            .GroupBy(target => $"{target.Indicator}\n{string.Join('、', target.Scope)}\n{(int)target.Comparator}\n{target.Unit}\n{(int)target.Strength}\n{target.Condition}\n{target.BaselineYear}\n{target.Due?.DayNumber}");
        foreach (var group in same)
        {
            var first = group.First();
            foreach (var other in group.Skip(1).Where(target => (target.Value, target.WaterClass) != (first.Value, first.WaterClass)))
            {
                log.Add("PLAN-030", Severity.Error, PlaceOf(other), other.Quote, ("indicator", other.Indicator), ("scope", string.Join('、', other.Scope)), ("figure", FigureOf(other)),
                    ("other", FigureOf(first)), ("otherAnnex", Plain(first.Annex)), ("otherTask", first.Task), ("otherQuote", first.Quote));
            }
        }
    }

    // 各街道…分别为 and one of them is missing or stands twice.
    private static void AskAboutListedPlaces(IReadOnlyList<TargetReading> targets, PlanContext context, FindingLog log)
    {
        var all = context.Names.Entries.Where(entry => entry.Kind == NameKind.Subdistrict).Select(entry => entry.FullName).Where(name => name.EndsWith("街道", StringComparison.Ordinal)).ToList();
        foreach (var list in targets.Where(target => target.Scope is [var scope] && all.Contains(scope)).GroupBy(target => $"{target.Annex}\n{target.Row}\n{target.Indicator}"))
        {
            var listed = list.Select(target => target.Scope[0]).ToList();
            var missing = all.Except(listed).ToList();
            var twice = listed.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
            if (listed.Count > all.Count / 2 && missing.Count > 0)
            {
                log.Add("PLAN-032", Severity.Warning, PlaceOf(list.First()), list.First().Quote, ("indicator", list.First().Indicator), ("missing", string.Join('、', missing)), ("all", Plain(all.Count)), ("listed", Plain(listed.Count)));
            }

            if (twice.Count > 0)
            {
                log.Add("PLAN-034", Severity.Warning, PlaceOf(list.First()), list.First().Quote, ("indicator", list.First().Indicator), ("twice", string.Join('、', twice)));
            }
        }
    }

    // A unit that the text gives something to do and the cells do not name.
    private static void AskAboutUnitsInText(IReadOnlyList<AnnexReading> annexes, PlanContext context, FindingLog log)
    {
        foreach (var (place, measure) in Rows(annexes))
        {
            if (measure.More || measure.Units.Any(unit => unit.IsGroup && unit.Raw.Contains("部门", StringComparison.Ordinal)))
            {
                continue;
            }

            var named = measure.Units.Where(unit => unit.Entry is not null).Select(unit => unit.Entry!.Code).ToHashSet(StringComparer.Ordinal);
            foreach (var entry in measure.Paragraphs.SelectMany(text => AgenciesIn(text, context)).Distinct().Where(entry => !named.Contains(entry.Code)))
            {
                log.Add("PLAN-015", Severity.Warning, place, null, ("unit", entry.Name));
            }
        }
    }

    private static IEnumerable<NameEntry> AgenciesIn(string text, PlanContext context) =>
        context.Names.Lexicon.FindAll(text)
            .Where(found => found.Length > 3 && !IsInTitle(text, found.Start))
            .Select(found => context.Names.Resolve(text.Substring(found.Start, found.Length), context.On))
            .OfType<NameEntry>().Where(entry => entry.Kind == NameKind.Agency);

    private static bool IsInTitle(string text, int at) =>
        text.LastIndexOf('《', at) is >= 0 and var open && text.IndexOf('》', open) > at;

    // 区卫健委 here and 区卫生健康委 there: one unit under two names.
    private static void AskAboutTwoNames(IReadOnlyList<AnnexReading> annexes, FindingLog log)
    {
        var units = Rows(annexes).SelectMany(row => row.Measure.Units.Where(unit => unit is { Entry: not null, IsGroup: false }).Select(unit => new NamedUnit(row.Place, UnitCellReader.WithoutBracket(unit.Raw), unit.Entry!)));
        foreach (var unit in units.GroupBy(named => named.Entry.Code))
        {
            var names = unit.Select(named => named.Raw).Distinct().ToList();
            if (names.Count > 1)
            {
                var second = unit.First(named => named.Raw == names[1]);
                log.Add("PLAN-011", Severity.Note, second.Place, names[1], ("names", string.Join('、', names)), ("unit", second.Entry.Name));
            }
        }
    }

    private static IEnumerable<PlacedMeasure> Rows(IReadOnlyList<AnnexReading> annexes)
    {
        foreach (var annex in annexes)
        {
            foreach (var task in annex.Sections.SelectMany(section => section.Tasks))
            {
                foreach (var measure in task.Measures)
                {
                    yield return new PlacedMeasure(new RowPlace(annex.Number, task.Number, measure.Row), measure);
                }
            }
        }
    }

    private static RowPlace PlaceOf(TargetReading target) => new(target.Annex, target.Task, target.Row);

    private static string FigureOf(TargetReading target) => (target.WaterClass ?? Plain(target.Value!.Value)) + target.Unit;

    private static decimal HalfOfLastDigit(decimal printed) => 0.5m / Power(printed.Scale);

    private static decimal Power(int decimals) => decimals <= 0 ? 1m : 10m * Power(decimals - 1);

    private static string Plain(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private sealed record PlacedMeasure(RowPlace Place, MeasureReading Measure);

    private sealed record NamedUnit(RowPlace Place, string Raw, NameEntry Entry);
}
