using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>盐浦河2个断面均为Ⅱ类, 新河2个断面中1个达标: the rows of one river, by the column that says of which river they are.</summary>
internal static class RowGroupRule
{
    private const int MostGap = 2;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables.Where(table => table.Data.Count > 2))
        {
            foreach (var column in table.Columns.Where(column => column.Role is ColumnRole.Text or ColumnRole.Name))
            {
                var groups = table.Data.GroupBy(line => line.Cell(column).Text).Where(group => group.Key.Length > 1).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
                if (groups.Count > 1 && groups.Values.Any(rows => rows.Count > 1))
                {
                    CheckColumn(document, table, groups, log);
                }
            }
        }
    }

    private static void CheckColumn(CheckedDocument document, TableView table, Dictionary<string, List<TableLine>> groups, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var (name, rows) in groups)
            {
                var at = sentence.Text.IndexOf(name, StringComparison.Ordinal);
                if (at >= 0)
                {
                    CheckGroup(table, new Mention(sentence, at + name.Length, EndOf(sentence, at + name.Length, groups.Keys)), rows, log);
                }
            }
        }
    }

    private static int EndOf(Sentence sentence, int from, IEnumerable<string> names) =>
        names.Select(name => sentence.Text.IndexOf(name, from, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(sentence.Text.Length).Min();

    private static void CheckGroup(TableView table, Mention mention, List<TableLine> rows, CheckLog log)
    {
        var count = mention.Figures.FirstOrDefault();
        var isCounted = count is { IsCounted: true, IsPlain: true } && count.Start - mention.From <= MostGap && count.Value == rows.Count;
        if (!isCounted && (rows.Count > 1 || !mention.Text.StartsWith("水质", StringComparison.Ordinal)))
        {
            return;
        }

        CheckClasses(table, mention, rows, log);
        CheckVerdicts(table, mention, rows, count, log);
    }

    // 均为Ⅱ类, 分别为Ⅳ类和Ⅲ类, 为Ⅱ类.
    private static void CheckClasses(TableView table, Mention mention, List<TableLine> rows, CheckLog log)
    {
        var stated = ClassesIn(mention.Text, rows.Count);
        if (stated.Count == 0 || !table.Of(ColumnRole.Class).Any() || Headings.Has(mention.Text, "去年", "上年", "目标"))
        {
            return;
        }

        var columns = table.Of(ColumnRole.Class).Where(column => !Headings.IsBefore(column.Heading)).ToList();
        var wrong = columns.Select(column => rows.Where((line, i) => !WaterClass.TryParse(line.Cell(column).Text, out var own) || own.National != stated[i].National).ToList()).ToList();
        if (wrong.Count == 0 || wrong.Exists(odd => odd.Count == 0))
        {
            log.Agree();
            return;
        }

        Add(table, columns[0], mention, rows, log);
    }

    private static List<WaterClass> ClassesIn(string text, int count)
    {
        var at = text.IndexOf('为', StringComparison.Ordinal);
        var stop = at < 0 ? -1 : text.AsSpan(at).IndexOfAny('，', '；') is >= 0 and var pause ? at + pause : text.Length;
        var members = at < 0 ? [] : ProseText.Members(text[(at + 1)..stop]).Select(member => WaterClass.TryParse(member, out var found) ? found : (WaterClass?)null).ToList();
        var isShared = members.Count == 1 && (count == 1 || (at > 0 && text[at - 1] == '均'));
        return members.Count == 0 || members.Contains(null) || (!isShared && members.Count != count) ? [] : [.. Enumerable.Range(0, count).Select(i => members[isShared ? 0 : i]!.Value)];
    }

    // 1个达标、1个不达标.
    private static void CheckVerdicts(TableView table, Mention mention, List<TableLine> rows, Figure? whole, CheckLog log)
    {
        foreach (var column in table.Of(ColumnRole.Verdict))
        {
            var kinds = table.Data.Select(line => line.Cell(column).Text).Where(text => text.Length > 1).Distinct().ToList();
            foreach (var figure in mention.Figures.Where(figure => figure != whole && figure is { IsCounted: true, IsPlain: true, IsOrdinal: false }))
            {
                var kind = kinds.Where(kind => mention.Sentence.Behind(figure.End, kind.Length) == kind).MaxBy(kind => kind.Length);
                if (kind is not null && rows.Count(line => line.Cell(column).Text == kind) != figure.Value)
                {
                    Add(table, column, mention, rows, log);
                    return;
                }
            }
        }
    }

    private static void Add(TableView table, TableColumn column, Mention mention, List<TableLine> rows, CheckLog log) =>
        log.Add("DOC-009", CheckKind.Count, Severity.Error, mention.Sentence.Spot, rows.Select(line => line.Cell(column).Spot), mention.Text.TrimEnd('，', '、'), string.Join("、", rows.Select(line => line.Cell(column).Text)),
            ("table", table.Label), ("heading", column.Heading), ("names", string.Join("、", rows.Take(20).Select(line => line.Name))));

    private sealed record Mention(Sentence Sentence, int From, int To)
    {
        public string Text => Sentence.Text[From..To];

        public IEnumerable<Figure> Figures => Sentence.Figures.Where(figure => figure.Start >= From && figure.End <= To);
    }
}
