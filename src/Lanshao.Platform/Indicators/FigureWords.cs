namespace Lanshao.Platform.Indicators;

/// <summary>The official words of what a value carries: 来源口径, as tables write and people pick them.</summary>
public static class FigureWords
{
    /// <summary>沙尘口径, 站点口径 that the source does not tell.</summary>
    public const string NotStated = "未注明";

    /// <summary>口径 that the figure does not have.</summary>
    public const string NotApplicable = "不适用";

    /// <summary>无水: a result of water monitoring, not a missing value.</summary>
    public const string Dry = "无水";

    public static IReadOnlyList<string> StationScopes { get; } = ["国控", "市控", "街道站", "微型站", "市级考核断面", "其他断面", "社区点位", NotStated, NotApplicable];

    public static IReadOnlyList<string> SandBases { get; } = ["扣除沙尘影响", "未扣除沙尘影响", NotStated, NotApplicable];

    /// <summary>时段口径 of the city's review periods, which are no calendar months.</summary>
    public const string ReviewPeriod = "点评周期";

    public static IReadOnlyList<string> PeriodBases { get; } = ["当月", "累计", ReviewPeriod, NotApplicable];

    public static IReadOnlyDictionary<string, FigureBasis> Bases { get; } = new Dictionary<string, FigureBasis>
    {
        ["计算"] = FigureBasis.Computed,
        ["公布"] = FigureBasis.Published,
        ["填报"] = FigureBasis.Reported,
        ["更正"] = FigureBasis.Corrected,
        ["推算"] = FigureBasis.Inferred,
    };

    public static IReadOnlyDictionary<string, FigureStatus> Statuses { get; } = new Dictionary<string, FigureStatus>
    {
        ["实时"] = FigureStatus.Live,
        ["初步"] = FigureStatus.Preliminary,
        ["已复核"] = FigureStatus.Reviewed,
        ["已通报"] = FigureStatus.Announced,
        ["已更正"] = FigureStatus.Corrected,
    };

    public static IReadOnlyDictionary<string, MissingReason> MissingReasons { get; } = new Dictionary<string, MissingReason>
    {
        ["缺测"] = MissingReason.NoData,
        ["未测"] = MissingReason.NotMeasured,
        ["未报"] = MissingReason.NotReported,
        ["无效"] = MissingReason.Invalid,
        ["有效性不足"] = MissingReason.BelowCoverage,
    };

    public static string Of(FigureBasis basis) => Bases.First(word => word.Value == basis).Key;

    public static string Of(FigureStatus status) => Statuses.First(word => word.Value == status).Key;

    public static string Of(MissingReason reason) => MissingReasons.First(word => word.Value == reason).Key;
}
