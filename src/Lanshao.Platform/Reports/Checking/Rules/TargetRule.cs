using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Classes against their targets, and verdicts against both. A missed target is no error of the document: it is noted.</summary>
internal static class TargetRule
{
    private static readonly string[] Yes = ["是", "达标", "已达标", "符合", "满足", "优于目标", "达到"];
    private static readonly string[] Results = ["实际", "完成", "现状", "累计", "均值", "浓度", "值"];
    private static readonly string[] No = ["否", "不达标", "未达标", "超标", "不符合", "未达到", "不满足"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables)
        {
            var target = table.Of(ColumnRole.TargetClass).FirstOrDefault();
            foreach (var column in table.Of(ColumnRole.Class).Where(_ => target is not null))
            {
                CheckClasses(table, target!, column, log);
            }

            CheckNumbers(table, log);
            CheckLimits(table, log);
        }
    }

    // ≤33, 82以上, 不高于35: the target says its side itself.
    private static void CheckLimits(TableView table, CheckLog log)
    {
        var verdict = VerdictOf(table);
        var target = table.Columns.FirstOrDefault(column => column.Role == ColumnRole.Text && Headings.IsTarget(column.Heading));
        var found = target is null ? null : table.Columns.FirstOrDefault(column => column.Role is ColumnRole.Number or ColumnRole.Percent && Headings.Has(column.Heading, Results));
        foreach (var line in verdict is null || found is null ? [] : table.Data)
        {
            if (FigureReader.FindAll(line.Cell(target!).Text) is [{ Bound: Bound.AtLeast or Bound.AtMost } limit] && line.Cell(found!).Figure is { } value && Answer(line.Cell(verdict!).Text) is { } said)
            {
                Decide(line, target!, found!, verdict!, limit.Interval.Contains(value.Value), said, log);
            }
        }
    }

    private static void Decide(TableLine line, TableColumn target, TableColumn found, TableColumn verdict, bool isMet, bool said, CheckLog log)
    {
        if (isMet == said)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-011", CheckKind.ClassConflict, Severity.Error, line.Cell(verdict).Spot, [line.Cell(target).Spot, line.Cell(found).Spot], line.Cell(verdict).Text, isMet ? "达标" : "未达标",
            ("name", line.Name), ("target", line.Cell(target).Text), ("found", line.Cell(found).Text));
    }

    private static void CheckClasses(TableView table, TableColumn target, TableColumn column, CheckLog log)
    {
        var verdict = column == SectionClassRule.NowOf(table) ? VerdictOf(table) : null;
        var missed = new List<TableLine>();
        foreach (var line in table.Data)
        {
            if (!WaterClass.TryParse(line.Cell(target).Text, out var wanted) || !WaterClass.TryParse(line.Cell(column).Text, out var found))
            {
                continue;
            }

            var isMet = found.National.Level <= wanted.National.Level;
            if (verdict is not null && Answer(line.Cell(verdict).Text) is { } said && said != isMet)
            {
                log.Add("DOC-011", CheckKind.ClassConflict, Severity.Error, line.Cell(verdict).Spot, [line.Cell(target).Spot, line.Cell(column).Spot], line.Cell(verdict).Text, isMet ? "达标" : "未达标",
                    ("name", line.Name), ("target", line.Cell(target).Text), ("found", line.Cell(column).Text));
                continue;
            }

            log.Agree();
            if (!isMet)
            {
                missed.Add(line);
            }
        }

        Note(table, target, column, missed, log);
    }

    private static void Note(TableView table, TableColumn target, TableColumn column, List<TableLine> missed, CheckLog log)
    {
        if (missed.Count > 0 && VerdictOf(table) is null)
        {
            log.Note("DOC-012", CheckKind.TargetMissed, missed[0].Cell(column).Spot, [missed[0].Cell(target).Spot, .. missed.Skip(1).Select(line => line.Cell(column).Spot)],
                $"{missed[0].Name}{missed[0].Cell(column).Text}", missed[0].Cell(target).Text,
                ("table", table.Label), ("heading", column.Heading), ("count", Numbers.Count(missed.Count)), ("names", string.Join("、", missed.Select(line => $"{line.Name}（{line.Cell(column).Text}，目标{line.Cell(target).Text}）"))));
        }
    }

    // 目标 and 实际 in figures with 是否达标: the side follows from the other rows.
    private static void CheckNumbers(TableView table, CheckLog log)
    {
        var verdict = VerdictOf(table);
        var target = table.Columns.FirstOrDefault(column => column.Role is ColumnRole.Number or ColumnRole.Percent && Headings.IsTarget(column.Heading));
        var found = target is null ? null : table.Columns.FirstOrDefault(column => column != target && column.Role is ColumnRole.Number or ColumnRole.Percent && Headings.Has(column.Heading, Results));
        // 2024年 beside 2023年 and 限值: the values that the verdicts follow most.
        found ??= target?.Heading.Contains("限值", StringComparison.Ordinal) != true || verdict is null ? null
            : table.Columns.Where(column => column != target && column.IsValue && !Headings.IsBefore(column.Heading) && !Headings.IsTarget(column.Heading))
                .MaxBy(column => table.Data.Count(line => line.Value(target) is { } limit && line.Value(column) is { } value && value <= limit == Answer(line.Cell(verdict).Text)));
        if (verdict is null || target is null || found is null)
        {
            return;
        }

        var rows = table.Data.Where(line => line.Value(target) is not null && line.Value(found) is not null && Answer(line.Cell(verdict).Text) is not null).ToList();
        var lower = rows.Count(line => line.Value(found) <= line.Value(target) == Answer(line.Cell(verdict).Text));
        var higher = rows.Count(line => line.Value(found) >= line.Value(target) == Answer(line.Cell(verdict).Text));
        if (rows.Count < 4 || Math.Max(lower, higher) * 10 < rows.Count * 8 || lower == higher)
        {
            log.Unknown(rows.Count);
            return;
        }

        foreach (var line in rows)
        {
            Decide(line, target, found, verdict, lower > higher ? line.Value(found) <= line.Value(target) : line.Value(found) >= line.Value(target), Answer(line.Cell(verdict).Text)!.Value, log);
        }
    }

    // 是否须提升 answers another question.
    private static TableColumn? VerdictOf(TableView table) => table.Of(ColumnRole.Verdict).FirstOrDefault(column => !Headings.Has(column.Heading, "提升", "整改", "治理", "需", "须", "纳入", "新增"));

    private static bool? Answer(string text) => Array.IndexOf(Yes, text) >= 0 ? true : Array.IndexOf(No, text) >= 0 ? false : null;
}
