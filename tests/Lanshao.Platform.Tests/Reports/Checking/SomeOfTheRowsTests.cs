using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>What is said of some rows, of two tables of the same places, or of a list, and is right so.</summary>
public class SomeOfTheRowsTests
{
    private const string Tools = "表7 比对结果\n|类别|指标|组数|合格|合格率（%）\n|空气|PM2.5|24|23|95.8\n|空气|PM10|24|22|91.7\n|空气|SO2|20|20|100.0\n|空气|CO|16|16|100.0\n|水质|氨氮|86|79|91.9\n|水质|总磷|86|81|94.2\n|水质|总氮|62|55|88.7\n|水质|铜|80|74|92.5";
    private const string Waters = "表1 水体治理进展\n|水体|类型|状态|投资（万元）|完成投资（万元）\n|王家塘|塘|已完成|48|48\n|老街沟|沟渠|在建|126|74\n|后河沟|沟渠|已完成|168|168\n|牛角塘|塘|已完成|35|35\n|东干渠|沟渠|在建|215|186\n|杨梅塘|塘|已完成|29|29\n|刘庄沟|沟渠|已完成|56|56\n|鹅塘|塘|未开工|44|0\n|合计|||721|596";
    private const string Emissions = "表2 VOCs排放\n|企业|三季度（吨）|上年三季度（吨）|同比（%）\n|华晟石化|86.4|98.5|-12.3\n|东海树脂|41.7|47.9|-12.9\n|联合热电|2.6|2.7|-3.7\n|金港储运|37.2|45.8|-18.8\n|合计|167.9|194.9|-13.9\n"
        + "表3 NOx排放\n|企业|三季度（吨）|上年三季度（吨）|同比（%）\n|华晟石化|74.6|81.2|-8.1\n|东海树脂|8.3|8.9|-6.7\n|联合热电|118.4|131.7|-10.1\n|金港储运|1.2|1.3|-7.7\n|合计|202.5|223.1|-9.2";
    private const string Trainings = "表12 培训情况\n|培训类别|期数|参训人次|每期人次\n|标准宣贯|5|212|42.4\n|新方法实操|7|138|19.7\n|质量管理体系|3|276|92.0\n|实验室安全|3|254|84.7\n|合计|18|880|48.9";
    private const string Exams = "表3 持证考核\n|批次|人次|项次|通过|通过率（%）\n|一季度|23|86|81|94.2\n|二季度|31|128|123|96.1\n|三季度|19|74|68|91.9\n|合计|73|288|272|94.4";
    private const string Slag = "表1 固体废物情况\n|种类|产生量（万吨）|上年产生量（万吨）|利用量（万吨）|贮存量（万吨）|利用率（%）\n|尾矿|186.42|192.75|109.97|76.45|59.0\n|粉煤灰|77.15|79.60|76.23|0.92|98.8\n|炉渣|32.47|30.15|32.10|0.37|98.9\n|合计|296.04|302.50|218.30|77.74|73.7";

    [Theory]
    [InlineData("SO2、CO全部合格，PM10合格率最低，为91.7%。水质中比对最少的总氮为62组。", Tools)]
    [InlineData("5条已完成水体中，塘3处、沟渠2条。完成投资336万元，最大的后河沟168万元，最小的杨梅塘29万元。", Waters)]
    [InlineData("（一）VOCs。排放量前三位依次为华晟石化、东海树脂、金港储运，共165.3吨。", Emissions)]
    [InlineData("期数最多的是新方法实操，参训人次最多的是质量管理体系，每期人次最少的却是新方法实操。", Trainings)]
    [InlineData("", Exams)]
    [InlineData("全年消纳往年贮存的尾矿1.86万吨、粉煤灰0.74万吨。尾矿减量最多，为6.33万吨。剔除尾矿后全市利用率可达98.8%。", Slag)]
    public void Check_SomeOfTheRows_AreLeftAlone(string text, string table) => Assert.Empty(Draft.Findings("某市2024年工作总结\n一、工作情况\n" + text + "\n" + table));

    [Theory]
    [InlineData("按类型由多到少依次为记录控制、采样与样品管理、设备管理、方法验证，分别为9、7、6、4项。")]
    [InlineData("抽查150份，合格144份，合格率96.0%，上年抽查120份、合格113份，合格率94.2%，同比提高1.8个百分点。")]
    [InlineData("氨氮平均由19.0毫克/升降至5.8毫克/升，降幅最大的杨梅塘下降88.3%，最小的沙滩塘下降37.1%。")]
    [InlineData("全年办理转移联单12846份，其中市内7925份、省内跨市3407份、跨省1514份。")]
    [InlineData("当年产生83385吨，利用44013吨、处置36572吨，年末贮存2800吨，利用处置率96.6%。")]
    [InlineData("甲公司负荷率最低，为42.0%，乙公司次低，为54.0%，两家均不足60%。")]
    [InlineData("最差的10个县中，甲市、乙市各3个，丙市2个，其余2个分属丁市、戊市。")]
    [InlineData("8月，优良天数比例84.7%。1—8月，PM2.5平均41.8微克/立方米；平均优良天数比例68.5%，同比提高1.0个百分点。")]
    public void Check_ListsAndRates_AreLeftAlone(string text) => Assert.Empty(Draft.Findings("某市2024年8月及1—8月工作通报\n一、工作情况\n" + text));

    [Fact]
    public void Check_RowAtNoEndOfItsKind_IsFound() => Assert.NotEmpty(Draft.Findings("某市2024年工作总结\n一、工作情况\nPM2.5合格率最低，为91.7%。\n" + Tools));

    [Fact]
    public void Check_SpreadBesideCounts_IsFound() => Assert.NotEmpty(Draft.Findings("某街道2024年9月工作情况\n一、社区考评\n社区平均得分93.9分，最高97.1分（翠竹社区），最低89.6分（北站社区），极差5.7分。\n表1 投诉情况\n|社区|8月（件）|9月（件）\n|翠竹社区|6|9\n|北站社区|12|15\n|新秀社区|8|11"));

    [Fact]
    public void Check_MeanOfEach_IsNoSum() => Assert.Empty(Draft.Findings("某市2024年工作总结\n一、工作情况\n全年培训18期。\n" + Trainings));
}
