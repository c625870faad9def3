using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Reads the targets of all measures: each clause passes the rules, from the plain to the implied.</summary>
internal static class TargetReader
{
    private static readonly Action<Clause, RowTargets>[] Rules =
    [
        AnnouncementRule.Read, RankRule.Read, WaterClassRule.Read, FleetRule.Read, ImpliedRule.Read, FrequencyRule.Read, ShareRule.Read,
        DistributedRule.Read, FigureRule.Read, CountRule.Read, ExternalRule.Read, StableRule.Read, DeliverableRule.Read,
    ];

    public static IReadOnlyList<TargetReading> Read(IReadOnlyList<AnnexReading> annexes, PlanContext context, FindingLog log)
    {
        var targets = new List<TargetReading>();
        foreach (var annex in annexes)
        {
            foreach (var task in annex.Sections.SelectMany(section => section.Tasks))
            {
                foreach (var measure in task.Measures)
                {
                    ReadMeasure(new RowPlace(annex.Number, task.Number, measure.Row), measure, context, log, targets);
                }
            }
        }

        return targets;
    }

    private static void ReadMeasure(RowPlace place, MeasureReading measure, PlanContext context, FindingLog log, List<TargetReading> targets)
    {
        var row = new RowTargets(context, measure, place, log);
        var tables = measure.Tables.SelectMany(table => table.Rows.Select(inner => (inner.Origin, Table: table))).ToDictionary<(Origin Origin, TableBlock Table), Origin, TableBlock>(inner => inner.Origin, inner => inner.Table, ReferenceEqualityComparer.Instance);
        var areRead = new Dictionary<TableBlock, bool>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < measure.Paragraphs.Count; i++)
        {
            row.Paragraph = measure.Cells.Paragraphs[i];
            if (tables.TryGetValue(row.Paragraph, out var table) && IsRead(table, row, areRead))
            {
                continue;
            }

            foreach (var clause in ClauseReader.Read(measure.Paragraphs[i]).SelectMany(sentence => sentence.Clauses))
            {
                ReadClause(clause, row);
            }
        }

        targets.AddRange(row.Found.SelectMany(found => Finish(found, row, place)));
    }

    // A table inside the cell is read whole where its first row stands; one without targets is read row by row, as text.
    private static bool IsRead(TableBlock table, RowTargets row, Dictionary<TableBlock, bool> areRead)
    {
        if (!areRead.TryGetValue(table, out var isRead))
        {
            areRead[table] = isRead = InnerTable.Read(table, row);
        }

        return isRead;
    }

    private static void ReadClause(Clause clause, RowTargets row)
    {
        foreach (var rule in Rules)
        {
            rule(clause, row);
        }

        AskAboutUnread(clause, row);
    }

    // One target for each listed place; a group or kind of thing stays one.
    private static IEnumerable<TargetReading> Finish(PlacedTarget found, RowTargets row, RowPlace place)
    {
        var (clause, draft, origin) = found;
        var scopes = draft.Scope.Count > 0 ? draft.Scope : [row.Context.Place ?? ""];
        return scopes.Select(scope => new TargetReading(
            place.Annex!.Value, place.Task ?? "", place.Row!.Value, draft.Indicator, draft.Comparator, draft.Value, draft.WaterClass, draft.Unit,
            scope.Length == 0 ? [] : [scope], draft.Due ?? DueOf(clause, row) ?? row.Measure.Deadline.Due, draft.Strength, FindingLog.Short(clause.Text)!)
        {
            Origin = origin,
            BaselineYear = draft.BaselineYear,
            Condition = draft.Condition,
            Equivalent = draft.Equivalent,
            IsStrict = draft.IsStrict,
        });
    }

    // The day that the clause names, or the end of the months that it or the clause before speaks of (3—5月，…).
    private static DateOnly? DueOf(Clause clause, RowTargets row)
    {
        if (row.DuesIn(clause) is [.., var last])
        {
            return last.Due;
        }

        if (clause.Before.Select(before => DateAlone(before, row)).FirstOrDefault(date => date is not null) is { Kind: DeadlineKind.By, Due: { } day })
        {
            return day;
        }

        var months = row.Context.DatesIn(clause.Text).FirstOrDefault(IsPartOfYear);
        var before = clause.Before.FirstOrDefault(earlier => row.Context.DatesIn(earlier.Text) is [var only] && IsPartOfYear(only) && only.Length == earlier.Text.Length);
        return months?.Due ?? (before is null ? null : row.Context.DatesIn(before.Text)[0].Due);
    }

    // 到2025年底，…: a clause that is a date and nothing else dates what follows it.
    private static DateMention? DateAlone(Clause clause, RowTargets row)
    {
        var start = clause.Text.StartsWith('到') || clause.Text.StartsWith('至') ? 1 : 0;
        return row.DuesIn(clause) is [{ Kind: DeadlineKind.By } only] && only.Start <= start && only.End == clause.Text.Length ? only : null;
    }

    private static bool IsPartOfYear(DateMention date) =>
        date is { Kind: DeadlineKind.Within, Season: null, From: { } from, Due: { } due } && due.DayNumber - from.DayNumber < 300;

    // A figure that is held against a comparing word and still became no target is told, not dropped.
    private static void AskAboutUnread(Clause clause, RowTargets row)
    {
        foreach (var quantity in clause.Quantities)
        {
            var figure = new Figure(clause, quantity);
            if (!row.IsUsed(quantity) && figure.BoundBefore.Length > 1 && figure.EndsStatement)
            {
                row.Ask("PLAN-033", Severity.Note, clause, ("text", clause.Text.Substring(quantity.Start, quantity.Length)));
            }
        }
    }
}
