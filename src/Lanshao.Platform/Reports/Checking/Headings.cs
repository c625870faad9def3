using System.Buffers;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Reads what the headings of official tables say about their columns.</summary>
internal static class Headings
{
    private static readonly string[] Names = ["断面", "点位", "名称", "站点", "水体", "街道", "乡镇", "镇街", "地区", "单位", "河流", "企业", "行业", "类型", "类别", "项目", "指标", "月份", "区", "镇"];
    private static readonly string[] Totals = ["合计", "总计", "小计", "共计", "总数", "总量"];
    private static readonly string[] Intensive = ["浓度", "率", "比", "均", "排名", "名次", "位次", "降尘量", "负荷", "指数", "强度", "密度", "得分", "分数", "单价", "变化", "增幅", "降幅", "目标值", "年份", "最高", "最低", "最大", "最小", "评分", "温", "类别", "半径", "序号"];

    private static readonly SearchValues<string> Before = SearchValues.Create(["上年", "去年", "上期", "上月", "上周", "上季度", "同期", "基期", "基数"], StringComparison.Ordinal);

    public static bool IsSerial(string heading) => heading is "序号" or "编号" or "序";

    /// <summary>项次 counts the rows where it stands first; beside 人次 it is a number of things.</summary>
    public static bool IsSerial(string heading, int column) => IsSerial(heading) || (column == 0 && heading == "项次");

    public static bool IsRank(string heading) => Has(heading, "排名", "名次", "位次", "排位") || heading is "排序" or "位序" or "次序" or "序次" or "序位";

    public static bool IsChange(string heading) => Has(heading, "同比", "环比", "变化", "增幅", "降幅", "增速", "涨幅", "升幅", "升降", "增减", "差值", "差额") || (heading.Length is > 1 and <= 8 && heading.EndsWith('差') && !heading.EndsWith("较差", StringComparison.Ordinal));

    public static bool IsPercent(string heading) => Has(heading, "%", "率", "占比", "比例", "百分比", "比重");

    /// <summary>Whether a heading may be a share of a task that is done: 投资进度, where its figures have decimals.</summary>
    public static bool IsProgress(string heading) => heading.EndsWith("进度", StringComparison.Ordinal);

    public static bool IsTotal(string heading) => Array.Exists(Totals, word => heading.StartsWith(word, StringComparison.Ordinal) || (heading.EndsWith(word, StringComparison.Ordinal) && heading.Length <= word.Length + 4));

    public static bool IsTarget(string heading) => Has(heading, "目标", "要求", "标准", "指标值");

    public static bool IsVerdict(string heading) => Has(heading, "是否", "达标情况", "达标与否");

    public static bool IsAgency(string heading) => Has(heading, "部门", "责任", "牵头", "协办", "配合", "主责", "实施主体") || heading is "承办单位" or "主办单位";

    public static bool IsBefore(string heading) => heading.AsSpan().ContainsAny(Before);

    /// <summary>Whether a column quotes what stood before a correction: 原印, 修改前.</summary>
    public static bool IsReplaced(string heading) => (heading.StartsWith('原') && !heading.StartsWith("原因", StringComparison.Ordinal)) || Has(heading, "更正前", "修改前", "修订前", "调整前");

    /// <summary>Whether a column says what stands in its place: 更正为, 修改后.</summary>
    public static bool IsCorrected(string heading) => Has(heading, "更正为", "更正后", "修改为", "修改后", "修订为", "修订后", "调整为", "调整后", "现为", "改为");

    public static bool IsIntensive(string heading) => heading.StartsWith('每') || Has(heading, Intensive);

    /// <summary>How much a heading promises to name what the rows are about: 断面 more than 街道, both more than a heading that names nothing.</summary>
    public static double NameWeight(string heading)
    {
        var at = Array.FindIndex(Names, word => heading.EndsWith(word, StringComparison.Ordinal) || heading.StartsWith(word, StringComparison.Ordinal));
        return at < 0 ? 0 : at < 4 ? 0.8 : 0.5;
    }

    /// <summary>Tells whether a column is printed to whole numbers by its heading: 累计浓度（取整）.</summary>
    public static bool IsWhole(string heading) => Has(heading, "取整", "整数");

    /// <summary>The unit in the brackets of a heading: 浓度（微克/立方米）, 完成率(%).</summary>
    public static MeasurementUnit? UnitIn(string heading)
    {
        var bracket = heading.AsSpan().LastIndexOfAny('（', '(');
        var open = bracket >= 0 ? bracket : heading.AsSpan().IndexOf('/');
        if (open < 0)
        {
            return null;
        }

        var start = open + 1 + ScaleAt(heading, open + 1).Length;
        var unit = MeasurementUnits.ReadAt(heading, start, out var length);
        return unit is not null && (start + length == heading.Length || heading[start + length] is '）' or ')') ? unit : null;
    }

    /// <summary>The scale in the brackets of a heading: 10000 for 罚款（万元）, 1 where none is named.</summary>
    public static decimal ScaleIn(string heading)
    {
        var open = heading.AsSpan().LastIndexOfAny('（', '(');
        return open < 0 ? 1m : ScaleAt(heading, open + 1) is { Length: > 0 } scale && MeasurementUnits.ReadAt(heading, open + 1 + scale.Length, out _) is not null ? ScaleOf(scale) : 1m;
    }

    /// <summary>The words 万 or 亿 at a place; empty for none.</summary>
    public static string ScaleAt(string text, int at) => at < text.Length && text[at] is '万' or '亿' ? text.Substring(at, 1) : "";

    /// <summary>The factor of 万 or 亿.</summary>
    public static decimal ScaleOf(string scale) => scale switch { "万" => 10_000m, "亿" => 100_000_000m, _ => 1m };

    public static bool Has(string heading, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (heading.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
