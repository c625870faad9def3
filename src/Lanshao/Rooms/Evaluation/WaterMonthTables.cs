using System.Globalization;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Standards.Water;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>The water of a month in words: the table of sections or points, the statistics, the answer.</summary>
/// <param name="month">The month.</param>
/// <param name="district">The district.</param>
/// <param name="t">The words of the page.</param>
internal sealed class WaterMonthTables(WaterMonth month, District district, UiTexts t)
{
    private static readonly string[] Classes = ["Ⅰ类", "Ⅱ类", "Ⅲ类", "Ⅳ类", "Ⅴ类", "劣Ⅴ类"];
    private readonly bool _isSections = month.Rows.Any(row => row.WaterBody is not null);

    private string MonthWord => string.Create(CultureInfo.InvariantCulture, $"{month.Month.To.Month}月");

    /// <summary>Returns the places of the month.</summary>
    public PageTable Places() => new(
        _isSections ? t["{0}地表水断面水质", month.Month.ChineseText] : t["{0}社区监测点位水质", month.Month.ChineseText],
        [
            new(_isSections ? t["断面名称"] : t["监测点位"]), new(_isSections ? t["所在水体"] : t["社区"]), new(t["街道"]), new(t["水质目标"], ColumnKind.Mark),
            new(t[$"{MonthWord}水质类别"], ColumnKind.Mark) { SortKey = "class" }, new(t["上月"], ColumnKind.Mark), new(t["较上月"], ColumnKind.OneLine),
            new(t["去年同月"], ColumnKind.Mark), new(t["较去年同月"], ColumnKind.OneLine), new(t["是否达标"], ColumnKind.Mark), new(t["定类项目"]), new(t["超标项目（超标倍数）"]),
        ],
        [.. month.Rows.Select(row => new TableRow(
        [
            Cell.Of(row.Name), Cell.Of(_isSections ? row.WaterBody : Communities(row)), Cell.Of(string.Join('、', row.Areas.Select(code => district.FindSubdistrict(code)?.ShortName ?? code))),
            row.Target.Level == 0 ? Cell.Missing(t["没有目标"]) : Cell.Of(row.Target + "类").Ordered(row.Target.Level),
            Found(row, row.Now, month.Month), Found(row, row.LastMonth, WaterMonth.Before(month.Month)), Change(row, row.LastMonth),
            Found(row, row.LastYear, month.Month.LastYear()), Change(row, row.LastYear), Met(row), Determining(row), Beyond(row),
        ]))])
    {
        IsWide = true,
        IsStacked = true,
        IsSample = district.Facts.IsSample,
        Carries = CarriedFigures.Of(ExportReach.Official, month.Month),
        Below = [t["数据来源：{0}", Sources()], t["类别以给出的为准；没有给出类别的，由各项目浓度按{0}单因子评价。无水是监测结果，不计入类别比例。", "GB 3838—2002"], t["较上月、较去年同月按类别变化判断（环办〔2011〕22号，据回忆，待核）。"]],
    };

    /// <summary>Returns the statistics of sections, water bodies and the district.</summary>
    public PageTable Statistics() => new(
        t["{0}水质统计", month.Month.ChineseText],
        [
            new(t["范围"], ColumnKind.OneLine), new(_isSections ? t["断面数"] : t["点位数"], ColumnKind.Figure), .. Classes.Select(word => new Column(t[word], ColumnKind.Figure)), new(t["无水"], ColumnKind.Figure), new(t["无数据"], ColumnKind.Figure),
            new(_isSections ? t["有水断面"] : t["有水点位"], ColumnKind.Figure) { Group = "优良比例" }, new(_isSections ? t["全部断面"] : t["全部点位"], ColumnKind.Figure) { Group = "优良比例" }, new(t["达标率"], ColumnKind.Figure), new(t["水质状况"], ColumnKind.OneLine), new(t["主要污染指标"]), new(t["较上月"], ColumnKind.OneLine),
        ],
        [.. WaterGroup.Of(month).Select(Group)])
    {
        IsWide = true,
        IsStacked = true,
        IsSample = district.Facts.IsSample,
        Carries = CarriedFigures.Of(ExportReach.Official, month.Month),
        Below = [t["有类别的断面不足{0}个的，按各项目均值评价水质状况；没有全部断面的浓度，或河流与湖泊混合的，只列个数和比例。", WaterStatistics.SectionsForRatios]],
    };

    /// <summary>Says the month in a sentence; empty where nothing is stored.</summary>
    public string Answer()
    {
        var all = WaterGroup.Of(month)[0];
        if (all.Now.Sections == 0)
        {
            return string.Empty;
        }

        var (noun, now) = (_isSections ? t["断面"] : t["点位"], all.Now);
        List<string> parts = [t["{0}，{1}个{2}有监测结果", MonthWord, now.Sections, noun]];
        if (now.GoodShareOfClassified is { } good)
        {
            parts.Add(t["优良水体比例{0}%（{1}/{2}）", good.ShownText, now.Good, now.Classified]);
            parts.Add(now.InferiorV == 0 ? t["无劣Ⅴ类"] : t["劣Ⅴ类{0}个", now.InferiorV]);
        }

        parts.Add(t["达标{0}个（{0}/{1}）", now.Met, now.Judged]);
        parts.AddRange(now.Dry == 0 ? [] : [t["无水{0}个", now.Dry]]);
        var (better, worse) = (Changed("好转"), Changed("下降"));
        parts.AddRange(month.Rows.All(row => row.ChangeSince(row.LastMonth) is null) ? [] : [t["较上月{0}个好转、{1}个下降", better, worse]]);
        return string.Join('，', parts) + "。";
    }

    private int Changed(string word) => month.Rows.Count(row => row.ChangeSince(row.LastMonth)?.EndsWith(word, StringComparison.Ordinal) == true);

    private string Communities(WaterMonthRow row) => string.Join('、', row.Communities.Select(code => district.Communities.FirstOrDefault(community => community.Code == code)?.Name ?? code));

    private string Sources()
    {
        var sources = month.Rows.SelectMany(row => row.Now is null ? [] : row.Now.Measured.Append(row.Now.Given)).OfType<IndicatorValue>().Select(value => value.Source).Distinct().ToList();
        return sources.Count == 0 ? t["无"] : string.Join('、', sources);
    }

    private Cell Found(WaterMonthRow row, WaterFinding? finding, Period period)
    {
        if (finding is null)
        {
            return Cell.Missing(t["没有{0}的水质数据", period.ChineseText]);
        }

        if (finding is { Either: { } either, Given: null })
        {
            return Cell.Missing(t["水体类型未登记：按河流为{0}类，按湖库为{1}类", either.River?.ToString() ?? "—", either.Lake?.ToString() ?? "—"]);
        }

        var word = finding.Class is { } known ? known + "类" : finding.Result.Printed;
        var cell = Cell.Of(word).Explained(How(row, finding, $"{row.Name} {period.ChineseText} {word}"));
        return finding.Class is { } level ? cell.Ordered(level.Level) : cell;
    }

    private HowComputed How(WaterMonthRow row, WaterFinding finding, string figure)
    {
        var lines = new List<(string, string)>();
        if (finding.Given is { } given)
        {
            lines.AddRange(ValueWords.Stored(given, t));
        }

        if (finding.Computed is { } computed)
        {
            lines.Add(("输入", string.Join('；', computed.Items.Select(item => t["{0}{1}{2}，{3}类", item.Item.Name, Plain(item.Concentration), item.Item.Unit == "无量纲" ? string.Empty : item.Item.Unit, item.Class]))));
            lines.Add(("方法", t["单因子评价，取最差项目的类别；{0}按{1}的限值；总氮不参与定类", row.Name, row.Body switch { null => t["河流和湖泊（类型未登记，两者相同）"], WaterBody.Lake => t["湖泊"], _ => t["河流"] }]));
            lines.Add(("依据", computed.Edition));
            lines.Add(("核对", finding.Difference(row.Name) is { } difference ? ErrorTexts.Sentence(difference, t.Language) : finding.Given is null ? t["没有给出的类别，采用评价结果"] : t["与给出的类别一致"]));
            lines.AddRange(finding.Given is null && finding.Measured.Count > 0 ? ValueWords.Provenance(finding.Measured[0], t) : []);
        }

        lines.Add(("辖区包", t["第{0}版", month.PackRevision]));
        return new(figure, lines);
    }

    private Cell Change(WaterMonthRow row, WaterFinding? before) => row.ChangeSince(before) is { } word ? Cell.Of(t[word])
        : Cell.Missing(row.Now is null || before is null ? t["缺少一个月的数据"] : row.Now.Class is null || before.Class is null ? t["有一个月无水或未定类"] : t["两个月的类别来源不同，不作比较"]);

    private Cell Met(WaterMonthRow row) => row.Now switch
    {
        null => Cell.Missing(t["没有数据"]),
        { Result.State: WaterState.Dry } => Cell.Missing(t["无水，不判断"]),
        { Result.Class.IsMet: { } isMet } => Cell.Of(isMet ? t["达标"] : t["未达标"]),
        { Either: not null } => Cell.Missing(t["水体类型未登记"]),
        _ => Cell.Missing(t["没有目标或没有类别"]),
    };

    private Cell Determining(WaterMonthRow row) =>
        Explained(row, () => Cell.Of(string.Join('、', row.Now!.Result.Class!.Determining.Select(item => item.Item.Name))));

    private Cell Beyond(WaterMonthRow row) => Explained(row, () => row.Now!.Result.Class!.Beyond is { Count: > 0 } beyond
        ? Cell.Of(string.Join('、', beyond.Select(excess => excess.Multiple is { } multiple ? $"{excess.Item.Name}（{multiple.ShownText}）" : excess.Item.Name)))
        : Cell.Of(t["无"]));

    private Cell Explained(WaterMonthRow row, Func<Cell> cell) => row.Now switch
    {
        null => Cell.Missing(t["没有数据"]),
        { Result.State: WaterState.Dry } => Cell.Missing(t["无水"]),
        { IsExplained: true } => cell(),
        { Either: not null } => Cell.Missing(t["水体类型未登记"]),
        { Computed: not null } => Cell.Missing(t["给出的类别与按浓度评价的不同，见怎么算的"]),
        _ => Cell.Missing(t["没有各项目浓度，只有类别"]),
    };

    private TableRow Group(WaterGroup group)
    {
        var now = group.Now;
        return new(
        [
            Cell.Of(group.Name), Cell.Whole(now.Sections + group.WithoutData), .. now.ByLevel.Select(count => Cell.Whole(count)), Cell.Whole(now.Dry), Cell.Whole(group.WithoutData),
            Share(now.GoodShareOfClassified, now.Good, now.Classified), Share(now.GoodShareOfAll, now.Good, now.Sections), Share(now.MetShare, now.Met, now.Judged),
            now.Status is { } status ? Cell.Of(t[status]) : Cell.Missing(t["没有浓度，不评价"]),
            now.MainItems.Count > 0 ? Cell.Of(string.Join('、', now.MainItems.Select(item => item.Name))) : now.Status is "优" or "良好" ? Cell.Of(t["无"]) : Cell.Missing(t["没有浓度，不评价"]),
            group.Change is { } change ? Cell.Of(t[change]) : Cell.Missing(t["缺少一个月的数据"]),
        ]);
    }

    private Cell Share(Reported? share, int part, int whole) => share is { } known
        ? Cell.Percent(known.Shown, known.Decimals).Explained(new($"{known.ShownText}%", [("计算", $"{part}×100÷{whole}={known.ExactText}"), ("修约", t["保留一位小数（{0}）", ValueWords.RoundingRule])]))
        : Cell.Missing(t["没有可算的断面"]);

    private static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
