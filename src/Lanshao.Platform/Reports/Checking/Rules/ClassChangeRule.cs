using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>变化情况 in words against the two classes of its row: Ⅲ类 before and Ⅳ类 now is 变差.</summary>
internal static class ClassChangeRule
{
    private static readonly (string[] Words, int Sign)[] Verdicts = [(["好转", "变好", "改善", "提升", "上升"], -1), (["变差", "恶化", "下降"], 1), (["不变", "持平", "稳定", "无变化", "无明显变化"], 0)];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables)
        {
            var classes = table.Of(ColumnRole.Class).ToList();
            if (classes.Count == 2 && table.Columns.FirstOrDefault(column => column.Role is ColumnRole.Text or ColumnRole.Verdict && Headings.Has(column.Heading, "变化", "同比", "环比")) is { } verdict)
            {
                CheckTable(table, classes[0], classes[1], verdict, log);
            }
        }
    }

    // Which of the two stands for now follows from the rows, should the earlier one stand first.
    private static void CheckTable(TableView table, TableColumn one, TableColumn other, TableColumn verdict, CheckLog log)
    {
        var rows = table.Data.Where(line => SignIn(line.Cell(verdict).Text) is not null && Change(line, one, other) is not null).ToList();
        var odd = rows.FindAll(line => SignIn(line.Cell(verdict).Text) != Change(line, one, other));
        var turned = rows.FindAll(line => SignIn(line.Cell(verdict).Text) != -Change(line, one, other));
        odd = turned.Count < odd.Count ? turned : odd;
        if (rows.Count < 3 || odd.Count * 3 > rows.Count)
        {
            log.Unknown(rows.Count);
            return;
        }

        log.Agree(rows.Count - odd.Count);
        foreach (var line in odd)
        {
            var change = (odd == turned ? -1 : 1) * Change(line, one, other)!.Value;
            log.Add("DOC-045", CheckKind.ClassConflict, Severity.Error, line.Cell(verdict).Spot, [line.Cell(one).Spot, line.Cell(other).Spot], line.Cell(verdict).Text, Array.Find(Verdicts, found => found.Sign == change).Words[0],
                ("name", line.Name), ("heading", verdict.Heading), ("working", $"{line.Cell(one).Text}、{line.Cell(other).Text}"), ("table", table.Label));
        }
    }

    private static int? SignIn(string text) => Array.FindAll(Verdicts, verdict => Headings.Has(text, verdict.Words)) is [var only] ? only.Sign : null;

    private static int? Change(TableLine line, TableColumn one, TableColumn other) =>
        WaterClass.TryParse(line.Cell(one).Text, out var now) && WaterClass.TryParse(line.Cell(other).Text, out var before) ? Math.Sign(now.National.Level - before.National.Level) : null;
}
