using System.Text;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Tests.Districts.Packs;
using Xunit;

namespace Lanshao.Platform.Tests.Alerts;

public class AlertRulesTests
{
    private const string Right = "rules:\n  - code: high\n    name: 偏高\n    kind: threshold\n    devices: [air]\n    factor: a34004\n    over: 150\n    clear: 120\n    minutes: 30\n    grade: same-day\n";

    [Fact]
    public void Read_TheSamplePack_HasRulesAndNoProblem()
    {
        var problems = new PackProblems();

        AlertRules.Part.Check(TestPack.Sample(), problems);
        var rules = TestPack.Sample().Read(AlertRules.Part);

        Assert.Empty(problems.Findings);
        Assert.True(rules.All.Count >= 8);
        Assert.Equal(new[] { RuleKind.Threshold, RuleKind.Rise, RuleKind.NightSpike, RuleKind.Neighbours, RuleKind.Silent, RuleKind.PurifierOff, RuleKind.Budget, RuleKind.Forecast }, rules.All.Select(rule => rule.Kind).Distinct().Order());
    }

    [Theory]
    [InlineData("kind: threshold", "kind: treshold", "PACK-010", "alerts.yaml:4:11")]
    [InlineData("minutes: 30", "minutes: 0", "PACK-009", "alerts.yaml:9:14")]
    [InlineData("minutes: 30", "minuten: 30", "PACK-008", "alerts.yaml:2:5")]
    [InlineData("devices: [air]", "devices: [airs]", "PACK-011", "alerts.yaml:5:14")]
    [InlineData("clear: 120", "clear: 151", "PACK-009", "alerts.yaml:8:12")]
    [InlineData("    over: 150\n", "", "PACK-008", "alerts.yaml:2:5")]
    [InlineData("grade: same-day", "grade: same-day\n    hours: 20-6", "PACK-009", "alerts.yaml:11:12")]
    public void Read_SomethingWrong_SaysWhere(string right, string wrong, string code, string where)
    {
        var problems = Problems(Right.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(problems.Findings, finding => finding.Code == code && finding.Where == where);
    }

    [Theory]
    [InlineData("factor: pm25", "factor: pm99", "PACK-011", "alerts.yaml:5:13")]
    [InlineData("clear: 26", "clear: 24", "PACK-009", "alerts.yaml:7:12")]
    [InlineData("    under: 25\n", "", "PACK-008", "alerts.yaml:2:5")]
    public void Read_SomethingWrongInARuleAboutPlaces_SaysWhere(string right, string wrong, string code, string where)
    {
        const string Budget = "rules:\n  - code: low\n    name: 余量不足\n    kind: budget\n    factor: pm25\n    under: 25\n    clear: 26\n    grade: same-day\n";

        Assert.Empty(Problems(Budget).Findings);
        Assert.Contains(Problems(Budget.Replace(right, wrong, StringComparison.Ordinal)).Findings, finding => finding.Code == code && finding.Where == where);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameRules()
    {
        var rules = TestPack.Sample().Read(AlertRules.Part);
        var files = TestPack.Sample().Files.All.Where(file => file.Path != AlertRules.File).Append(new(AlertRules.File, Encoding.UTF8.GetBytes(AlertRulesText.Write(rules, string.Empty))));

        var read = new Pack(new PackFiles(files)).Read(AlertRules.Part);

        Assert.Equal(rules.All.Select(rule => rule with { Devices = [] }), read.All.Select(rule => rule with { Devices = rules.Find(rule.Code)!.Devices is var devices && devices.SequenceEqual(rule.Devices) ? [] : rule.Devices }));
    }

    [Fact]
    public void Read_ACodeTwice_IsReported() => Assert.Contains(Problems(Right + Right["rules:\n".Length..]).Findings, finding => finding.Code == "PACK-012");

    [Theory]
    [InlineData("20:00-06:00", 23, 59, true)]
    [InlineData("20:00-06:00", 5, 59, true)]
    [InlineData("20:00-06:00", 6, 0, false)]
    [InlineData("10:30-14:00 17:00-21:30", 14, 0, false)]
    [InlineData("10:30-14:00 17:00-21:30", 17, 0, true)]
    [InlineData("", 3, 0, true)]
    public void Hours_AMinute_LiesWithinOrNot(string text, int hour, int minute, bool holds)
    {
        Assert.True(HoursOfDay.TryParse(text, out var hours));

        Assert.Equal(holds, hours.Holds(new(2024, 7, 1, hour, minute, 0, DateTimeKind.Unspecified)));
    }

    [Theory]
    [InlineData(4, 0, false)]
    [InlineData(5, 1, true)]
    [InlineData(10, 3, false)]
    public void IsPoor_OfARule_IsJudgedFromFiveOutcomesOn(int concluded, int confirmed, bool isPoor) =>
        Assert.Equal(isPoor, new RuleFigures(20, concluded, confirmed, 30, null).IsPoor(30));

    private static PackProblems Problems(string yaml)
    {
        var problems = new PackProblems();
        var files = TestPack.Sample().Files.All.Where(file => file.Path != AlertRules.File).Append(new(AlertRules.File, Encoding.UTF8.GetBytes(yaml)));
        AlertRules.Part.Check(new Pack(new PackFiles(files)), problems);
        return problems;
    }
}
