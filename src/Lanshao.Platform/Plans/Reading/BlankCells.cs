using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>
/// Gathers the blank cells of units of one annex. A list that writes —— where there is nobody, or fills nearly every row, has forgotten something in a blank cell;
/// a list that leaves many cells of its helpers blank means nobody.
/// </summary>
internal sealed class BlankCells(FindingLog log)
{
    private const int RowsForOneSlip = 5;
    private readonly Dictionary<TaskColumn, Column> _columns = [];

    public void Add(TaskColumn heading, string text, RowPlace place, bool isNobody)
    {
        if (!_columns.TryGetValue(heading, out var column))
        {
            _columns[heading] = column = new Column();
        }

        column.Rows++;
        column.WritesNobody |= isNobody;
        if (text.Length == 0)
        {
            column.Blanks.Add(place);
        }
    }

    public void Ask()
    {
        foreach (var (heading, column) in _columns)
        {
            if (heading.Role is ColumnRole.Lead or ColumnRole.Main or ColumnRole.LeadAndAssist || column.WritesNobody || column.Blanks.Count * RowsForOneSlip <= column.Rows)
            {
                column.Blanks.ForEach(place => log.Add("PLAN-014", Severity.Note, place, null, ("heading", heading.Heading)));
            }
        }

        _columns.Clear();
    }

    private sealed class Column
    {
        public int Rows { get; set; }

        public bool WritesNobody { get; set; }

        public List<RowPlace> Blanks { get; } = [];
    }
}
