using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>What a column of a table holds.</summary>
internal enum ColumnRole
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>序号.</summary>
    Serial,

    /// <summary>What the row is about.</summary>
    Name,

    /// <summary>Numbers that are measured or counted.</summary>
    Number,

    /// <summary>合计 over other columns of the row.</summary>
    Total,

    /// <summary>A place: 区倒排名.</summary>
    Rank,

    /// <summary>同比, 环比, 增幅.</summary>
    Change,

    /// <summary>A share or ratio in percent.</summary>
    Percent,

    /// <summary>Water quality classes.</summary>
    Class,

    /// <summary>The class that is aimed at.</summary>
    TargetClass,

    /// <summary>是否达标, 是否符合预期.</summary>
    Verdict,

    /// <summary>Responsible units.</summary>
    Agency,
}

/// <summary>A column of a table.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Heading">Its headings, joined downwards, without blanks.</param>
/// <param name="Role">What it holds.</param>
/// <param name="Unit">The unit that its heading names.</param>
internal sealed record TableColumn(int Index, string Heading, ColumnRole Role, MeasurementUnit? Unit)
{
    /// <summary>Whether it holds figures of things, not places or serial numbers.</summary>
    public bool IsValue => Role is ColumnRole.Number or ColumnRole.Total;

    /// <summary>The heading without what stands in brackets.</summary>
    public string Core { get; } = CoreOf(Heading);

    /// <summary><see cref="Core"/> made comparable with <see cref="Indicator.Normal"/> text.</summary>
    public string NormalCore { get; } = Indicator.Normal(CoreOf(Heading));

    /// <summary>The symbols that the heading names: PM2.5, TSP.</summary>
    public IReadOnlySet<string> Symbols { get; } = Indicator.Symbols(Indicator.Normal(Heading));

    /// <summary>The scale that the heading names: 10000 for 罚款（万元）.</summary>
    public decimal Scale { get; } = Headings.ScaleIn(Heading);

    /// <summary>The unit of a heading that counts without brackets: 家 of 在线监控家数.</summary>
    public MeasurementUnit? Counted => Unit is null && Core.Length > 2 && Core[^1] == '数' && MeasurementUnits.ReadAt(Core, Core.Length - 2, out var length) is { Kind: UnitKind.Count } unit && length == 1 ? unit : null;

    /// <summary>The heading without a unit or 数, 量 at its end: 检查 of 检查家次.</summary>
    public string Noun { get; } = NounOf(CoreOf(Heading));

    /// <summary>Whether the numbers are means, shares and the like, which add up to nothing.</summary>
    public bool IsIntensive => Unit?.Kind == UnitKind.Points || Headings.IsIntensive(Heading);

    private static string NounOf(string core)
    {
        for (var at = 1; at < core.Length; at++)
        {
            if (MeasurementUnits.ReadAt(core, at, out var length) is { Kind: UnitKind.Count } && at + length == core.Length)
            {
                return core[..at].TrimEnd('数', '量');
            }
        }

        return core.TrimEnd('数', '量');
    }

    // The bracket of 镇（街道） and 县（市、区） belongs to the name.
    private static string CoreOf(string heading) => heading.AsSpan().IndexOfAny('（', '(') is > 0 and var open && (open > 1 || Headings.UnitIn(heading) is not null) ? heading[..open] : heading;
}
