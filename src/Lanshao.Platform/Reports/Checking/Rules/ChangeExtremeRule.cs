using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>降幅最大的是甲镇，下降14.6%; 增加最多的是林地，增加4.5平方公里; 乙市增幅最大，达15.6%: the row with the greatest change, and its change.</summary>
internal static class ChangeExtremeRule
{
    private const int LongestGap = 6;
    private const int LongestAway = 24;
    private static readonly (string Word, int Side)[] Words =
    [
        ("降幅最大", -1), ("下降最多", -1), ("下降最大", -1), ("减少最多", -1), ("降幅居首", -1), ("改善幅度最大", -1), ("改善最大", -1), ("降低最多", -1), ("下降幅度最大", -1),
        ("升幅最大", 1), ("增幅最大", 1), ("涨幅最大", 1), ("上升最多", 1), ("增加最多", 1), ("增长最多", 1), ("增长最快", 1), ("增幅居首", 1), ("反弹最大", 1), ("上升幅度最大", 1), ("提高最多", 1),
    ];

    private static readonly (string Word, int Side)[] LeastWords = [("降幅最小", -1), ("下降最少", -1), ("改善幅度最小", -1), ("减少最少", -1), ("升幅最小", 1), ("增幅最小", 1), ("涨幅最小", 1), ("增加最少", 1)];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var (word, side) in Words)
            {
                var stop = sentence.Text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at ? at + word.Length : -1;
                if (stop > 0 && ChangeSeries.Near(document, sentence, stop) is { } series)
                {
                    CheckExtreme(document, sentence, series, side, word, stop, log);
                }
            }

            foreach (var (word, side) in LeastWords)
            {
                var stop = sentence.Text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at ? at + word.Length : -1;
                if (stop > 0 && ChangeSeries.Near(document, sentence, stop) is { } series)
                {
                    CheckLeast(document, sentence, series, side, word, stop, log);
                }
            }

            CheckNamed(document, sentence, log);
        }
    }

    // 降幅最小的为甲镇: of those that went down the one that did least.
    private static void CheckLeast(CheckedDocument document, Sentence sentence, ChangeSeries series, int side, string word, int at, CheckLog log)
    {
        var named = document.Mentions(series.Table, sentence.Text).FirstOrDefault(mention => mention.Start >= at && mention.Start - at <= LongestGap && mention.End <= sentence.ClauseEnd(at))?.Line;
        var rows = series.Rows.Where(line => series.Of(line)!.Value * side > 0m).OrderBy(line => series.Of(line)!.Value * side).ToList();
        if (named is null || rows.Count < 2 || series.Of(named) is not { } own)
        {
            return;
        }

        if (own * side > 0m && own == series.Of(rows[0]))
        {
            log.Agree();
            CheckAmount(sentence, series, [named], side, Math.Max(at, sentence.ClauseEnd(at)), log);
            return;
        }

        log.Add("DOC-033", CheckKind.Order, Severity.Error, sentence.Spot, [rows[0].Cell(series.Column).Spot, named.Cell(series.Column).Spot], named.Name + word, rows[0].Name + rows[0].Cell(series.Column).Text,
            ("table", series.Table.Label), ("heading", series.Column.Heading));
    }

    // 甲街道下降2.0%, 为乙镇，升幅2.4%: the change behind a name, where no words name the table.
    private static void CheckNamed(CheckedDocument document, Sentence sentence, CheckLog log)
    {
        foreach (var figure in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) != 0))
        {
            if (document.Links.Find(sentence, figure.Start) is not null || ChangeSeries.Near(document, sentence, figure.Start) is not { Column.Role: ColumnRole.Change } series)
            {
                continue;
            }

            var mentions = document.Mentions(series.Table, sentence.Text[..figure.Start]);
            if (mentions.Count == 0 || (figure.Start - mentions[^1].End > LongestGap && !HasAmountBetween(sentence, mentions[^1], figure)) || !IsOwn(sentence.Text, mentions[^1], figure))
            {
                continue;
            }

            var side = Directions.Before(sentence.Text, figure.Start);
            CheckAmount(sentence, series, [mentions[^1].Line], side, figure.Start, log);
        }
    }

    // 化工行业158.2万吨，同比增长5.7%.
    private static bool HasAmountBetween(Sentence sentence, NameMention mention, Figure figure) =>
        figure.Start - mention.End <= 24 && sentence.Figures.Where(other => other.Start >= mention.End && other.End <= figure.Start).ToList() is [var amount] && sentence.Text[amount.End..figure.Start] is ['，', '同' or '较' or '比' or '环', ..];

    // Nothing but a pause and the direction between, and no list of names before.
    private static bool IsOwn(string text, NameMention mention, Figure figure) =>
        text[mention.End..figure.Start].Trim('，') is { Length: <= 4 or > LongestGap } && (mention.Start == 0 || text[mention.Start - 1] is not ('、' or '和') || text[..mention.Start].TrimEnd('、', '和') is { Length: > 0 } before && (char.IsAsciiDigit(before[^1]) || before[^1] is '%'));

    private static void CheckExtreme(CheckedDocument document, Sentence sentence, ChangeSeries series, int side, string word, int at, CheckLog log)
    {
        var mentions = document.Mentions(series.Table, sentence.Text);
        var clause = at - word.Length - sentence.ClauseBefore(at - word.Length).Length;
        // 甲街道降幅最大、乙街道降幅最小: behind the pause is another.
        var named = mentions.Where(mention => mention.Start >= at && mention.Start - at <= 6 && mention.End <= sentence.ClauseEnd(at) && !sentence.Text[at..mention.Start].Contains('、', StringComparison.Ordinal)).Take(1).ToList();
        named = named.Count > 0 ? [.. mentions.Where(mention => mention.Start >= named[0].Start && mention.End <= sentence.ClauseEnd(at))] : [.. mentions.Where(mention => mention.Start >= clause && mention.End <= at - word.Length)];
        var lines = named.Select(mention => mention.Line).Distinct().Where(line => line.Kind == LineKind.Data).ToList();
        if (lines.Count == 0 || lines.Exists(line => series.Of(line) is null))
        {
            return;
        }

        var least = lines.Min(line => series.Of(line)!.Value * side);
        var beyond = series.Rows.Where(line => !lines.Contains(line) && series.Of(line)!.Value * side > least).ToList();
        if (beyond.Count > 0)
        {
            if (!MayBeOf(sentence, series, Math.Max(at, named[^1].End)))
            {
                log.Unknown();
                return;
            }

            var first = series.Rows.OrderByDescending(line => series.Of(line)!.Value * side).Take(lines.Count).Select(line => line.Name + line.Cell(series.Column).Text);
            log.Add("DOC-033", CheckKind.Order, Severity.Error, sentence.Spot, beyond.Concat(lines).Select(line => line.Cell(series.Column).Spot), $"{string.Join("、", lines.Select(line => line.Name))}{word}", string.Join("、", first),
                ("table", series.Table.Label), ("heading", series.Column.Heading));
            return;
        }

        log.Agree();
        CheckAmount(sentence, series, lines, side, Math.Max(at, named[^1].End), log);
    }

    // 降幅最大的是长桥市，由4.58降至4.23，下降7.6%: the column is one of which some row has the change that follows.
    private static bool MayBeOf(Sentence sentence, ChangeSeries series, int at)
    {
        var figures = sentence.Figures.Where(figure => figure.Start >= at && figure is { IsPlain: true, IsOrdinal: false, Unit: not null } && (figure.IsShare() || Directions.Before(sentence.Text, figure.Start) != 0 || Headings.Has(sentence.ClauseBefore(figure.Start), "高出", "低出", "多出"))).ToList();
        return figures.Count == 0 || figures[0].Start - at > LongestAway || series.Table.Data.Any(line => line.Cell(series.Column).Figure is { } printed && (figures[0] with { Value = Math.Abs(figures[0].Value) }).Agrees(printed with { Value = Math.Abs(printed.Value) }))
            || series.Rows.Any(line => Math.Abs(series.Of(line)!.Value) == figures[0].Value);
    }

    // ，下降14.6%; ，达15.6%: the figure of the next clause, in the unit of the column.
    private static void CheckAmount(Sentence sentence, ChangeSeries series, List<TableLine> lines, int side, int at, CheckLog log)
    {
        var figure = sentence.Figures.FirstOrDefault(figure => figure.Start >= at);
        if (lines.Count != 1 || series.Column.Role != ColumnRole.Change || figure is not { IsPlain: true, IsOrdinal: false } || figure.Start - at > 8 || sentence.Text[figure.Start - 1] is '由' or '从' || lines[0].Cell(series.Column).Figure is not { } printed)
        {
            return;
        }

        var inPercent = series.Column.Heading.Contains('%', StringComparison.Ordinal) || printed.IsPercent() || series.Column.Unit?.Kind == UnitKind.Ratio || (figure.IsPercent() && series.Column.Unit is null && Headings.Has(series.Column.Heading, "同比", "环比", "幅", "增速"));
        if (figure.IsPercent() != inPercent || (figure with { Value = Math.Abs(figure.Value) }).Agrees(printed with { Value = printed.Value * side }))
        {
            return;
        }

        log.Add("DOC-032", CheckKind.FigureConflict, Severity.Error, sentence.Spot, [lines[0].Cell(series.Column).Spot], sentence.Text[figure.Start..figure.End], lines[0].Cell(series.Column).Text,
            ("name", lines[0].Name), ("table", series.Table.Label), ("heading", series.Column.Heading));
    }
}
