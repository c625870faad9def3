using System.Text.RegularExpressions;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>综合指数由好到差依次为甲县、乙县、丙县: rows that the text puts in the order of some column. Where no column has them so and one has all but two neighbours, these stand wrong; a name that stands twice took the place of another.</summary>
internal static partial class OrderedListRule
{
    private const int FewestNames = 3;
    private const int FewestAlone = 4;
    private const int FewestUnnamed = 7;
    private const int LongestLead = 16;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count >= FewestNames).ToList();
        foreach (var sentence in tables.Count == 0 ? [] : document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Text.Contains('到', StringComparison.Ordinal)))
        {
            foreach (Match order in Order().Matches(sentence.Text))
            {
                CheckList(document, sentence, order.Index + order.Length, tables, log);
            }
        }
    }

    private static void CheckList(CheckedDocument document, Sentence sentence, int from, List<TableView> tables, CheckLog log)
    {
        var end = sentence.ClauseEnd(from);
        (RowSeries Series, List<TableLine> Named, int Score)? best = null;
        var isOfRest = Headings.Has(sentence.Text[..from], "未", "剩", "余", "欠", "差");
        foreach (var table in tables)
        {
            var mentions = document.Mentions(table, sentence.Text).Where(mention => mention.Start >= from && mention.End <= end).ToList();
            if (mentions.Count < FewestNames || mentions[0].Start - from > LongestLead || ProseText.CountOfList(sentence.Text[mentions[0].Start..mentions[^1].End]) != mentions.Count)
            {
                continue;
            }

            var named = mentions.ConvertAll(mention => mention.Line);
            foreach (var series in RowSeries.Values(table).Concat(RowSeries.Changes(table)).Concat(isOfRest ? RowSeries.Rests(table) : []).Where(series => named.TrueForAll(series.Rows.Contains)))
            {
                if (Slips(series, named) == 0 && (named.Select(series.Of).Distinct().Count() >= named.Count - 1 || Likeness.LongestCommon(series.Column.Core, sentence.Text[..from]).Length > 1))
                {
                    log.Agree();
                    return;
                }

                var words = sentence.Text[..from];
                var score = Math.Max(Likeness.LongestCommon(series.Column.Core, words).Length, Likeness.LongestCommon(series.Column.NormalCore, Indicator.Normal(words)).Length);
                var isWhole = named.Count == series.Rows.Count;
                if (Slips(series, named) == 1 && (isWhole ? score > 1 || named.Count >= FewestUnnamed : score > 1 && named.Count >= FewestAlone) && (best is null || score > best.Value.Score))
                {
                    best = (series, named, score);
                }
            }
        }

        if (best is { } found && !log.IsSuspect(sentence.Spot))
        {
            Add(sentence, found.Series, found.Named, log);
        }
    }

    // From either end: pairs of neighbours that stand the other way, a name that stands twice; more than one of them is another order.
    private static int Slips(RowSeries series, List<TableLine> named)
    {
        var values = named.ConvertAll(line => series.Of(line)!.Value);
        var twice = named.Count - named.Distinct().Count();
        var signs = values.Zip(values.Skip(1), (one, next) => Math.Sign(next - one)).ToList();
        var (ups, downs) = (signs.Count(sign => sign > 0), signs.Count(sign => sign < 0));
        var against = Math.Min(ups, downs);
        return twice > 1 || against > 1 ? 2 : twice == 1 ? 1 : against == 0 ? 0 : IsSwap(values, ups > downs) || named.Count == FewestNames ? 1 : 2;
    }

    private static bool IsSwap(List<decimal> values, bool isRising)
    {
        var ordered = isRising ? values : values.ConvertAll(value => -value);
        for (var i = 0; i + 1 < ordered.Count; i++)
        {
            if (ordered[i] > ordered[i + 1])
            {
                return (i == 0 || ordered[i - 1] <= ordered[i + 1]) && (i + 2 >= ordered.Count || ordered[i] <= ordered[i + 2]);
            }
        }

        return true;
    }

    private static void Add(Sentence sentence, RowSeries series, List<TableLine> named, CheckLog log)
    {
        var isFalling = series.Of(named[0]) >= series.Of(named[^1]);
        var right = (named.Distinct().Count() == named.Count ? named : [.. series.Rows]).OrderBy(line => isFalling ? -series.Of(line) : series.Of(line)).ToList();
        log.Add("DOC-033", CheckKind.Order, Severity.Error, sentence.Spot, right.Select(line => line.Cell(series.Column).Spot), string.Join("、", named.Select(line => line.Name)), string.Join("、", right.Select(line => line.Name + line.Cell(series.Column).Text)),
            ("table", series.Table.Label), ("heading", series.Column.Heading));
    }

    [GeneratedRegex("[由从](?:高|低|大|小|多|少|好|差|快|慢|优|劣|长|短|重|轻)到(?:高|低|大|小|多|少|好|差|快|慢|优|劣|长|短|重|轻)", RegexOptions.NonBacktracking)]
    private static partial Regex Order();
}
