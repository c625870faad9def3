using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>共8项指标，详见附件1: as many as the table of the annex lists.</summary>
internal static class AnnexCountRule
{
    private static readonly string[] Leads = ["见", "详见", "附", "列入", "纳入", "按照"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables.Where(table => table.Annex is not null && document.Tables.Count(other => other.Annex == table.Annex) == 1 && table.Data.Count > 1))
        {
            foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
            {
                CheckSentence(sentence, table, log);
            }
        }
    }

    private static void CheckSentence(Sentence sentence, TableView table, CheckLog log)
    {
        var at = sentence.Text.IndexOf(table.Annex!, StringComparison.Ordinal);
        var isWhole = at > 0 && (at + table.Annex!.Length >= sentence.Text.Length || !char.IsAsciiDigit(sentence.Text[at + table.Annex.Length]));
        if (!isWhole || !Array.Exists(Leads, lead => sentence.Text[..at].EndsWith(lead, StringComparison.Ordinal)))
        {
            return;
        }

        var counts = sentence.Figures.Where(figure => figure.End <= at && figure is { IsCounted: true, IsPlain: true, IsOrdinal: false, Value: > 1m } && figure.UnitText is "项" or "个" or "家" or "条" or "处").ToList();
        if (counts is not [var count] || Noun(sentence, count) is not { Length: > 1 } noun || Likeness.LongestCommon(noun, table.Title.Text + "|" + string.Join('|', table.Columns.Select(column => column.Heading))).Length < 2)
        {
            return;
        }

        var rows = RowsOf(table);
        if (rows == count.Value)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-009", CheckKind.Count, Severity.Warning, sentence.Spot, [table.Title], sentence.Text[count.Start..sentence.ClauseEnd(count.Start)], $"{Numbers.Count(rows)}{count.UnitText}", ("table", table.Label), ("heading", table.NameColumn?.Heading ?? ""), ("names", table.Title.Text));
    }

    private static string Noun(Sentence sentence, Figure count) => sentence.Text[count.End..Math.Min(sentence.ClauseEnd(count.End), count.End + 8)];

    // Rows of one number are one thing.
    private static int RowsOf(TableView table) =>
        table.Of(ColumnRole.Serial).FirstOrDefault() is { } serial ? table.Data.Select(line => line.Cell(serial)).Where(cell => cell is { IsCovered: false, Figure: not null }).Select(cell => cell.Figure!.Value).Distinct().Count()
            : table.Data.Count(line => table.NameColumn is not { } name || !line.Cell(name).IsCovered);
}
