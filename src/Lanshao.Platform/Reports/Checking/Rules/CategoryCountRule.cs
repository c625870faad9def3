using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>How many rows of a table are of a kind: Ⅱ类断面3个, 达标断面10个, 轻度富营养1个, 未达标断面为甲断面、乙断面. The table is the one with as many rows as the text says there are things.</summary>
internal static class CategoryCountRule
{
    private const int MostKinds = 8;
    private const int PassagesBack = 3;
    private static readonly string[] Given = ["被评为", "评为", "评定为", "被列为", "列为", "属于", "处于"];
    private static readonly string[] Only = ["的仅有", "的有", "的为", "的是", "的只有"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 2).ToList();
        var spokenIn = tables.Count == 0 ? [] : document.Passages.Select(passage => passage.Table is not null ? [] : tables.FindAll(table => IsSpokenOf(passage, table))).ToList();
        for (var at = 0; at < spokenIn.Count; at++)
        {
            var passage = document.Passages[at];
            var near = spokenIn.GetRange(Math.Max(0, at - PassagesBack), Math.Min(at, PassagesBack) + 1);
            var spoken = passage.Table is not null || near.TrueForAll(own => own.Count == 0) ? [] : tables.FindAll(table => near.Exists(own => own.Contains(table)));
            foreach (var sentence in spoken.Count == 0 ? [] : passage.Sentences)
            {
                CheckCounts(sentence, spoken, log);
                CheckNames(document, sentence, spoken, log);
                CheckExamples(document, sentence, spoken, log);
            }
        }
    }

    // 12个考核断面 for a table of 12 rows whose names are headed 断面名称.
    private static bool IsSpokenOf(Passage passage, TableView table) =>
        passage.Sentences.Any(sentence => sentence.Figures.Any(figure => figure is { IsCounted: true, IsOrdinal: false } && figure.Value == table.Data.Count
            && Likeness.LongestCommon(sentence.Behind(figure.End, 8) + "|" + sentence.Before(figure.Start, 6), table.NameColumn!.Heading + "|" + table.Title.Text).Length >= 2));

    private static void CheckCounts(Sentence sentence, List<TableView> tables, CheckLog log)
    {
        foreach (var figure in sentence.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && figure.Unit!.Name is "个" or "家" or "处" or "条"))
        {
            // 2026年目标为Ⅱ类1个、Ⅲ类3个: what is aimed at, not what is.
            var found = sentence.Text[..figure.Start].Contains("目标为", StringComparison.Ordinal) ? [] : tables.SelectMany(table => KindsOf(table, sentence, figure.Start)).ToList();
            // 共采集水样72个，其中地表水45个: parts of another whole.
            var whole = sentence.Figures.LastOrDefault(other => other.End <= figure.Start && other is { IsCounted: true, IsPlain: true, IsOrdinal: false } && other.Unit!.Name == figure.Unit!.Name && other.Value >= figure.Value);
            if (found.Count == 0 || (whole is not null && figure.Value > found[0].Table.Data.Count && whole.Value != found[0].Table.Data.Count))
            {
                continue;
            }

            // 6条已完成水体中，塘4处; 甲镇、乙镇、丙镇3个: of some of the rows, or the number of the names.
            if (found.Exists(kind => kind.Rows.Count == figure.Value || IsOfSome(kind, sentence, figure)) || ProseText.CountOfList(sentence.ListBefore(figure.Start)) is > 1 and var listed && listed == figure.Value)
            {
                log.Agree();
                continue;
            }

            Add(sentence, found[0], sentence.Text[KindStart(sentence, figure.Start)..figure.End], $"{Numbers.Count(found[0].Rows.Count)}{figure.UnitText}", log);
        }
    }

    private static bool IsOfSome(RowKind kind, Sentence sentence, Figure figure)
    {
        var among = figure.Start == 0 ? -1 : sentence.Text.LastIndexOf("中，", figure.Start - 1, StringComparison.Ordinal);
        var words = among < 1 ? "" : sentence.ClauseBefore(among);
        return words.Length > 1 && kind.Table.Of(ColumnRole.Text).Any(column => column != kind.Column && kind.Rows.Any(line => line.Cell(column).Text is { Length: > 1 } text && words.Contains(text, StringComparison.Ordinal) && kind.Rows.Count(other => other.Cell(column).Text == text) == figure.Value));
    }

    // 未达标断面为甲断面和乙断面: exactly these.
    private static void CheckNames(CheckedDocument document, Sentence sentence, List<TableView> tables, CheckLog log)
    {
        var only = Array.Find(Only, sentence.Text.Contains);
        var at = only is null ? sentence.Text.IndexOf('为') : sentence.Text.IndexOf(only, StringComparison.Ordinal) + 1;
        if (at < 0)
        {
            return;
        }

        var list = sentence.Text[(at + (only?.Length ?? 2) - 1)..sentence.ClauseEnd(at)];
        foreach (var kinds in tables.Select(table => KindsOf(table, sentence, at)).Where(kinds => kinds.Count > 0))
        {
            var named = document.Mentions(kinds[0].Table, list).Select(mention => mention.Line).Distinct().ToList();
            if (named.Count == 0 || named.Count != ProseText.CountOfList(list))
            {
                continue;
            }

            if (kinds.Exists(kind => named.Count == kind.Rows.Count && named.TrueForAll(kind.Rows.Contains)))
            {
                log.Agree();
                continue;
            }

            Add(sentence, kinds[0], list.Trim(), string.Join("、", kinds[0].Rows.Select(line => line.Name)), log);
        }
    }

    // 对甲站等C级机构: those that are named are of the kind.
    private static void CheckExamples(CheckedDocument document, Sentence sentence, List<TableView> tables, CheckLog log)
    {
        for (var at = sentence.Text.IndexOf('等'); at > 0; at = sentence.Text.IndexOf('等', at + 1))
        {
            var list = sentence.ListBefore(at);
            foreach (var table in tables)
            {
                var named = document.Mentions(table, list).Select(mention => mention.Line).Distinct().ToList();
                var kinds = named.Count == 0 ? [] : table.Columns.Select(column => KindAt(table, column, sentence.Behind(at + 1, MostKinds))).OfType<RowKind>().ToList();
                if (kinds is [var kind] && !named.TrueForAll(kind.Rows.Contains))
                {
                    Add(sentence, kind, list.Trim(), string.Join("、", kind.Rows.Select(line => line.Name)), log);
                }
            }
        }
    }

    private static RowKind? KindAt(TableView table, TableColumn column, string words) =>
        table.Data.Select(line => line.Cell(column).Text).Where(text => text.Length > 1 && words.StartsWith(text, StringComparison.Ordinal)).MaxBy(text => text.Length) is { } name ? Of(table, column, name) : null;

    private static void Add(Sentence sentence, RowKind kind, string stated, string computed, CheckLog log) =>
        log.Add("DOC-009", CheckKind.Count, Severity.Error, sentence.Spot, kind.Rows.Select(line => line.Cell(kind.Column).Spot), stated, computed,
            ("table", kind.Table.Label), ("heading", kind.Column.Heading), ("names", kind.Rows.Count == 0 ? "无" : string.Join("、", kind.Rows.Take(20).Select(line => line.Name))));

    private static int KindStart(Sentence sentence, int end)
    {
        var pause = end == 0 ? -1 : sentence.Text.AsSpan(0, end).LastIndexOfAny("，、：（(；".AsSpan());
        var number = sentence.Figures.LastOrDefault(figure => figure.End <= end)?.End ?? 0;
        var start = Math.Max(pause + 1, number);
        foreach (var lead in (ReadOnlySpan<string>)["其中", "有"])
        {
            start += sentence.Text.AsSpan(start, end - start).StartsWith(lead) ? lead.Length : 0;
        }

        return start;
    }

    // 6月水质 and 平均水质 are two bases: the one that the sentence names counts; where it names none, either may make it true.
    private static List<RowKind> KindsOf(TableView table, Sentence sentence, int end)
    {
        var noun = table.NameColumn!.Core.Replace("名称", "", StringComparison.Ordinal);
        var bare = sentence.Text[KindStart(sentence, end)..end].TrimEnd('有', '共', '为', '的');
        bare = Array.Find(Given, bare.StartsWith) is { } given ? bare[given.Length..] : bare;
        bare = noun.Length > 0 && bare.EndsWith(noun, StringComparison.Ordinal) ? bare[..^noun.Length] : bare;
        var core = WithoutHeading(table, bare);
        var kinds = core.Length < 2 ? [] : table.Columns.Where(column => !Headings.IsBefore(column.Heading)).Select(column => Of(table, column, core)).OfType<RowKind>().ToList();
        var named = kinds.FindAll(kind => sentence.Text[..end].Contains(kind.Column.Heading, StringComparison.Ordinal));
        return named.Count > 0 ? named : kinds;
    }

    // 平均水质为Ⅴ类: the column's heading before the kind is no part of it.
    private static string WithoutHeading(TableView table, string bare)
    {
        var heading = table.Columns.Select(column => column.Heading).FirstOrDefault(heading => heading.Length > 1 && bare.StartsWith(heading, StringComparison.Ordinal));
        return heading is null ? bare : bare[heading.Length..].TrimStart('为', '是');
    }

    private static RowKind? Of(TableView table, TableColumn column, string bare)
    {
        if (column.Role == ColumnRole.Class && WaterClass.TryParse(bare, out var wanted))
        {
            return new RowKind(table, column, [.. table.Data.Where(line => WaterClass.TryParse(line.Cell(column).Text, out var own) && (own == wanted || own.National == wanted))]);
        }

        var isKind = column.Role is ColumnRole.Text or ColumnRole.Verdict && table.Data.Select(line => line.Cell(column).Text).Distinct().Count() <= Math.Min(MostKinds, table.Data.Count - 1);
        return isKind && table.Data.Any(line => line.Cell(column).Text == bare) ? new RowKind(table, column, [.. table.Data.Where(line => line.Cell(column).Text == bare)]) : null;
    }

    private sealed record RowKind(TableView Table, TableColumn Column, IReadOnlyList<TableLine> Rows);
}
