using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>逐年下降, 逐月上升: every row of a table of years or months against the one before.</summary>
internal static class TrendRule
{
    private static readonly string[] Words = ["逐年", "逐月", "逐季"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var word in Words)
            {
                var at = sentence.Text.IndexOf(word, StringComparison.Ordinal);
                if (at > 0 && Directions.In(sentence.Behind(at + 2, 4)) is not 0 and var direction)
                {
                    CheckTrend(document, sentence, at, word, direction, log);
                }
            }
        }
    }

    private static void CheckTrend(CheckedDocument document, Sentence sentence, int at, string word, int direction, CheckLog log)
    {
        var words = sentence.ClauseBefore(at);
        var found = document.Tables.Where(table => IsSeries(table, word)).Select(table => (Table: table, Column: ColumnOf(table, words))).Where(candidate => candidate.Column is not null).ToList();
        if (found is not [var (table, column)])
        {
            log.Unknown();
            return;
        }

        var rows = table.With(column!);
        var odd = rows.Skip(1).Where((line, i) => Math.Sign(line.Value(column!)!.Value - rows[i].Value(column!)!.Value) != direction).ToList();
        if (odd.Count == 0)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-034", CheckKind.Count, Severity.Error, sentence.Spot, odd.Select(line => line.Cell(column!).Spot), sentence.Text[at..Math.Min(sentence.Text.Length, at + 4)], string.Join("、", odd.Take(5).Select(line => line.Name + line.Cell(column!).Text)),
            ("table", table.Label), ("heading", column!.Heading));
    }

    // The earliest stands first.
    private static bool IsSeries(TableView table, string word)
    {
        var numbers = table.NameColumn is null ? [] : table.Data.Select(line => word == "逐年" ? PeriodWords.YearIn(line.Name + "年") ?? 0 : Leading(line.Name)).ToList();
        return numbers.Count > 2 && numbers.Zip(numbers.Skip(1)).All(pair => pair.First > 0 && pair.Second == pair.First + 1);
    }

    private static int Leading(string name) => name.AsSpan().IndexOfAnyExceptInRange('0', '9') is > 0 and < 3 and var end && name[end] is '月' or '季' ? int.Parse(name.AsSpan(0, end), System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static TableColumn? ColumnOf(TableView table, string words)
    {
        var normal = Indicator.Normal(words);
        var columns = table.Columns.Where(column => (column.IsValue || column.Role == ColumnRole.Percent) && TableLinks.MayMean(column, words)).ToList();
        var likeness = columns.Select(column => Likeness.LongestCommon(Indicator.Normal(column.Core), normal).Length).DefaultIfEmpty(0).Max();
        return likeness >= 3 && columns.FindAll(column => Likeness.LongestCommon(Indicator.Normal(column.Core), normal).Length == likeness) is [var only] ? only : null;
    }
}
