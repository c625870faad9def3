using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Lists over paragraphs, what is left undone, places, rows of one river, months: right gives nothing, one wrong figure is found.</summary>
public class RunningTextRulesTests
{
    private const string Head = "某县2024年生态环境工作总结\n一、工作情况\n";

    private const string Rivers = """
        附件1
        2024年考核断面水质情况
        |序号|河流|断面|水质类别|达标情况
        |1|清河|上桥|Ⅱ类|达标
        |2|清河|下桥|Ⅱ类|达标
        |3|沙河|东闸|Ⅳ类|不达标
        |4|沙河|西闸|Ⅲ类|达标
        """;

    private const string Towns = """
        附件1
        2024年各镇情况
        |镇|PM2.5浓度（微克/立方米）|投诉（件）
        |东镇|26.4|12
        |南镇|27.1|15
        |西镇|28.0|21
        |北镇|30.2|18
        """;

    private const string Lengths = """
        附件1
        2024年河流情况
        |河流|长度（公里）|水质达标率（%）
        |甲河|43.0|91.7
        |乙河|67.0|83.3
        """;

    private const string PerCase = """
        附件1
        2024年行政处罚情况
        |类型|立案数（件）|罚款金额（万元）|件均罚款（万元）
        |大气类|18|146.5|8.14
        |水类|11|92.0|8.36
        |固废类|7|88.6|12.66
        |噪声类|4|9.2|2.30
        """;

    [Theory]
    [InlineData("共发现问题60个，整改48个。按类型划分：\n大气类30个，占50.0%；\n水类20个，占33.3%；\n固废类10个，占16.7%。", "20个，占33.3%", "30个，占33.3%")]
    [InlineData("共发现问题60个，整改48个。按类型划分：\n大气类30个，占50.0%；\n水类20个，占33.3%；\n固废类10个，占16.7%。", "33.3%", "35.3%")]
    [InlineData("实施工程14处，总投资6720万元。其中：\n1.水厂3处，投资3150万元；\n2.管网5处，投资2100万元；\n3.泵站6处，投资1470万元。", "2100", "2700")]
    [InlineData("受理投诉386件，其中电话212件；截至年底办结371件，未办结的15件均在时限内。", "15", "17")]
    [InlineData("排查排污口95个。已完成整治76个，尚有19个未整治。\n二、下一步\n6月底前完成剩余19个排污口整治。", "剩余19", "剩余21")]
    [InlineData("受理信访46件，其中重复信访5件，办结45件。", "重复信访5", "重复信访55")]
    [InlineData("排查问题28个，已整改21个。\n二、下一步\n按期完成剩余7个问题整改。\n三、保障\n对未整改的7个问题逐一督办。", "未整改的7", "未整改的9")]
    [InlineData("PM2.5浓度由低到高前三名依次为东镇、南镇、西镇。\n" + Towns, "东镇、南镇、西镇", "东镇、西镇、南镇")]
    [InlineData("东镇和北镇合计投诉30件。\n" + Towns, "合计投诉30", "合计投诉33")]
    [InlineData("2024年全年集中学习24次，平均每月2次。", "每月2次", "每月3次")]
    [InlineData("查处案件25起，其中非法取水9起、非法排污13起、其他3起。非法取水类案件占36.0%。", "36.0", "63.0")]
    [InlineData("开展夜查（2024年3月1日至3月8日）共8天。", "共8天", "共9天")]
    [InlineData("优良天数在全市7个县中并列第2位。", "第2", "第8")]
    [InlineData("在全省14个市中列第11位，较上月的第8位后退3位。", "后退3", "后退2")]
    [InlineData("万元产值用水量下降11.4%，由70.0立方米降至62.0立方米。", "11.4", "14.1")]
    [InlineData("6月、7月、8月、9月降雨量分别为96毫米、172毫米、138毫米和80毫米，7月降雨最多，占汛期的35.4%。", "7月降雨最", "8月降雨最")]
    [InlineData("6月、7月、8月、9月降雨量分别为96毫米、172毫米、138毫米和80毫米，7月降雨最多，占汛期的35.4%。", "35.4", "53.4")]
    [InlineData("清河2个断面均为Ⅱ类，沙河2个断面中，1个达标、1个不达标。\n" + Rivers, "均为Ⅱ", "均为Ⅲ")]
    [InlineData("清河2个断面均为Ⅱ类，沙河2个断面中，1个达标、1个不达标。\n" + Rivers, "1个达标", "2个达标")]
    [InlineData(PerCase, "8.36", "9.36")]
    public void Check_OneFigureChanged_IsFoundOnlyThen(string text, string right, string wrong)
    {
        var clean = Draft.Findings(Head + text);
        var damaged = Draft.Findings(Head + text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Empty(clean);
        Assert.NotEmpty(damaged);
    }

    [Theory]
    [InlineData("清河4个断面、沙河3个断面、白水河2个断面中，仅白水河1个断面为Ⅳ类。")]
    [InlineData("受理信访46件，其中重复信访5件，办结45件，办结率97.8%。")]
    [InlineData("占总长的39.1%。\n" + Lengths)]
    [InlineData("甲河长度占总长的39.1%，水质达标率91.7%。\n" + Lengths)]
    [InlineData("排查排污口95个，其中工业11个、生活排污口37个、其他47个。已整治的排污口中，生活排污口32个。")]
    public void Check_NumbersOfOtherScopes_AreLeftAlone(string text) => Assert.Empty(Draft.Findings(Head + text));
}
