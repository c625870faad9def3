namespace Lanshao.Platform.Reports.Checking;

/// <summary>Tells whether words between a name and a figure say nothing but which column is meant and how it stands there; then the figure can only be of that name.</summary>
internal static class PlainWords
{
    private static readonly string[] Plain =
    [
        "不降反升", "不升反降", "反弹最明显", "最明显", "最为明显", "最突出", "也是唯一", "唯一", "次之", "居末位", "列末位", "居第二位", "居第二", "的类别", "的地区", "的街道", "的镇", "的点位", "外",
        "占全市", "占全县", "占全区", "占全省", "占全镇", "占全部", "占总数", "占总量", "占比", "所占比重", "所占", "比重", "占", "全市", "全县", "全区", "全省", "全镇", "全州", "全街道", "总数", "总量", "全部",
        "最高", "最低", "最多", "最少", "最大", "最小", "最快", "较高", "较低", "居首位", "居首", "列第一", "首位", "居各类之首", "位居", "第一", "居全", "明显", "继续",
        "达到了", "达到", "仅为", "只有", "仅有", "共有", "合计", "共计", "总计", "累计", "平均", "均为", "分别", "完成", "实际", "数量", "规模", "水平", "情况",
        "下降", "上升", "增长", "增加", "减少", "提高", "降低", "提升", "回落", "反弹", "改善", "同比", "环比", "降幅", "升幅", "增幅", "幅度", "降至", "升至", "降为", "增至", "降到", "升到", "相比", "相差", "高于", "低于", "多于", "少于", "超过", "还差", "距离", "相当于",
        "类", "行业", "领域", "方面", "站", "工程", "达", "仅", "为", "是", "有", "共", "均", "已", "的", "了", "由", "从", "到", "至", "较", "比", "与", "高", "低", "多", "少", "差", "距", "约", "近", "率",
    ];

    /// <summary>The characters that are left when column names, figures and words that add nothing are taken away.</summary>
    public static int Rest(string words, TableView table)
    {
        var rest = words;
        foreach (var column in table.Columns)
        {
            for (var common = Likeness.LongestCommon(column.Core, rest); common.Length > 1; common = Likeness.LongestCommon(column.Core, rest))
            {
                rest = rest.Replace(common, "|", StringComparison.Ordinal);
            }
        }

        for (var common = Likeness.LongestCommon(table.Title.Text, rest); common.Length > 1; common = Likeness.LongestCommon(table.Title.Text, rest))
        {
            rest = rest.Replace(common, "|", StringComparison.Ordinal);
        }

        foreach (var word in Plain)
        {
            rest = rest.Replace(word, "|", StringComparison.Ordinal);
        }

        return rest.Count(letter => !char.IsAsciiLetterOrDigit(letter) && !"|，、；：（）(). %,".Contains(letter, StringComparison.Ordinal));
    }
}
