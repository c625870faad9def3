using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Tests.Districts.Packs;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Checks;

public class HourChecksTests
{
    private const string One = "hours:\n  - factor: a34004\n    name: PM2.5\n    devices: [air]\n    unit: 微克/立方米\n    high: 800\nreasons:\n  - code: fault\n    name: 仪器故障\n";

    [Fact]
    public void Read_SamplePack_ChecksTheSixItemsOfAirAndHasReasons()
    {
        var problems = new PackProblems();
        HourChecks.Part.Check(TestPack.Sample(), problems);
        var checks = TestPack.Sample().Read(HourChecks.Part);

        Assert.Empty(problems.Findings);
        Assert.Equal(["a34004", "a34002", "a21026", "a21004", "a21005", "a05024"], checks.For(DeviceKind.Air).Select(rule => rule.Factor));
        Assert.NotEmpty(checks.Reasons);
    }

    [Fact]
    public void Read_Drives_SayFromWhereOnTheyAreHigh()
    {
        var said = new Pack(TestPack.Of((HourChecks.File, One + "wantedPercent: 95\ndrives:\n  peakTimes: 2.5\n  offered: [3, 1.5]\n"))).Read(HourChecks.Part);
        var silent = new Pack(TestPack.Of((HourChecks.File, One))).Read(HourChecks.Part);

        Assert.Equal((95m, 2.5m), (said.WantedPercent, said.Drives.PeakTimes));
        Assert.Equal([1.5m, 2.5m, 3m], said.Drives.Offered);
        Assert.Equal((90m, 2m), (silent.WantedPercent, silent.Drives.PeakTimes));
    }

    [Theory]
    [InlineData("devices: [air]", "devices: [airs]", "PACK-011", "checks.yaml:4:14")]
    [InlineData("high: 800", "hihg: 800", "PACK-007", "checks.yaml:6:5")]
    [InlineData("high: 800", "flatHours: 1", "PACK-009", "checks.yaml:6:16")]
    [InlineData("    name: 仪器故障\n", "    name: 仪器故障\n  - code: fault\n    name: 又一\n", "PACK-012", "checks.yaml:10:11")]
    public void Read_WrongEntry_IsReportedWithItsPlace(string right, string wrong, string code, string where)
    {
        var problems = new PackProblems();
        HourChecks.Part.Check(new(TestPack.Of((HourChecks.File, One.Replace(right, wrong, StringComparison.Ordinal)))), problems);

        var finding = Assert.Single(problems.Findings);
        Assert.Equal((code, where), (finding.Code, finding.Where));
    }
}
