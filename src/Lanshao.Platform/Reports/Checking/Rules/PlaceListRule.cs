using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>甲、乙、丙列前三位, 居末位的是丁镇, 检查数量居前三位的依次为…: the rows at one end of the table. Which end is first the words seldom say, so that either may be meant.</summary>
internal static class PlaceListRule
{
    private static readonly string[] Words = ["首位", "末位", "前两位", "前二位", "前三位", "前3位", "前四位", "前4位", "前五位", "前5位", "末三位", "末3位", "末两位", "末二位", "后三位", "后3位", "后两位", "后五位", "后5位", "前三名", "后三名", "前五名", "后五名", "前3名", "后3名", "末三名", "前三的", "前3的", "前五的", "前5的", "后三的", "后3的", "后五的", "后5的"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var word in Words)
            {
                for (var at = sentence.Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = sentence.Text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
                {
                    CheckWord(document, sentence, at, word, log);
                }
            }
        }
    }

    private static void CheckWord(CheckedDocument document, Sentence sentence, int at, string word, CheckLog log)
    {
        var table = document.Links.FindWith(sentence, at, other => ColumnOf(other, sentence, at) is not null);
        if (table is null || Headings.Has(sentence.ClauseBefore(at), "全市", "全省", "全国", "同比", "增幅", "降幅", "升幅", "幅度", "项中") || ColumnOf(table, sentence, at) is not { } column)
        {
            return;
        }

        // 总分列后两位: where another table has a column of that name, the places here are of something else.
        var clause = sentence.ClauseBefore(at);
        if (!clause.Contains(column.Core, StringComparison.Ordinal) && document.Tables.Any(other => other != table && other.Columns.Any(own => own.Role is ColumnRole.Number or ColumnRole.Total or ColumnRole.Percent && own.Core.Length > 1 && clause.Contains(own.Core, StringComparison.Ordinal) && !table.Columns.Any(here => here.Core == own.Core))))
        {
            return;
        }

        // 三个季度综合排名均在后三位: places of a ranking, not of a count.
        if (sentence.Text[..at].Contains("排名", StringComparison.Ordinal) && !Headings.Has(column.Heading, "排名", "分", "指数"))
        {
            return;
        }

        var named = NamedBy(document, sentence, table, at, word);
        var count = CountOf(word);
        if (named.Count != count || named.Exists(line => line.Value(column) is null))
        {
            return;
        }

        var sorted = table.With(column).OrderByDescending(line => line.Value(column)).ToList();
        var inOrder = sentence.Behind(at + word.Length, 6).Contains("依次", StringComparison.Ordinal);
        if (sorted.Count <= count || ((IsEnd(sorted, named, count, column) || IsEnd([.. sorted.AsEnumerable().Reverse()], named, count, column)) && (!inOrder || IsOrdered(named, column))))
        {
            log.Agree();
            return;
        }

        if (IsSoElsewhere(document, table, column, named, inOrder))
        {
            log.Unknown();
            return;
        }

        log.Add("DOC-033", CheckKind.Order, Severity.Error, sentence.Spot, named.Concat(sorted.Take(count)).DistinctBy(line => line.Number).Select(line => line.Cell(column).Spot),
            $"{string.Join("、", named.Select(line => line.Name))}{word}", $"{Names(sorted.Take(count), column)}或{Names(sorted.TakeLast(count).Reverse(), column)}", ("table", table.Label), ("heading", column.Heading));
    }

    // Of two tables of one kind of places the words name neither column in full: 排放量前三位 by one pollutant and by the other.
    private static bool IsSoElsewhere(CheckedDocument document, TableView table, TableColumn column, List<TableLine> named, bool inOrder) =>
        document.Tables.Where(other => other != table && other.NameColumn is not null).Any(other => named.ConvertAll(line => other.Data.FirstOrDefault(own => own.Name == line.Name)).OfType<TableLine>().ToList() is var rows && rows.Count == named.Count
            && other.Columns.Any(own => own.IsValue && !Headings.IsBefore(own.Heading) && Likeness.LongestCommon(own.Core, column.Core).Length > 1 && rows.TrueForAll(line => line.Value(own) is not null) && other.With(own).OrderByDescending(line => line.Value(own)).ToList() is var sorted
                && (IsEnd(sorted, rows, rows.Count, own) || IsEnd([.. sorted.AsEnumerable().Reverse()], rows, rows.Count, own)) && (!inOrder || IsOrdered(rows, own))));

    private static string Names(IEnumerable<TableLine> lines, TableColumn column) => string.Join("、", lines.Select(line => line.Name + line.Cell(column).Text));

    // 依次: one after the other, from either end.
    private static bool IsOrdered(List<TableLine> named, TableColumn column) =>
        named.Zip(named.Skip(1), (one, next) => Math.Sign(one.Value(column)!.Value - next.Value(column)!.Value)).Where(sign => sign != 0).Distinct().Count() < 2;

    // Equal values at the border may stand either way.
    private static bool IsEnd(List<TableLine> sorted, List<TableLine> named, int count, TableColumn column) =>
        named.TrueForAll(line => sorted.IndexOf(line) < count || line.Value(column) == sorted[count - 1].Value(column));

    private static int CountOf(string word) => word[1] switch { '两' or '二' => 2, '三' or '3' => 3, '四' or '4' => 4, '五' or '5' => 5, _ => 1 };

    // 居末位的是丁镇 names behind, 甲、乙、丙列前三位 before, in their own clause.
    private static List<TableLine> NamedBy(CheckedDocument document, Sentence sentence, TableView table, int at, string word)
    {
        var mentions = document.Mentions(table, sentence.Text);
        var bracket = sentence.Behind(at + word.Length, 1) == "（" && sentence.Text.IndexOf('）', at) is > 0 and var close && close - at <= 10 ? close + 1 - at - word.Length : 0;
        var behind = bracket > 0 ? sentence.Behind(at + word.Length + bracket, 6) : sentence.Behind(at + word.TrimEnd('的').Length, 6);
        if (behind.StartsWith('的') || behind.StartsWith("依次", StringComparison.Ordinal) || behind.StartsWith('为') || behind.StartsWith('是') || behind.StartsWith('：'))
        {
            var stop = sentence.ClauseEnd(at);
            var from = mentions.FirstOrDefault(mention => mention.Start >= at)?.Start ?? int.MaxValue;
            return from - at - word.Length - bracket > 6 ? [] : [.. mentions.Where(mention => mention.Start >= from && mention.End <= stop).Select(mention => mention.Line).Distinct().Take(behind.StartsWith('的') && behind.Length > 1 && behind[1] is not ('是' or '为' or '依' or '有' or '街' or '镇' or '乡' or '县' or '区') ? 1 : int.MaxValue)];
        }

        var clause = at - sentence.ClauseBefore(at).Length;
        return [.. mentions.Where(mention => mention.Start >= clause && mention.End <= at).Select(mention => mention.Line).Distinct()];
    }

    // The column that the words name, a place, or the only one.
    private static TableColumn? ColumnOf(TableView table, Sentence sentence, int at)
    {
        var values = table.Columns.Where(column => column.Role is ColumnRole.Number or ColumnRole.Percent or ColumnRole.Total && !Headings.IsBefore(column.Heading) && TableLinks.MayMean(column, sentence.Text)).ToList();
        foreach (var words in new[] { sentence.ClauseBefore(at), sentence.Text[..at] })
        {
            var likeness = values.Select(column => Likeness.LongestCommon(column.Core, words).Length).DefaultIfEmpty(0).Max();
            var named = likeness < 2 ? [] : values.FindAll(column => Likeness.LongestCommon(column.Core, words).Length == likeness);
            // 投资完成额 is 完成投资 rather than 完成村.
            var most = named.Select(column => column.Core.Count(words.Contains)).DefaultIfEmpty(0).Max();
            var meant = named.FindAll(column => column.Core.Count(words.Contains) == most);
            if (meant.Count > 0 && meant.TrueForAll(column => column.Core == meant[0].Core))
            {
                // The same figures with more and with fewer decimals.
                return TableLinks.Finest(table, meant);
            }

            if (named.Count > 1 && !Headings.Has(words, "排名", "名次", "位次"))
            {
                return null;
            }
        }

        return table.Of(ColumnRole.Rank).FirstOrDefault(column => table.With(column).Count == table.Data.Count) ?? TableLinks.ValueColumn(table, sentence.Text) ?? (values is [var single] ? single : null);
    }
}
