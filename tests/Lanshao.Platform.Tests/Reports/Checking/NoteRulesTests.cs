using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>How things are written: each note beside a text that gives none.</summary>
public class NoteRulesTests
{
    private const string Annexes = "某区2024年工作报告\n一、工作情况\n工作有序开展。\n附件：1.{0}\n2.各镇2024年水质情况\n附件1\n各镇2024年上半年降尘量情况\n|镇|降尘量\n|甲镇|4.1\n附件2\n各镇2024年水质情况\n|断面|水质\n|乙断面|Ⅱ类";

    public static TheoryData<string, string, string> Notes => new()
    {
        { "DOC-015", Listed("各镇2024年上半年降尘量情况"), Listed("各镇2024年上半年降尘量") },
        { "DOC-016", Listed("各镇2024年上半年降尘量情况"), Listed("各镇2024年下半年降尘量情况") },
        { "DOC-014", Listed("各镇2024年上半年降尘量情况"), Listed("各村2024年上半年降尘量统计") },
        { "DOC-028", "依据某政办发〔2024〕12号文件开展工作。", "依据某政办发[2024]12号文件开展工作。" },
        { "DOC-028", "依据某政办发〔2024〕12号文件开展工作。", "依据某政办发（2024）12号文件开展工作。" },
        { "DOC-026", "一、甲项工作\n二、乙项工作\n三、丙项工作", "一、甲项工作\n二、乙项工作\n四、丙项工作" },
        { "DOC-026", "一、甲项工作\n二、乙项工作\n三、丙项工作", "一、甲项工作\n二、乙项工作\n二、丙项工作" },
        { "DOC-026", "一、甲项工作\n（一）乙项工作\n（二）丙项工作", "一、甲项工作\n（一）乙项工作\n（三）丙项工作" },
        { "DOC-026", "一、甲项工作\n1.乙项工作\n（1）丙项工作", "一、甲项工作\n（1）乙项工作\n（2）丙项工作" },
        { "DOC-026", Numbered("1", "2", "附件1", "附件2"), Numbered("1", "3", "附件1", "附件2") },
        { "DOC-026", Numbered("1", "2", "附件1", "附件2"), Numbered("2", "2", "附件1", "附件2") },
        { "DOC-026", Numbered("1", "2", "附件1", "附件2"), Numbered("1", "2", "附件1", "附件3") },
        { "DOC-017", "绿化4.2公顷。\n改造3.1公顷。\n新增2.6公顷。", "绿化4.2公顷。\n改造3.1公顷。\n新增2.6hm²。" },
        { "DOC-022", "甲镇降尘量4.1吨/平方公里·月。\n乙镇降尘量4.3吨/平方公里·月。", "甲镇降尘量4.1吨/平方公里·月。\n乙镇降尘量4.3吨/平方公里•月。" },
        { "DOC-027", "甲断面水质为Ⅲ类。", "甲断面水质为III类。" },
        { "DOC-029", "完善了长效机制，取得成效。", "完善了了长效机制，取得成效。" },
        { "DOC-029", "开展巡查，督促整改。", "开展巡查，，督促整改。" },
        { "DOC-029", "组织开展工作督导。\n各镇组织开展工作督导。", "组织开展工作督导。\n各镇组织开展工工作督导。" },
        { "DOC-046", "生态环境局牵头。\n由生态环境局督办。\n报生态环境局。\n生态环境局复核。", "生态环境局牵头。\n由生态环境局督办。\n报生态环境局。\n生态境局复核。" },
        { "DOC-024", "按时完成甲项、乙项。", "按时完成甲项、乙项、" },
    };

    [Theory]
    [MemberData(nameof(Notes))]
    public void Check_HowItIsWritten_IsFoundOnce(string code, string clean, string odd)
    {
        Assert.Empty(Draft.Check(clean).Findings);

        var finding = Assert.Single(Draft.Check(odd).Findings);

        Assert.Equal(code, finding.Code);
    }

    [Theory]
    [InlineData("全县180个年度治理任务中，已完成治理155个，完成率86.1%。", 0)]
    [InlineData("全县180个年度治理任务中，已完成治理155个，完成率81.6%。", 1)]
    [InlineData("建设12个月度监测点位，其中城区5个、乡镇7个。", 0)]
    public void Check_NumberOfYearlyThings_CountsThings(string text, int findings) => Assert.Equal(findings, Draft.Findings("某县2024年工作通报\n" + text).Count);

    [Fact]
    public void Check_SharesOfDifferentAmounts_AreNoContradiction()
    {
        const string text = "某市2024年工作报告\n一、甲片区\n新建管网3.6公里，占年度任务的51.0%。\n二、乙片区\n新建管网6.6公里，占年度任务的{0}。";

        Assert.Empty(Draft.Findings(text.Replace("{0}", "53.2%", StringComparison.Ordinal)));
        Assert.Single(Draft.Findings(text.Replace("6.6公里", "3.6公里", StringComparison.Ordinal).Replace("{0}", "53.2%", StringComparison.Ordinal)));
    }

    private static string Numbered(string first, string second, string firstMark, string secondMark) =>
        $"某区2024年工作报告\n一、工作情况\n工作有序开展。\n附件：{first}.各镇情况\n{second}.各村情况\n{firstMark}\n各镇情况\n|镇|降尘量\n|甲镇|4.1\n{secondMark}\n各村情况\n|断面|水质\n|乙断面|Ⅱ类";

    private static string Listed(string title) => Annexes.Replace("{0}", title, StringComparison.Ordinal);
}
