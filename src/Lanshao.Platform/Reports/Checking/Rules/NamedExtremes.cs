using System.Buffers;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Who is said to have the greatest or the least value: 甲、乙街道较为靠后, 最高为甲街道, 最低的前3位依次是甲、乙、丙.</summary>
internal static class NamedExtremes
{
    private static readonly string[] Worst = ["较为靠后", "排名靠后", "较高", "最高", "最大", "最多", "最差", "居首", "高居首位"];
    private static readonly string[] Best = ["最低", "最小", "最少", "较低", "最好", "最优"];
    private static readonly SearchValues<string> Extremes = SearchValues.Create([.. Worst, .. Best], StringComparison.Ordinal);

    public static void Check(CheckedDocument document, Sentence sentence, TableView table, IReadOnlyList<NameMention> mentions, CheckLog log)
    {
        foreach (var (words, greatest) in table.HasTimesWithin || !sentence.Text.AsSpan().ContainsAny(Extremes) ? [] : new[] { (Worst, true), (Best, false) })
        {
            foreach (var word in words)
            {
                var at = sentence.Text.IndexOf(word, StringComparison.Ordinal);
                if (at >= 0 && IsSaidOfValues(sentence, at) && MeantTable.MayBeOf(document, sentence, at, table) && ColumnOf(sentence, table, mentions, at, word, greatest) is { } column)
                {
                    CheckExtreme(sentence, table, column, NamedBy(sentence, mentions, at, word), greatest, word, log);
                    break;
                }
            }
        }
    }

    // 降幅最大, 增加最多 are about changes; 尚有311户未完成，其中甲镇最多 about what is left; 并非最高 about nothing.
    private static bool IsSaidOfValues(Sentence sentence, int at) => !IsOfRest(sentence, at) && !sentence.IsExcepted(at) && !Headings.Has(sentence.Text[..at], "其余", "其他", "其它")
        && !Headings.Has(sentence.Before(at, 5), "增", "减", "降", "升", "涨", "变化", "改善", "提", "好转", "反弹", "进步", "退步", "并列", "非", "不是");

    // The column that the words name, where the figure behind them can be one of its values.
    private static TableColumn? ColumnOf(Sentence sentence, TableView table, IReadOnlyList<NameMention> mentions, int at, string word, bool greatest)
    {
        var clause = sentence.ClauseBefore(at);
        var column = TableLinks.ExtremeColumn(table, clause, sentence.Text) ?? TableLinks.ExtremeColumn(table, clause, sentence.Context(at)) ?? AnyTrue(table, sentence, at, NamedBy(sentence, mentions, at, word), greatest);
        // 建设路街道93.2%最低，离线9台: the value stands before the word.
        var value = sentence.Figures.FirstOrDefault(figure => figure.End == at && figure is { IsPlain: true, IsOrdinal: false });
        if (column is not null && value is not null && !table.Lines.Any(line => table.Scaled(line, column) is { } printed && value.Agrees(printed)))
        {
            return null;
        }

        if (column is null || (column.Role == ColumnRole.Percent && word is "最多" or "最少") || !ExtremeFigure.MayBeOf(table, column, sentence, at + word.Length))
        {
            return null;
        }

        var amount = sentence.Figures.FirstOrDefault(figure => figure.Start >= at);
        return amount?.Unit is null || (amount.IsPercent() == (column.Role == ColumnRole.Percent) && IsOfKind(table, column, amount)) ? column : null;
    }

    // 1月最少，仅17天 is no concentration.
    private static bool IsOfKind(TableView table, TableColumn column, Figure amount) => amount.IsPercent() || (column.Unit ?? table.Unit) is not { } unit || unit.Kind == amount.Unit?.Kind || amount.Unit?.Kind is UnitKind.Ratio or UnitKind.Points;

    private static bool IsOfRest(Sentence sentence, int at) => sentence.Text.LastIndexOf("其中", at, StringComparison.Ordinal) is > 0 and var among && Headings.Has(sentence.Text[..among], "未", "尚有", "剩余", "仍有");

    // Of several columns that the words name the one that makes the statement true, else the first.
    private static TableColumn? AnyTrue(TableView table, Sentence sentence, int at, List<TableLine> named, bool greatest)
    {
        var columns = TableLinks.NamedColumns(table, sentence.ClauseBefore(at)).FindAll(column => named.TrueForAll(line => line.Value(column) is not null));
        columns = columns.Count > 0 || sentence.Figures.FirstOrDefault(figure => figure.Start >= at) is not { } amount || !ExtremeFigure.IsInBracket(sentence, amount) ? columns
            : [.. table.Columns.Where(column => column.IsValue && !Headings.IsBefore(column.Heading) && (column.Unit ?? table.Unit)?.Name == amount.Unit!.Name && named.TrueForAll(line => line.Value(column) is not null))];
        return named.Count == 0 ? null : columns.Find(column => !table.With(column).Any(line => !named.Contains(line) && (greatest ? line.Value(column) > named.Min(own => own.Value(column)) : line.Value(column) < named.Max(own => own.Value(column))))) ?? columns.FirstOrDefault();
    }

    // 甲、乙街道较为靠后: the names before in the clause; 最高为甲街道: the name behind.
    private static List<TableLine> NamedBy(Sentence sentence, IReadOnlyList<NameMention> mentions, int at, string word)
    {
        var clause = at - sentence.ClauseBefore(at).Length;
        var before = mentions.Where(mention => mention.Start >= clause && mention.End <= at).Select(mention => mention.Line).Distinct().ToList();
        var behind = sentence.Behind(at + word.Length, 2);
        var first = mentions.FirstOrDefault(mention => mention.Start >= at && mention.Start - at - word.Length <= 4);
        if (Ordered(sentence, mentions, at + word.Length) is { Count: > 0 } list)
        {
            return list;
        }

        // 最低的甲与最高的乙相差…: the name behind.
        return before.Count > 0 && !(first is not null && first.Start == at + word.Length + 1 && behind.StartsWith('的')) ? before : first is not null && (behind.StartsWith('的') || behind.StartsWith('为') || behind.StartsWith('是')) ? [first.Line] : [];
    }

    // 最低的前3位依次是：甲、乙、丙.
    private static List<TableLine> Ordered(Sentence sentence, IReadOnlyList<NameMention> mentions, int from)
    {
        var start = mentions.FirstOrDefault(mention => mention.Start >= from)?.Start ?? -1;
        var lead = start < 0 || start - from > 14 ? "" : sentence.Text[from..start];
        var stop = start < 0 ? 0 : sentence.ClauseEnd(start);
        return (Headings.Has(lead, "前", "后") || lead.StartsWith('的')) && Headings.Has(lead, "是", "为", "：") && Headings.Has(lead, "位", "名", "个")
            ? [.. mentions.Where(mention => mention.Start >= start && mention.End <= stop).Select(mention => mention.Line).Distinct()] : [];
    }

    private static void CheckExtreme(Sentence sentence, TableView table, TableColumn column, List<TableLine> named, bool greatest, string word, CheckLog log)
    {
        var values = named.Select(line => line.Value(column)).ToList();
        if (named.Count == 0 || values.Contains(null))
        {
            return;
        }

        var others = table.With(column).Where(line => !named.Contains(line) && !line.IsRest).ToList();
        var beyond = others.Where(line => greatest ? line.Value(column) > values.Min() : line.Value(column) < values.Max()).ToList();
        if (beyond.Count == 0)
        {
            log.Agree();
            return;
        }

        // The words do not name the column, and in another one of its unit it is so.
        var isNamed = column.Core.Length > 2 && sentence.Text.Contains(column.Core, StringComparison.Ordinal);
        if (ExtremeFigure.IsOfItsKind(table, named, beyond) || (!isNamed && ExtremeFigure.IsSoElsewhere(table, column, named, greatest)))
        {
            log.Unknown();
            return;
        }

        var ordered = greatest ? table.With(column).Where(line => !line.IsRest).OrderByDescending(line => line.Value(column)) : table.With(column).OrderBy(line => line.Value(column));
        var first = ordered.Take(named.Count).Select(line => $"{line.Name}{line.Cell(column).Text}");
        log.Add("DOC-033", CheckKind.Order, Severity.Error, sentence.Spot, beyond.Concat(named).Select(line => line.Cell(column).Spot),
            $"{string.Join("、", named.Select(line => line.Name))}{word}", string.Join("、", first), ("table", table.Label), ("heading", column.Heading));
    }
}
