namespace Lanshao.Platform.Plans.Reading;

/// <summary>Sorts units into 牵头, 主责 and 协办 by the roles that their list uses: 责任单位 are the main ones only where nobody leads.</summary>
internal sealed class UnitPlacing
{
    private readonly bool _responsibleIsMain;

    public UnitPlacing(IReadOnlyList<TaskColumn> columns)
    {
        var leads = columns.Any(column => column.Role is ColumnRole.Lead or ColumnRole.Main or ColumnRole.LeadAndAssist);
        _responsibleIsMain = columns.Any(column => column.Role == ColumnRole.Assist) || !leads;
    }

    public List<UnitReading> Lead { get; } = [];

    public List<UnitReading> Main { get; } = [];

    public List<UnitReading> Assist { get; } = [];

    /// <summary>Places the units of a cell; a unit that its bracket calls the lead (（牵头）) leads, whatever the column says of the others.</summary>
    public void Add(ColumnRole role, IReadOnlyList<UnitReading> all)
    {
        var units = all.Where(unit => !unit.Raw.EndsWith("（牵头）", StringComparison.Ordinal)).ToList();
        Lead.AddRange(all.Except(units));
        switch (role)
        {
            case ColumnRole.Lead:
                Lead.AddRange(units);
                break;
            case ColumnRole.Main:
                Main.AddRange(units);
                break;
            case ColumnRole.Responsible when _responsibleIsMain:
                Main.AddRange(units);
                break;
            case ColumnRole.LeadAndAssist:
                var leads = all.Count > units.Count ? 0 : 1;
                Lead.AddRange(units.Take(leads));
                Assist.AddRange(units.Skip(leads));
                break;
            default:
                Assist.AddRange(units);
                break;
        }
    }
}
