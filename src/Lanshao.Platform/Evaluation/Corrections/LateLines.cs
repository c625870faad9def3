using System.Globalization;
using Lanshao.Hj212.Codes;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Late;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>What late data changed in words, short enough to be read: a level with more lines than a person goes through is counted instead. Pure.</summary>
internal static class LateLines
{
    private const int MostOfLevel = 240;
    private const int MostFactors = 6;

    /// <summary>Returns the hours, and the days and months of what is no item of the index.</summary>
    public static IEnumerable<CorrectionLine> Of(IEnumerable<LateChange> changes, Func<string, bool> isEvaluated) =>
        from change in changes
        where change.Span == RollupSpan.Hour || (change.WasOver && !isEvaluated(change.Factor))
        let line = new CorrectionLine(LevelOf(change.Span), When(change), NameOf(change.Factor), change.Before?.Shown, change.After?.Shown)
        where line.Before != line.After
        select line;

    /// <summary>Returns the lines with the long levels counted.</summary>
    public static List<CorrectionLine> Fold(List<CorrectionLine> lines) =>
    [
        .. from level in lines.GroupBy(line => line.Level).OrderBy(level => level.Key)
           from line in level.Count() <= MostOfLevel ? level : level.GroupBy(line => line.What).Select(Counted)
           select line,
    ];

    /// <summary>Returns the name of a factor; its code where nobody gave it one.</summary>
    public static string NameOf(string factor) => AirStation.ItemOf(factor) is { } item ? AirNames.Of(item) : CodeTables.Find(factor)?.Name ?? factor;

    /// <summary>Returns the names of factors, the first of many.</summary>
    public static string NamesOf(List<string> factors) =>
        string.Join('、', factors.Take(MostFactors).Select(NameOf)) + (factors.Count > MostFactors ? string.Create(CultureInfo.InvariantCulture, $"等{factors.Count}项") : string.Empty);

    private static CorrectionLine Counted(IGrouping<string, CorrectionLine> lines)
    {
        var ordered = lines.OrderBy(line => line.When, StringComparer.Ordinal).ToList();
        return new(
            ordered[0].Level, $"{ordered[0].When}—{ordered[^1].When}", string.Create(CultureInfo.InvariantCulture, $"{lines.Key}（{ordered.Count}处，逐项略）"),
            string.Create(CultureInfo.InvariantCulture, $"{ordered.Count(line => line.Before is not null)}处有值"), string.Create(CultureInfo.InvariantCulture, $"{ordered.Count(line => line.After is not null)}处有值"));
    }

    private static CorrectionLevel LevelOf(RollupSpan span) => span switch { RollupSpan.Hour => CorrectionLevel.Hour, RollupSpan.Day => CorrectionLevel.Day, _ => CorrectionLevel.Period };

    private static string When(LateChange change)
    {
        var civil = ChinaTime.CivilOf(change.StartUtc);
        return change.Span switch
        {
            RollupSpan.Hour => civil.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            RollupSpan.Day => civil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => civil.ToString("yyyy年M月", CultureInfo.InvariantCulture),
        };
    }
}
