using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Counts over a table: 9个街道并列全市倒数第10位, 3个街道同比上升, 均同比下降, 无街道进入后30名.</summary>
internal static class TableCountRule
{
    private static readonly string[] Things = ["街道", "乡镇", "地区", "断面", "点位", "区", "镇", "社区", "站点", "单位", "企业", "县", "乡"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var figure in sentence.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true, Value: > 0m and < 1000m }))
            {
                if (figure.UnitText == "个月" || (figure.Unit!.Name is "个" or "家" && Array.Exists(Things, sentence.Behind(figure.End, 4).StartsWith)))
                {
                    CheckNumber(document, sentence, figure, log);
                }
            }

            CheckNone(document, sentence, log);
            CheckAll(document, sentence, log);
        }
    }

    private static void CheckNumber(CheckedDocument document, Sentence sentence, Figure figure, CheckLog log)
    {
        var words = sentence.Text[figure.End..sentence.ClauseEnd(figure.End)];
        if (ChangeSeries.SignIn(words) is not null || PredicateOf(document, sentence, figure.Start, words) is not { } predicate || (figure.UnitText == "个月" && !predicate.Table.NameColumn!.Heading.Contains('月', StringComparison.Ordinal)))
        {
            return;
        }

        var matching = predicate.Matching();
        var list = sentence.ListBefore(figure.Start);
        var named = document.Mentions(predicate.Table, list).Select(mention => mention.Line).Distinct().ToList();
        if (named.Count > 0 && named.Count == figure.Value && ProseText.CountOfList(list) == named.Count && !named.TrueForAll(matching.Contains))
        {
            Add(sentence, predicate, list.Trim(), string.Join("、", matching.Select(line => line.Name)), matching, log);
            return;
        }

        if (matching.Count == figure.Value)
        {
            log.Agree();
            return;
        }

        Add(sentence, predicate, sentence.Text[figure.Start..sentence.ClauseEnd(figure.End)], $"{Numbers.Count(matching.Count)}个", matching, log);
    }

    // 无街道进入全市后30名, 没有街道同比上升.
    private static void CheckNone(CheckedDocument document, Sentence sentence, CheckLog log)
    {
        foreach (var word in (ReadOnlySpan<string>)["没有", "无"])
        {
            var at = sentence.Text.IndexOf(word, StringComparison.Ordinal);
            if (at < 0 || !Array.Exists(Things, sentence.Behind(at + word.Length, 4).StartsWith))
            {
                continue;
            }

            var words = sentence.Text[(at + word.Length)..sentence.ClauseEnd(at)];
            if (PredicateOf(document, sentence, at, words) is { } predicate)
            {
                var matching = predicate.Matching();
                Decide(sentence, predicate, matching.Count == 0, word + words, $"{Numbers.Count(matching.Count)}个", matching, log);
                return;
            }
        }
    }

    // 各街道…均同比下降, 全部达到目标.
    private static void CheckAll(CheckedDocument document, Sentence sentence, CheckLog log)
    {
        foreach (var word in (ReadOnlySpan<string>)["均同比", "全部同比", "均环比", "全部环比"])
        {
            var at = sentence.Text.IndexOf(word, StringComparison.Ordinal);
            var words = at < 0 ? "" : sentence.Text[at..sentence.ClauseEnd(at)];
            if (at < 0 || !Headings.Has(sentence.Text[..at], "各", "所有", "全部") || PredicateOf(document, sentence, at, words) is not { } predicate)
            {
                continue;
            }

            // 除甲街道、乙镇外均同比下降: those that are named are the others.
            var others = predicate.Others();
            if (sentence.IsExcepted(at))
            {
                var from = sentence.Text.LastIndexOf('除', at);
                var excepted = document.Mentions(predicate.Table, sentence.Text[from..at]).Select(mention => mention.Line).Distinct().ToList();
                var odd = predicate.Table.With(predicate.Column).Where(line => others.Contains(line) != excepted.Contains(line)).ToList();
                Decide(sentence, predicate, odd.Count == 0 || excepted.Count == 0, sentence.Text[from..at] + words, string.Join("、", odd.Take(5).Select(line => $"{line.Name}{line.Cell(predicate.Column).Text}")), odd, log);
                continue;
            }

            Decide(sentence, predicate, others.Count == 0, words, string.Join("、", others.Take(5).Select(line => $"{line.Name}{line.Cell(predicate.Column).Text}")), others, log);
        }
    }

    private static void Decide(Sentence sentence, Predicate predicate, bool isRight, string stated, string computed, IReadOnlyList<TableLine> lines, CheckLog log)
    {
        if (isRight)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-034", CheckKind.Count, Severity.Error, sentence.Spot, lines.Select(line => line.Cell(predicate.Column).Spot), stated.Trim(), computed, ("table", predicate.Table.Label), ("heading", predicate.Column.Heading));
    }

    private static void Add(Sentence sentence, Predicate predicate, string stated, string computed, IReadOnlyList<TableLine> lines, CheckLog log) =>
        log.Add("DOC-009", CheckKind.Count, Severity.Error, sentence.Spot, lines.Select(line => line.Cell(predicate.Column).Spot), stated.Trim(), computed,
            ("table", predicate.Table.Label), ("heading", predicate.Column.Heading), ("names", lines.Count == 0 ? "无" : string.Join("、", lines.Take(20).Select(line => line.Name))));

    private static Predicate? PredicateOf(CheckedDocument document, Sentence sentence, int at, string words)
    {
        var isRank = words.Contains('名', StringComparison.Ordinal) || words.Contains('位', StringComparison.Ordinal);
        var isChange = words.Contains("同比", StringComparison.Ordinal) || words.Contains("环比", StringComparison.Ordinal) || words.EndsWith("持平", StringComparison.Ordinal);
        if (!(isRank || isChange) || Headings.Has(words, "次位", "左右", "以外") || document.Links.Find(sentence, at) is not { } table)
        {
            return null;
        }

        return isChange ? Predicate.OfChange(table, words) : Predicate.OfRank(table, words);
    }

    private sealed record Predicate(TableView Table, TableColumn Column, Func<decimal, bool> Holds)
    {
        public IReadOnlyList<TableLine> Matching() => [.. Table.With(Column).Where(line => Holds(line.Value(Column)!.Value))];

        public IReadOnlyList<TableLine> Others() => [.. Table.With(Column).Where(line => !Holds(line.Value(Column)!.Value))];

        public static Predicate? OfChange(TableView table, string words)
        {
            var columns = table.Of(ColumnRole.Change).Where(column => !Headings.Has(column.Heading, "同比", "环比") || column.Heading.Contains(words.Contains("环比", StringComparison.Ordinal) ? "环比" : "同比", StringComparison.Ordinal)).ToList();
            var direction = words.Contains("持平", StringComparison.Ordinal) ? 0 : words.Contains("改善", StringComparison.Ordinal) ? -1 : words.Contains("反弹", StringComparison.Ordinal) ? 1 : Directions.In(words);
            var hasFigure = FigureReader.FindAll(words).Count > 0;
            return columns.Count != 1 || hasFigure || (direction == 0 && !words.Contains("持平", StringComparison.Ordinal)) || Headings.Has(words, "或", "幅度")
                ? null : new Predicate(table, columns[0], value => Math.Sign(value) == direction);
        }

        public static Predicate? OfRank(TableView table, string words)
        {
            var places = FigureReader.FindAll(words);
            var ranks = table.Of(ColumnRole.Rank).Where(column => !words.Contains("全市", StringComparison.Ordinal) || column.Heading.Contains('市', StringComparison.Ordinal)).Where(column => !Headings.Has(words, "全区", "区内") || column.Heading.Contains('区', StringComparison.Ordinal)).ToList();
            if (places is not [var place] || ranks is not [var rank])
            {
                return null;
            }

            // 后30名 in a column that counts from the worst is 30 or better placed there; in one that counts from the best the number of all would have to be known.
            var fromWorst = rank.Heading.Contains('倒', StringComparison.Ordinal);
            var toWorst = Headings.Has(words, "后", "倒数", "末");
            var k = place.Value;
            return place.IsOrdinal && fromWorst == toWorst ? new Predicate(table, rank, value => value == k)
                : !place.IsOrdinal && fromWorst == toWorst && Headings.Has(words, "前", "后", "末", "倒数") ? new Predicate(table, rank, value => value <= k) : null;
        }
    }
}
