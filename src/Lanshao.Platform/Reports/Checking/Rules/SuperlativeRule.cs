using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>城六区最优, 全市首位, 全市第3位: the document's own district in a table of districts.</summary>
internal static class SuperlativeRule
{
    private static readonly string[] Scopes = ["城六区", "全市", "全省", "各区", "中心城区", "全州", "各县"];
    private static readonly string[] Best = ["最优", "最好", "首位", "第一", "最低"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var scope in Scopes)
            {
                if (sentence.Text.IndexOf(scope, StringComparison.Ordinal) is >= 0 and var at && document.Links.FindFor(sentence, at, scope) is { } table && OwnRow(document, table) is { } own)
                {
                    CheckClaim(sentence, at, scope, table, own, log);
                    break;
                }
            }
        }
    }

    // The row of the district that the title names; the longest name, where one is part of another.
    private static TableLine? OwnRow(CheckedDocument document, TableView table)
    {
        var isOfDistricts = table.Data.Count(line => line.Name.EndsWith('区') || line.Name.EndsWith('县') || line.Name.EndsWith('市')) * 10 >= table.Data.Count * 6;
        return isOfDistricts ? table.Data.Where(line => document.Title.Contains(line.Name, StringComparison.Ordinal)).MaxBy(line => line.Name.Length) : null;
    }

    private static void CheckClaim(Sentence sentence, int at, string scope, TableView table, TableLine own, CheckLog log)
    {
        var word = Array.Find(Best, best => sentence.Behind(at + scope.Length, best.Length + 3).Contains(best, StringComparison.Ordinal));
        var values = table.Columns.Where(column => column.Role is ColumnRole.Number or ColumnRole.Percent).ToList();
        if (word is null || values is not [var column] || own.Value(column) is not { } value)
        {
            return;
        }

        var higherIsBetter = word != "最低" && Headings.Has(column.Heading, "率", "比例", "优良", "得分", "完成");
        var better = table.With(column).Where(line => line != own && (higherIsBetter ? line.Value(column) > value : line.Value(column) < value)).ToList();
        if (better.Count == 0)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-033", CheckKind.Rank, Severity.Error, sentence.Spot, better.Append(own).Select(line => line.Cell(column).Spot), scope + word,
            $"第{Numbers.Count(better.Count + 1)}（{string.Join("、", better.Take(3).Select(line => $"{line.Name}{line.Cell(column).Text}"))}）", ("table", table.Label), ("heading", column.Heading));
    }
}
