using System.Diagnostics;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Xunit;

namespace Lanshao.Platform.Tests.Districts.Packs;

public sealed class PackCheckTests
{
    [Fact]
    public void Check_SmallPack_HasNoFinding() => Assert.Empty(TestPack.Findings());

    [Fact]
    public void Check_UnknownKey_NamesFileLineColumnAndTheNearestKey()
    {
        var finding = Assert.Single(TestPack.Findings(("agencies.yaml", "agencies:\n  - code: water\n    name: 区水务局\n    fulName: 甲区水务局\n    fullName: 甲区水务局\n    level: district\n")));

        Assert.Equal(("PACK-007", Severity.Error, "agencies.yaml:4:5"), (finding.Code, finding.Severity, finding.Where));
        Assert.Equal(("fulName", "fullName"), (finding.Arguments["key"], finding.Arguments["nearest"]));
    }

    [Theory]
    [InlineData("agencies.yaml", "agencies:\n  - code: water\n    name: 区水务局\n    level: district\n", "PACK-008", "agencies.yaml:2:5")]
    [InlineData("agencies.yaml", "agencies:\n  - code: water\n    name: 局\n    fullName: 局\n    level: distric\n", "PACK-010", "agencies.yaml:5:12")]
    [InlineData("agencies.yaml", "agencies:\n  - code: wa ter\n    name: 局\n    fullName: 局\n    level: city\n", "PACK-009", "agencies.yaml:2:11")]
    [InlineData("agencies.yaml", "agencies:\n  code: water\n", "PACK-009", "agencies.yaml:2:3")]
    [InlineData("agencies.yaml", "agencies:\n  - code: n1\n    name: 局\n    fullName: 局\n    level: city\n", "PACK-012", "agencies.yaml:2:11")]
    [InlineData("agencies.yaml", "agencies:\n  - code: water\n    name: 局\n    name: 局\n    fullName: 局\n    level: city\n", "PACK-006", "agencies.yaml:4:5")]
    [InlineData("agencies.yaml", "agencies:\n  - code: water\n    name: 局\n    fullName: 局\n    level: city\n    aliases:\n      - name: 旧局\n        to: 2022.1.1\n", "PACK-009", "agencies.yaml:8:13")]
    [InlineData("agencies.yaml", "agencies: [\n", "PACK-004", "agencies.yaml:2:1")]
    [InlineData("agencies.yaml", "", "PACK-004", "agencies.yaml:1:1")]
    [InlineData("agencies.yaml", null, "PACK-001", "agencies.yaml")]
    [InlineData("areas.yaml", "areaSets:\n  - code: all\n    name: 全部\n    members: [n1, n3]\n", "PACK-011", "areas.yaml:4:19")]
    [InlineData("areas.yaml", "areaSets:\n  - code: all\n    name: 全部\n    members: [n1]\n    include: [all]\n", "PACK-011", "areas.yaml:5:15")]
    [InlineData("groups.yaml", "groups:\n  - code: g\n    name: 组\n    members:\n      - unit: nobody\n", "PACK-011", "groups.yaml:5:15")]
    [InlineData("groups.yaml", "groups:\n  - code: g\n    name: 组\n    members:\n      - from: 2022-01-01\n", "PACK-009", "groups.yaml:5:9")]
    [InlineData("subdistricts.yaml", "subdistricts:\n  - code: n1\n    name: 北门街道\n    shortName: 北门\n    confidence: R\n    grid:\n      row: 1\n      column: 1\n  - code: n2\n    name: 南门街道\n    shortName: 南门\n    confidence: R\n", "PACK-008", "subdistricts.yaml:9:5")]
    [InlineData("subdistricts.yaml", "subdistricts:\n  - code: n1\n    name: 北门街道\n    shortName: 北门\n    confidence: R\n    grid:\n      row: 1\n      column: 1\n  - code: n2\n    name: 南门街道\n    shortName: 南门\n    confidence: R\n    grid:\n      row: 1\n      column: 1\n", "PACK-012", "subdistricts.yaml:14:12")]
    [InlineData("agency.yaml", "agencies: []\n", "PACK-013", "agency.yaml")]
    [InlineData("sections.csv", "code,name,waterBody,kind,subdistricts,target,municipalAssessment\nS1,断面,河,river,n9,Ⅲ,yes\n", "PACK-011", "sections.csv:2:15")]
    [InlineData("sections.csv", "code,name,waterBody,kind,subdistricts,target,municipalAssessment\nS1,断面,河,river,n1,Ⅵ,yes\n", "PACK-009", "sections.csv:2:18")]
    [InlineData("sections.csv", "code,name,waterBody,kind,subdistricts,target,municipalAssessment\nS1,断面,河,river,n1\n", "PACK-015", "sections.csv:2:1")]
    [InlineData("sections.csv", "code,name,waterBody,kind,subdistricts,target\n", "PACK-014", "sections.csv:1:1")]
    [InlineData("sections.csv", "code,name,waterBody,kind,subdistricts,target,municipalAssessment,nmae\n", "PACK-007", "sections.csv:1:66")]
    [InlineData("communities.csv", "code,name,subdistrict,confidence\nC1,社区,n1,R\nC1,社区,n1,R\n", "PACK-012", "communities.csv")]
    [InlineData("communities.csv", "code,name,subdistrict,confidence\nC1,\"社区,n1,R\n", "PACK-016", "communities.csv:2:4")]
    [InlineData("calendar/2027.json", "{}", "PACK-018", "calendar/2027.json")]
    public void Check_OneMistake_IsReportedAtItsPlace(string file, string? text, string code, string where)
    {
        var findings = TestPack.Findings((file, text));

        Assert.Contains(findings, finding => finding.Code == code && finding.Where == where && finding.Severity == Severity.Error);
    }

    [Fact]
    public void Check_NewerFormat_IsRefusedByName()
    {
        var finding = TestPack.Findings(("pack.yaml", "packFormat: 2\nname: a\ntitle: b\ndistrict:\n  code: c\n  name: d\n  fullName: e\n  city: f\n  confidence: V\n")).Single(finding => finding.Code == "PACK-002");

        Assert.Equal(("1", "2", "pack.yaml:1:13"), (finding.Arguments["expected"], finding.Arguments["found"], finding.Where));
    }

    [Fact]
    public void Check_OneNameForTwoUnitsAtOneTime_IsAWarning()
    {
        var findings = TestPack.Findings(("agencies.yaml", """
            agencies:
              - code: a
                name: 区甲局
                fullName: 甲局
                level: district
                aliases:
                  - name: 区旧局
                    to: 2020-12-31
              - code: b
                name: 区乙局
                fullName: 乙局
                level: district
                aliases:
                  - name: 区旧局
                    from: 2020-06-01
            """));

        Assert.Equal(("DIST-001", Severity.Warning, "区甲局、区乙局"), (findings.Single().Code, findings.Single().Severity, findings.Single().Arguments["units"]));
    }

    [Theory]
    [InlineData("agencies: !!python/object:os.system []\n", "tag")]
    [InlineData("agencies:\n  - !agency {code: a}\n", "tag")]
    [InlineData("agencies: *nobody\n", "unknown alias")]
    [InlineData("agencies: []\n---\nagencies: []\n", "second document")]
    public void Check_YamlBeyondTheSubset_IsRefused(string text, string reason)
    {
        var finding = TestPack.Findings(("agencies.yaml", text)).Single(finding => finding.Code == "PACK-005");

        Assert.Equal(reason, finding.Arguments["reason"]);
    }

    [Fact]
    public void Check_AliasBomb_EndsSoon()
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        var watch = Stopwatch.StartNew();

        var findings = TestPack.Findings(("agencies.yaml", bomb));

        Assert.Contains(findings, finding => finding.Code == "PACK-005");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Check_DeepNesting_IsRefused() => Assert.Contains(TestPack.Findings(("agencies.yaml", "agencies: " + new string('[', 4000))), finding => finding.Code is "PACK-005" or "PACK-004");

    [Fact]
    public void Check_NotUtf8_IsRefused()
    {
        var files = new PackFiles([.. TestPack.Of().All.Where(file => file.Path != "groups.yaml"), new PackFile("groups.yaml", new byte[] { 0x67, 0xFF, 0xFE })]);

        Assert.Contains(new Pack(files).Check(TestPack.DistrictOnly).Findings, finding => finding is { Code: "PACK-003", Where: "groups.yaml" });
    }

    [Fact]
    public void Check_EveryPrefixOfAFile_NeverThrows()
    {
        var text = "groups:\n  - code: \"g\"\n    name: 组\n    members:\n      - unit: water\n        from: 2022-01-01\n";

        for (var length = 0; length <= text.Length; length++)
        {
            TestPack.Findings(("groups.yaml", text[..length]), ("sections.csv", text[..length]));
        }
    }
}
