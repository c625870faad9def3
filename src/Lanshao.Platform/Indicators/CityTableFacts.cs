using System.Text.RegularExpressions;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Indicators;

/// <summary>What a city table says of itself in its title rows and footnotes: which figure, which span, whose, of which day.</summary>
/// <param name="Indicator">What is ranked.</param>
/// <param name="Period">The span.</param>
/// <param name="Name">表名.</param>
/// <param name="IssuedOn">印发日期.</param>
/// <param name="Source">数据来源.</param>
/// <param name="Status">How firm the figures are.</param>
/// <param name="Sand">沙尘口径.</param>
/// <param name="Span">时段口径.</param>
internal sealed partial record CityTableFacts(
    IndicatorDefinition Indicator, Period Period, string Name, DateOnly IssuedOn, string Source, FigureStatus Status, string Sand, string Span)
{
    private const int LinesAbove = 4;
    private const int LinesBelow = 3;

    /// <summary>Reads the facts. IND-021 where the indicator is not told, IND-022 the span, IND-023 the day.</summary>
    /// <param name="indicators">The pack's indicators.</param>
    /// <param name="lines">Title rows, headings and footnotes, the title first.</param>
    /// <param name="said">What the form says beside the file, which goes before the file.</param>
    public static Outcome<CityTableFacts> Read(IndicatorList indicators, IReadOnlyList<string> lines, IReadOnlyDictionary<string, string> said)
    {
        var all = string.Join('\n', lines);
        var name = Said(said, ImportCityTable.TableArgument) ?? lines.FirstOrDefault(line => Spans().IsMatch(line) && Ranked(indicators, line) is not null) ?? lines.FirstOrDefault(line => line.Length > 4) ?? string.Empty;
        if (Ranked(indicators, name + all) is not { } indicator)
        {
            return Refusal.Unreadable("IND-021", ("known", string.Join('、', Rankable(indicators).Select(known => known.ShortName))));
        }

        if (PeriodOf(Said(said, ImportCityTable.PeriodArgument), name + "\n" + all) is not { } period)
        {
            return Refusal.Unreadable("IND-022", ("found", name));
        }

        return DayOf(Said(said, ImportCityTable.IssuedArgument), lines) is { } day
            ? new CityTableFacts(indicator, period, Cut(name), day, SourceOf(indicator, lines), Has(all, "初步") ? FigureStatus.Preliminary : FigureStatus.Announced, SandOf(all), SpanOf(period, all))
            : Refusal.Unreadable("IND-023", ("found", name));
    }

    private static string? Said(IReadOnlyDictionary<string, string> said, string name) => said.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;

    private static IEnumerable<IndicatorDefinition> Rankable(IndicatorList indicators) => indicators.All.Where(indicator => indicator.IsRanked);

    private static IndicatorDefinition? Ranked(IndicatorList indicators, string text)
    {
        var plain = text.Replace('₂', '2').Replace('₅', '5').Replace("．", ".", StringComparison.Ordinal);
        return Rankable(indicators).Where(indicator => plain.Contains(indicator.ShortName, StringComparison.OrdinalIgnoreCase)).MaxBy(indicator => indicator.ShortName.Length);
    }

    private static Period? PeriodOf(string? said, string text) =>
        said is not null ? (PeriodText.TryParse(said, out var given) ? given : null)
            : Spans().Matches(text).Where(match => !match.Groups["day"].Success).Select(match => PeriodText.TryParse(match.Value, out var found) ? found : (Period?)null).FirstOrDefault(found => found is not null);

    private static DateOnly? DayOf(string? said, IReadOnlyList<string> lines)
    {
        var texts = said is not null ? [said] : lines.OrderBy(line => Has(line, "印发") || Has(line, "发布") || Has(line, "通报") ? 0 : 1).SelectMany(line => Days().Matches(line).Select(match => match.Value));
        return texts.Select(text => PeriodText.TryParse(text, out var day) && day.Kind == PeriodKind.Day ? day.From : (DateOnly?)null).FirstOrDefault(day => day is not null);
    }

    private static string SourceOf(IndicatorDefinition indicator, IReadOnlyList<string> lines)
    {
        var named = lines.Select(line => line.Split("数据来源：")).FirstOrDefault(parts => parts.Length == 2)?[1].Trim(' ', '。', '）', ')');
        return Cut(named is { Length: > 0 } ? named : indicator.Source);
    }

    private static string SandOf(string text) => Has(text, "未扣除沙尘") ? "未扣除沙尘影响" : Has(text, "扣除沙尘") ? "扣除沙尘影响" : FigureWords.NotStated;

    private static string SpanOf(Period period, string text) =>
        Has(text, "点评周期") ? "点评周期" : period.Kind == PeriodKind.Month && !Has(text, "累计") ? "当月" : "累计";

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.Ordinal);

    private static string Cut(string text) => text.Length > IndicatorValue.LongestText ? text[..IndicatorValue.LongestText] : text;

    /// <summary>Returns the lines outside the figures, the title's first: rows and paragraphs above the headings, rows of one cell and paragraphs below, the headings.</summary>
    public static IReadOnlyList<string> LinesOf(SourceDocument document, TableBlock table, CityTableHeads heads)
    {
        var at = document.Blocks.ToList().IndexOf(table);
        var before = document.Blocks.Take(at).Reverse().TakeWhile(block => block is ParagraphBlock).Select(Text).Where(text => text.Length > 0).Take(LinesAbove).Reverse();
        var after = document.Blocks.Skip(at + 1).TakeWhile(block => block is ParagraphBlock).Select(Text).Where(text => text.Length > 0).Take(LinesBelow);
        var above = table.Rows.Take(heads.First).SelectMany(Words);
        var below = table.Rows.Skip(heads.Below).Where(row => Words(row).Count() == 1).SelectMany(Words);
        var sheet = table.Name is { Length: > 0 } name ? [name] : Array.Empty<string>();
        return [.. above, .. before, .. below, .. after, .. heads.Columns.Select(column => column.Heading).Distinct(), .. sheet];
    }

    private static string Text(Block block) => ChineseText.Compact(((ParagraphBlock)block).Text);

    /// <summary>Returns the different texts of a row.</summary>
    public static IEnumerable<string> Words(TableRow row) => row.OwnCells.Select(cell => ChineseText.Compact(cell.Text)).Where(text => text.Length > 0).Distinct();

    [GeneratedRegex(@"[0-9]{4}年(?:[上下]半年|第?[一二三四]季度|[0-9]{1,2}月?[—–\-~至][0-9]{1,2}月|[0-9]{1,2}月(?<day>[0-9]{1,2}日)?)?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spans();

    [GeneratedRegex(@"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Days();
}
