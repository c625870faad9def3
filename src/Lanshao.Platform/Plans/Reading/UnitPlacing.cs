namespace Lanshao.Platform.Plans.Reading;

/// <summary>Sorts units into 牵头, 主责 and 协办 by the roles that their list uses: 责任单位 are the main ones only where nobody leads.</summary>
internal sealed class UnitPlacing
{
    private readonly bool _responsibleIsMain;

    public UnitPlacing(IReadOnlyCollection<ColumnRole> roles)
    {
        var leads = roles.Contains(ColumnRole.Lead) || roles.Contains(ColumnRole.Main) || roles.Contains(ColumnRole.LeadAndAssist);
        _responsibleIsMain = roles.Contains(ColumnRole.Assist) || !leads;
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
