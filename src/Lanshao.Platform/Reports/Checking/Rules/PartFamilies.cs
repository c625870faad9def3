namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Kinds that together leave nothing out: 新建 and 改造, 地表水 and 地下水, the four kinds of noise of the law.</summary>
internal static class PartFamilies
{
    private static readonly string[][] Families =
    [
        ["新建", "改造"], ["新建", "改建"], ["重点", "一般"], ["昼间", "夜间"], ["主管", "支管"], ["主干", "支"], ["自筹", "补助"], ["煤改气", "煤改电"], ["国家一级", "国家二级"], ["一级", "二级"], ["城镇", "农村"], ["国控", "市控"],
        ["山区", "平原"], ["完工", "在建", "未开工"], ["达标", "不达标"], ["达标", "未达标"], ["合格", "不合格"], ["已完成", "未完成"], ["柴油车", "汽油车"], ["县级", "乡级", "村级"], ["优", "良", "轻度"], ["以上", "以下"], ["A级", "B级", "C级"], ["黄色", "橙色", "红色"], ["蓝色", "黄色", "橙色"], ["机关", "下属"], ["本级", "下属"], ["中央", "省", "市"], ["省级", "市级", "县级"], ["区级", "街道", "社区"], ["市级", "县级"], ["区级", "街道级"], ["大型", "中型", "小型"],
        ["地表水", "地下水"], ["哺乳", "鸟类", "爬行", "两栖", "鱼类"], ["社会生活", "建筑施工", "交通运输", "工业"], ["重点", "简化", "登记"], ["一氧化碳", "碳氢化合物", "氮氧化物", "颗粒物"], ["工业废水", "生活污水", "集中式"],
        ["自行", "委托", "贮存"], ["乱占", "乱采", "乱堆", "乱建"], ["按日", "查封", "限产", "拘留", "犯罪"], ["盈余", "短缺"], ["有组织", "无组织"], ["固定源", "移动源"], ["行政村", "社区"], ["湖库", "河流"],
        ["上升", "持平", "下降"], ["增加", "持平", "减少"], ["好转", "稳定", "变差"], ["第一产业", "第二产业", "第三产业"], ["自动", "手工"], ["快充", "慢充"], ["男", "女"], ["轻度", "中度", "重度"], ["轻度", "中度", "重度", "严重"], ["满意", "基本满意", "不满意"], ["完成", "达到", "滞后"], ["完成", "达到", "落后"], ["优秀", "良好", "合格", "不合格"], ["属实", "部分属实", "不属实"],
    ];

    /// <summary>Whether the first labels are the members of a family, one each.</summary>
    public static bool Have(IReadOnlyList<string> labels) => Families.Any(family => family.Length <= labels.Count && Are(family, labels.Take(family.Length).ToList()));

    /// <summary>Whether the labels are the members of a family, one each, and no others.</summary>
    public static bool HaveAll(IReadOnlyList<string> labels) => Families.Any(family => family.Length == labels.Count && Are(family, labels));

    // Of 达标 and 不达标 the longer word says which; each label belongs to one.
    private static bool Are(string[] family, IReadOnlyList<string> labels) =>
        labels.Select(label => family.Where(word => label.Contains(word, StringComparison.Ordinal)).MaxBy(word => word.Length)).ToList() is var found && !found.Contains(null) && found.Distinct().Count() == family.Length;
}
