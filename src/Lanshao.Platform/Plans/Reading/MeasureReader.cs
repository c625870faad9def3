using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Makes measures: deadline, milestones and units with what has to be asked about them.</summary>
internal sealed class MeasureReader(PlanContext context, FindingLog log)
{
    private readonly UnitCellReader _units = new(context.Names, context.On, log);

    /// <summary>Reads the row of a table.</summary>
    public MeasureReading Read(SourceRow row, TaskColumns columns, RowPlace place)
    {
        var placing = new UnitPlacing(columns.All);
        var more = false;
        foreach (var (column, cell) in row.UnitCells)
        {
            var (units, hasMore) = _units.Read(cell.Lines, column.Heading, place);
            more |= hasMore;
            placing.Add(column.Role, units);
            AskAboutUnits(column, cell, units.Count, place);
        }

        var deadline = context.ReadDeadline(row.DeadlineText);
        if (row.Paragraphs.Count == 0)
        {
            log.Add("PLAN-004", Severity.Warning, place, row.Text);
        }

        return Build(place, row.Paragraphs, deadline, placing, more, [.. row.Others], row.Origin, row.HasDeadlineColumn);
    }

    /// <summary>Reads an entry of a list without a table.</summary>
    public MeasureReading Read(IReadOnlyList<string> paragraphs, DutyBracket? duty, IReadOnlyList<TaskColumn> roles, RowPlace place, Origin origin)
    {
        var placing = new UnitPlacing(roles);
        var more = false;
        foreach (var (role, names) in duty?.Units ?? [])
        {
            var (units, hasMore) = _units.Read([names], role.Heading, place);
            more |= hasMore;
            placing.Add(role.Role, units);
        }

        return Build(place, paragraphs, context.ReadDeadline(duty?.DeadlineText ?? ""), placing, more, [], origin, duty?.DeadlineText is not null);
    }

    private MeasureReading Build(
        RowPlace place, IReadOnlyList<string> paragraphs, Deadline deadline, UnitPlacing placing, bool more, IReadOnlyList<OtherCell> others, Origin origin, bool hasDeadline)
    {
        var dates = new MilestoneReader(context, log, place, deadline);
        var milestones = dates.Read(paragraphs);
        if (hasDeadline)
        {
            dates.AskAboutDeadline(milestones.Count > 0);
        }

        return new MeasureReading(place.Row!.Value, paragraphs, deadline, milestones, placing.Lead, placing.Main, placing.Assist, more, others, origin);
    }

    private void AskAboutUnits(TaskColumn column, TableCell cell, int units, RowPlace place)
    {
        if (cell.Text.Length == 0)
        {
            log.Add("PLAN-014", Severity.Note, place, null, ("heading", column.Heading));
        }
        else if (column.Role == ColumnRole.LeadAndAssist && units > 0)
        {
            log.Add("PLAN-016", Severity.Note, place, cell.Text, ("heading", column.Heading));
        }
    }
}
