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

    public void Add(ColumnRole role, IReadOnlyList<UnitReading> units)
    {
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
                Lead.AddRange(units.Take(1));
                Assist.AddRange(units.Skip(1));
                break;
            default:
                Assist.AddRange(units);
                break;
        }
    }
}
