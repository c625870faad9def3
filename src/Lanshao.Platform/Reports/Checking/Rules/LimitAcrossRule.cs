using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>8月底前完成12家企业审核 in the text and 10月底前 beside the same words in the list of tasks: one work has one time limit.</summary>
internal static class LimitAcrossRule
{
    private const int ShortestCommon = 8;
    private const int MostRows = 2000;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        if (document.Year is not { } year)
        {
            return;
        }

        var rows = document.Tables.SelectMany(table => RowsOf(table, year)).Take(MostRows).ToList();
        foreach (var sentence in rows.Count == 0 ? [] : document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Text.Contains('前', StringComparison.Ordinal)))
        {
            CheckSentence(sentence, rows, year, log);
        }
    }

    private static IEnumerable<Row> RowsOf(TableView table, int year)
    {
        var column = table.Columns.FirstOrDefault(c => Headings.Has(c.Heading, "时限", "期限", "完成时间"));
        foreach (var line in column is null ? [] : table.Data)
        {
            if (DeadlineReader.Read(line.Cell(column!).Text, year) is { Kind: DeadlineKind.By, Due: { } due, Recurrence: null })
            {
                var words = table.Columns.Where(other => other != column && other.Role is ColumnRole.Text or ColumnRole.Name).Select(other => line.Cell(other).Text).Where(text => text.Length >= ShortestCommon).ToList();
                yield return new Row(line.Cell(column!), due, words, [due, .. words.SelectMany(text => Limits(text, year)).Select(limit => limit.Due!.Value)]);
            }
        }
    }

    private static IEnumerable<DateMention> Limits(string text, int year) =>
        DateMentions.FindAll(text, year).Where(mention => mention is { Kind: DeadlineKind.By, Due: not null } && text[mention.End - 1] == '前');

    private static void CheckSentence(Sentence sentence, List<Row> rows, int year, CheckLog log)
    {
        var limits = Limits(sentence.Text, year).ToList();
        for (var i = 0; i < limits.Count; i++)
        {
            var stop = i + 1 < limits.Count ? limits[i + 1].Start : sentence.Text.Length;
            var words = ChineseText.Compact(sentence.Text[limits[i].End..stop]);
            var same = rows.FindAll(row => row.Words.Exists(text => IsSame(text, words)));
            if (same.Count == 0 || limits[i].Due!.Value.Year != same[0].Due.Year)
            {
                continue;
            }

            if (same.Exists(row => row.Named.Contains(limits[i].Due!.Value)))
            {
                log.Agree();
                continue;
            }

            log.Add("DOC-013", CheckKind.DateConflict, Severity.Warning, sentence.Spot, [same[0].Cell.Spot], same[0].Cell.Text, sentence.Text[limits[i].Start..limits[i].End]);
        }
    }

    // The words that follow the limit, to the first comma, are those of the row.
    private static bool IsSame(string text, string words)
    {
        var clause = words.Split('，', '；', '。')[0];
        return Likeness.LongestCommon(text, clause) is { Length: >= ShortestCommon } common && common.Length * 10 >= clause.Length * 6;
    }

    private sealed record Row(CellView Cell, DateOnly Due, List<string> Words, List<DateOnly> Named);
}
