using Lanshao.Documents.Blocks;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Makes measures: deadline, milestones and units with what has to be asked about them.</summary>
internal sealed class MeasureReader(PlanContext context, FindingLog log)
{
    private readonly UnitCellReader _units = new(context.Names, context.On, log);
    private readonly BlankCells _blanks = new(log);
    private readonly HashSet<TaskColumn> _asked = [];

    /// <summary>Reads the row of a table.</summary>
    public MeasureReading Read(SourceRow row, TaskColumns columns, RowPlace place)
    {
        var placing = new UnitPlacing(columns.All);
        var more = false;
        foreach (var (column, cell) in row.UnitCells)
        {
            var (units, hasMore) = _units.Read(cell.Lines, column.Heading, place, cell.Origin);
            more |= hasMore;
            placing.Add(column.Role, units);
            _blanks.Add(column, cell.Text, place, _units.NamesNobody(cell.Lines));
            AskAboutUnits(column, cell, units.Count, place);
        }

        if (row.Paragraphs.Count == 0)
        {
            log.Add("PLAN-004", Severity.Warning, place, row.Text);
        }

        var words = new Words(row.Paragraphs, row.DeadlineText, row.HasDeadlineColumn, [.. row.Others], row.Origin, row.Cells, row.Tables);
        return Build(place, words, placing, more);
    }

    /// <summary>Reads an entry of a list without a table.</summary>
    public MeasureReading Read(ListEntry entry, DutyBracket? duty, RowPlace place)
    {
        var placing = new UnitPlacing([.. (duty?.Units ?? []).Select(unit => unit.Column)]);
        var (origin, more) = (entry.Origins[^1], false);
        foreach (var (column, names) in duty?.Units ?? [])
        {
            var (units, hasMore) = _units.Read([names], column.Heading, place, origin);
            more |= hasMore;
            placing.Add(column.Role, units);
        }

        var words = new Words(entry.Paragraphs, duty?.DeadlineText ?? "", duty?.DeadlineText is not null, [], entry.Origins[0], new MeasureCells(null, null, origin, entry.Origins), []);
        return Build(place, words, placing, more);
    }

    private MeasureReading Build(RowPlace place, Words words, UnitPlacing placing, bool more)
    {
        var deadline = context.ReadDeadline(words.Deadline);
        var dates = new MilestoneReader(context, log, place, deadline);
        var milestones = dates.Read(words.Paragraphs, words.Cells);
        if (words.HasDeadline)
        {
            dates.AskAboutDeadline(milestones.Count > 0);
        }

        return new MeasureReading(place.Row!.Value, words.Paragraphs, deadline, milestones, placing.Lead, placing.Main, placing.Assist, more, words.Others, words.Origin)
        {
            Cells = words.Cells,
            Tables = words.Tables,
        };
    }

    /// <summary>Asks about the cells of units that an annex leaves blank.</summary>
    public void CloseAnnex()
    {
        _blanks.Ask();
        _asked.Clear();
    }

    private void AskAboutUnits(TaskColumn column, TableCell cell, int units, RowPlace place)
    {
        if (column.Role == ColumnRole.LeadAndAssist && units > 1 && _asked.Add(column))
        {
            log.Add("PLAN-016", Severity.Note, place, cell.Text, ("heading", column.Heading));
        }
    }

    private sealed record Words(IReadOnlyList<string> Paragraphs, string Deadline, bool HasDeadline, IReadOnlyList<OtherCell> Others, Origin Origin, MeasureCells Cells, IReadOnlyList<TableBlock> Tables);
}
