using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Facts;

/// <summary>Everything that a text about the district and a period may print, found by name, and the words that are no facts (the district's name, the period).</summary>
public sealed class FactCatalogue
{
    private readonly Dictionary<string, NamedFact> _byName;

    internal FactCatalogue(Period period, DateTime computedUtc, IReadOnlyDictionary<string, string> words, IEnumerable<NamedFact> facts)
    {
        Period = period;
        ComputedUtc = computedUtc;
        Words = words;
        All = [.. facts.DistinctBy(fact => fact.Name)];
        _byName = All.ToDictionary(fact => fact.Name, StringComparer.Ordinal);
    }

    public Period Period { get; }

    /// <summary>Gets when the facts were computed.</summary>
    public DateTime ComputedUtc { get; }

    /// <summary>Gets the words that stand for the district and the period.</summary>
    public IReadOnlyDictionary<string, string> Words { get; }

    /// <summary>Gets the facts: the district's figures, then the tables', then the plan's.</summary>
    public IReadOnlyList<NamedFact> All { get; }

    public NamedFact? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Returns the facts whose name, label or printed figure has all the words that were typed.</summary>
    public IReadOnlyList<NamedFact> Search(string? typed)
    {
        var words = (typed ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. All.Where(fact => words.All(word => new[] { fact.Name, fact.Label, fact.Shown }.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase))))];
    }

    /// <summary>Computes the catalogue of a period from what is stored now.</summary>
    /// <param name="db">The store.</param>
    /// <param name="pack">The pack in force.</param>
    /// <param name="report">The report with its tables and what it is about.</param>
    /// <param name="nowUtc">When.</param>
    /// <param name="ct">Stops.</param>
    internal static async Task<FactCatalogue> ReadAsync(LanshaoContext db, Pack pack, ReportAnnexes report, DateTime nowUtc, CancellationToken ct)
    {
        var (period, isRegular) = (report.Period, report.Scope.Kind is ReportKind.Week or ReportKind.Month);
        return new(
            period,
            nowUtc,
            new Dictionary<string, string>(WordsOf(pack, period).Concat(report.Subject.Words), StringComparer.Ordinal),
            [
                .. await FiguresAsync(db, pack.Read(IndicatorList.Part), period, ct),
                .. report.Tables.SelectMany(table => TableFacts.Of(table.Table, pack.District).Select(fact => fact.Under(table.Prefix))),
                .. await ReviewFacts.ReadAsync(db, report.Tables, ct),
                .. await PlanFacts.ReadAsync(db, pack, period, ct),
                .. isRegular ? DueFacts.Of(await DueTasks.ReadAsync(db, pack.District, period, ct), period) : [],
                .. isRegular ? await DueFacts.ReturnsAsync(db, period, ct) : [],
                .. report.Subject.Facts,
            ]);
    }

    // A week, a month, a day or a season speaks of the year so far; its own figures stand beside it.
    private static async Task<IEnumerable<NamedFact>> FiguresAsync(LanshaoContext db, IndicatorList indicators, Period period, CancellationToken ct) => IsOfTheYearSoFar(period)
        ?
        [
            .. await DistrictFacts.ReadAsync(db, indicators, Period.Spanning(new(period.To.Year, 1, 1), period.To), ct),
            .. (await DistrictFacts.ReadAsync(db, indicators, period, ct)).Select(fact => fact.Under(ReportTable.OwnPrefix)),
            .. await ReviewAsync(db, indicators, period, ct),
        ]
        : await DistrictFacts.ReadAsync(db, indicators, period, ct);

    private static async Task<IEnumerable<NamedFact>> ReviewAsync(LanshaoContext db, IndicatorList indicators, Period month, CancellationToken ct)
    {
        var review = month.Kind != PeriodKind.Month ? null : await db.Set<IndicatorValue>().AsNoTracking()
            .Where(value => value.Place == Place.District && value.EndedUtc == null && value.PeriodBasis == FigureWords.ReviewPeriod && value.ToOn >= month.From && value.ToOn <= month.To)
            .OrderByDescending(value => value.ToOn).Select(value => (Period?)value.Period).FirstOrDefaultAsync(ct);
        return review is { } period ? (await DistrictFacts.ReadAsync(db, indicators, period, ct)).Select(fact => fact.Under(ReportTable.ReviewPrefix)) : [];
    }

    // A half-year, quarter or year is itself what is reported on.
    private static bool IsOfTheYearSoFar(Period period) => period.Kind is not (PeriodKind.Half or PeriodKind.Quarter or PeriodKind.Year);

    private static Dictionary<string, string> WordsOf(Pack pack, Period period)
    {
        var quarter = Period.Quarter(period.To.Year, ((period.To.Month - 1) / 3) + 1);
        return new(StringComparer.Ordinal)
        {
            ["district"] = pack.District.Facts.Name,
            ["fullDistrict"] = pack.District.Facts.FullName,
            ["city"] = pack.District.Facts.City,
            ["year"] = string.Create(CultureInfo.InvariantCulture, $"{period.To.Year}年"),
            ["period"] = period.ChineseText,
            ["span"] = SpanOf(period),
            ["months"] = PeriodWords.Months(period),
            ["monthRange"] = PeriodWords.Fill("{monthRange}", period),
            ["lastMonth"] = PeriodWords.Fill("{lastMonth}", period),
            ["quarter"] = SpanOf(quarter),
            ["lastDay"] = period.To.ToString("M月d日", CultureInfo.InvariantCulture),
            ["days"] = Days(period),
            ["day"] = period.To.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
            ["issue"] = period.Kind == PeriodKind.Week ? string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(period.From)}年第{ISOWeek.GetWeekOfYear(period.From)}期") : string.Create(CultureInfo.InvariantCulture, $"{period.To.Year}年第{period.To.Month}期"),
            ["nextDays"] = Days(DueTasks.NextOf(period)),
        };
    }

    private static string Days(Period period) => string.Create(CultureInfo.InvariantCulture, $"{period.From:M月d日}—{period.To:M月d日}");

    /// <summary>Returns a period without its year where the text says the year elsewhere: 上半年, 二季度, 1—5月.</summary>
    public static string SpanOf(Period period) => period.Kind switch
    {
        PeriodKind.Year => "全年",
        _ when period.From.Year == period.To.Year && period.ChineseText.IndexOf('年', StringComparison.Ordinal) is var at and > 0 => period.ChineseText[(at + 1)..],
        _ => period.ChineseText,
    };
}
