using System.Buffers;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Values beside names, and totals beside the words of their columns, where no title says which table is meant: the table with which all but one of a paragraph's figures agree is, and that one is wrong.</summary>
internal static class AgreementRule
{
    private const int LongestGap = 14;
    private static readonly SearchValues<char> SmallNumbers = SearchValues.Create("两二三四五六七八九十");

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 2).ToList();
        var printed = tables.Select(table => TotalsOf(document, table)).OfType<Totals>().ToDictionary(totals => totals.Table);
        foreach (var passage in document.Passages.Where(passage => passage.Table is null && passage.Sentences.Any(sentence => sentence.Figures.Count > 0)))
        {
            var said = passage.Sentences.SelectMany(TotalsIn).DistinctBy(said => (said.Sentence, said.Figure)).ToList();
            foreach (var table in tables)
            {
                CheckRows(document, passage, table, log);
                if (said.Count > 2 && printed.TryGetValue(table, out var totals))
                {
                    CheckTotals(said, totals, log);
                }
            }
        }
    }

    private static void CheckRows(CheckedDocument document, Passage passage, TableView table, CheckLog log)
    {
        var pairs = passage.Sentences.SelectMany(sentence => PairsOf(document, sentence, table)).ToList();
        if (pairs.Count < 3)
        {
            return;
        }

        var columns = table.Columns.Where(column => column.Role is ColumnRole.Number or ColumnRole.Percent or ColumnRole.Total && !Headings.IsBefore(column.Heading)).ToList();
        var choices = pairs.ConvertAll(pair => (Pair: pair, Columns: columns.FindAll(column => MayBe(table, column, pair.Figure) && pair.Line!.Value(column) is not null))).FindAll(choice => choice.Columns.Count > 0);
        var best = columns.MaxBy(column => choices.Count(choice => choice.Columns.Contains(column) && Fits(choice.Pair, column)));

        // Each is held against the column that it agrees with, else against the one with which most of its kind agree.
        Decide(table, null, choices.ConvertAll(choice =>
        {
            var column = choice.Columns.Find(column => Fits(choice.Pair, column)) ?? (choice.Columns.Contains(best!) ? best! : choice.Columns[0]);
            return choice.Pair with { Cell = choice.Pair.Line!.Cell(column), Printed = table.Scaled(choice.Pair.Line!, column) };
        }), log);

        bool Fits(Pair pair, TableColumn column) => pair.Figure.Agrees(table.Scaled(pair.Line!, column)!);
    }

    // The figure behind a name, and the percentage that follows it as its share.
    private static IEnumerable<Pair> PairsOf(CheckedDocument document, Sentence sentence, TableView table)
    {
        var mentions = document.Mentions(table, sentence.Text);
        for (var i = 0; i < mentions.Count; i++)
        {
            var stop = i + 1 < mentions.Count ? mentions[i + 1].Start : sentence.Text.Length;
            var figures = sentence.Figures.Where(figure => figure.Start >= mentions[i].End && figure.End <= stop).Take(2).ToList();
            if (figures.Count == 0 || Headings.Has(sentence.Before(mentions[i].Start, 2), "剔除", "扣除") || figures[0].Start - mentions[i].End > LongestGap || CountsNames(sentence, table, figures[0]) || !IsOwn(sentence, sentence.Text[mentions[i].End..figures[0].Start], figures[0]))
            {
                continue;
            }

            yield return new Pair(sentence, mentions[i].Line, figures[0], null);
            if (figures.Count == 2 && table.Of(ColumnRole.Percent).Any(column => Headings.Has(column.Heading, "占", "比重", "比例", "构成")) && !figures[0].IsPercent() && figures[1].IsPercent() && sentence.Text[figures[0].End..figures[1].Start].Trim('，', '（', '(') is "占" or "占比" or "占比为" or "")
            {
                yield return new Pair(sentence, mentions[i].Line, figures[1], null);
            }
        }
    }

    // 甲街道、乙街道2个街道: the number counts the names.
    private static bool CountsNames(Sentence sentence, TableView table, Figure figure) => sentence.Behind(figure.End, table.NameColumn!.Core.Length) == table.NameColumn.Core;

    // 乙两类合计13个 is of both, 甲长度占总长的39.1% a share of something else.
    private static bool IsOwn(Sentence sentence, string gap, Figure figure) =>
        figure is { IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) == 0 && !(figure.IsPercent() && gap.Contains('占', StringComparison.Ordinal)) && gap.IndexOf('）', StringComparison.Ordinal) <= gap.IndexOf('（', StringComparison.Ordinal) && !Headings.Has(gap, "合计", "共计", "、", "，", "等", "和", "每", "各", "较", "比", "同期", "增", "减", "分别", "依次");

    private static bool MayBe(TableView table, TableColumn column, Figure figure) =>
        figure.IsPercent() ? column.Role == ColumnRole.Percent
            : column.IsValue && figure.Unit is { } unit && ((column.Unit ?? table.Unit) is { } own ? (own.Kind == UnitKind.Count ? own.Name == unit.Name : own.Kind == unit.Kind) : unit.Kind == UnitKind.Count);

    // 检查3032家次，立案284起，罚款2268.0万元 against the row of totals.
    private static void CheckTotals(List<Said> said, Totals totals, CheckLog log)
    {
        var pairs = said.ConvertAll(one => TotalOf(one, totals)).OfType<Pair>().ToList();
        if (pairs.Select(pair => pair.Cell).Distinct().Count() > 2)
        {
            Decide(totals.Table, null, [.. pairs.DistinctBy(pair => pair.Cell)], log);
        }
    }

    // 3个街道合计139件 and 三地合计139件 are sums of these, not of all rows.
    private static bool IsOfCounted(Sentence sentence, Figure figure, string words)
    {
        var sum = Math.Max(words.IndexOf("合计", StringComparison.Ordinal), words.IndexOf("共计", StringComparison.Ordinal));
        return sum >= 0
            && (words.AsSpan(0, sum).ContainsAny(SmallNumbers)
                || (sentence.Figures.LastOrDefault(other => other.End <= figure.Start) is { IsCounted: true } counted && !sentence.Text.AsSpan(counted.End, figure.Start - counted.End).Contains('，')));
    }

    // The figures that may be totals, with the words between them and what stands before.
    private static IEnumerable<Said> TotalsIn(Sentence sentence)
    {
        foreach (var figure in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) == 0))
        {
            var from = Math.Max(sentence.Figures.LastOrDefault(other => other.End <= figure.Start)?.End ?? 0, figure.Start - LongestGap);
            var words = sentence.Text[from..figure.Start];
            words = words[(words.AsSpan().LastIndexOfAny("，；：（".AsSpan()) + 1)..];
            // 每月采样1次 is how often.
            if (words.Length > 1 && !IsOfCounted(sentence, figure, words) && !Headings.Has(words, "其中", "占", "每"))
            {
                yield return new Said(sentence, figure, words);
            }
        }
    }

    private static Totals? TotalsOf(CheckedDocument document, TableView table) => table.Lines.FirstOrDefault(line => line.Kind == LineKind.Total) is not { } line ? null
        : new Totals(table, line, [.. table.Columns.Where(column => column.Role is ColumnRole.Number or ColumnRole.Total or ColumnRole.Percent && line.Value(column) is not null && (PeriodWords.YearIn(column.Heading) is not { } year || year == document.Year))]);

    // The total under the only column that the words name best.
    private static Pair? TotalOf(Said said, Totals totals)
    {
        var best = 0;
        var named = new List<TableColumn>();
        foreach (var column in totals.Columns)
        {
            var likeness = MayBe(totals.Table, column, said.Figure) && IsMeant(column, said) ? Likeness.LongestCommon(column.Heading, said.Words).Length : 0;
            if (likeness < Math.Clamp(column.Noun.Length, 2, 3) || likeness < best)
            {
                continue;
            }

            if (likeness > best)
            {
                named.Clear();
                best = likeness;
            }

            named.Add(column);
        }

        // 达到序时进度 is all of that heading and a part of 未达到序时进度.
        named = named.Count > 1 && named.FindAll(column => column.Noun.Length == best) is { Count: 1 } whole ? whole : named;
        return named is [var only] ? new Pair(said.Sentence, null, said.Figure, totals.Line.Cell(only)) { Printed = totals.Table.Scaled(totals.Line, only) } : null;
    }

    // 办结率 is no 按期办结率.
    private static bool IsMeant(TableColumn column, Said said) =>
        (column.Role != ColumnRole.Percent || said.Words.Contains(column.Noun, StringComparison.Ordinal)) && Headings.IsBefore(column.Heading) == said.IsBefore;

    private static void Decide(TableView table, TableColumn? column, List<Pair> pairs, CheckLog log)
    {
        var odd = pairs.FindAll(pair => !pair.Figure.Agrees(pair.Printed!));
        // 9件、6件 stand in many a column: small numbers agree by chance.
        var isTelling = pairs.Count > 3 || pairs.Count(pair => pair.Figure.Value >= 10m * Math.Min(1m, pair.Figure.Step)) > 1;
        if (pairs.Count < 3 || odd.Count != 1 || !isTelling || log.IsSuspect(odd[0].Cell!.Spot))
        {
            log.Agree(odd.Count == 0 && pairs.Count > 2 ? pairs.Count : 0);
            return;
        }

        var (sentence, line, figure, cell) = odd[0];
        log.Add("DOC-032", CheckKind.FigureConflict, Severity.Error, sentence.Spot, [cell!.Spot], sentence.Text[figure.Start..figure.End], cell.Text,
            ("name", line?.Name ?? "合计"), ("table", table.Label), ("heading", column?.Heading ?? ""));
    }

    private sealed record Said(Sentence Sentence, Figure Figure, string Words)
    {
        public bool IsBefore { get; } = Headings.IsBefore(Words);
    }

    private sealed record Totals(TableView Table, TableLine Line, List<TableColumn> Columns);

    private sealed record Pair(Sentence Sentence, TableLine? Line, Figure Figure, CellView? Cell)
    {
        public Figure? Printed { get; init; }
    }
}
