using System.Text.RegularExpressions;
using Lanshao.Platform.Foundation;
using Lanshao.Shell;
using Lanshao.Texts;
using Xunit;

namespace Lanshao.Tests.Texts;

public sealed partial class TextsTests
{
    [Fact]
    public void English_EveryKey_IsATextOfTheSources()
    {
        // A word may reach T by way of a table of words: it then stands in the sources as a plain string.
        var sources = string.Join('\n', Sources.Files("src/Lanshao", ".razor", ".cs").Concat(Sources.Files("src/Lanshao.Platform", ".cs")).Select(File.ReadAllText));

        // The pack heads the columns of the printed tables; a period before the head is no part of it.
        var packs = string.Join('\n', Sources.Files("packs", ".yaml").Select(File.ReadAllText));

        Assert.NotEmpty(UiTexts.Translated);
        Assert.DoesNotContain(UiTexts.Translated, key => !sources.Contains($"\"{key}\"", StringComparison.Ordinal) && !packs.Contains($": {key}\n", StringComparison.Ordinal) && !packs.Contains($"}}{key}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void English_EveryText_HasThePlacesOfTheChinese()
    {
        var english = new UiTexts(Language.English);

        Assert.DoesNotContain(UiTexts.Translated, key => !Places(english[key]).SetEquals(Places(key)));
    }

    [Fact]
    public void English_WordsThatStandOnEveryPage_AreComplete()
    {
        var wanted = Menu.Order.SelectMany(group => group.Titles.Append(group.Name)).Where(word => word.Length > 0).Concat(StateWords.All);

        Assert.Empty(wanted.Except(UiTexts.Translated));
    }

    [Theory]
    [InlineData("1—6月水质类别", "Water class, months 1–6")]
    [InlineData("6月水质", "Water class, month 6")]
    [InlineData("二季度进展", "Progress, Q2")]
    [InlineData("上半年进展", "Progress, H1")]
    [InlineData("街道", "Subdistrict")]
    [InlineData("没有英文的一列", "没有英文的一列")]
    public void Heading_WithAPeriodBefore_IsKnownByTheRest(string chinese, string expected) => Assert.Equal(expected, new UiTexts(Language.English).Heading(chinese));

    [Theory]
    [InlineData("2024", "2024")]
    [InlineData("2024H1", "H1 2024")]
    [InlineData("2024Q2", "Q2 2024")]
    [InlineData("2024-06", "Jun 2024")]
    public void Period_InEnglish_IsWrittenAsPeopleDo(string code, string expected)
    {
        Assert.True(Period.TryParse(code, out var period));

        Assert.Equal(expected, new UiTexts(Language.English)["{0}", period]);
        Assert.Equal(period.ChineseText, new UiTexts(Language.Chinese).Of(period));
    }

    [Fact]
    public void Text_WithoutEnglish_FallsBackToChinese() => Assert.Equal("没有英文的一句", new UiTexts(Language.English)["没有英文的一句"]);

    [Fact]
    public void Errors_EveryEnglishSentence_HasTheNamesOfTheChinese()
    {
        Assert.NotEmpty(ErrorTexts.Codes(Language.Chinese));
        Assert.Empty(ErrorTexts.Codes(Language.English).Except(ErrorTexts.Codes(Language.Chinese)));
        Assert.DoesNotContain(ErrorTexts.Codes(Language.English), code => !Places(ErrorTexts.Template(code, Language.English)!).IsSubsetOf(Places(ErrorTexts.Template(code, Language.Chinese)!)));
    }

    [Fact]
    public void Errors_AllCodes_StandInTheDocument()
    {
        var listed = Code().Matches(File.ReadAllText(Path.Combine(Sources.Root, "docs/error-codes.md"))).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(listed.Distinct(), listed);
        Assert.Empty(ErrorTexts.Codes(Language.Chinese).Except(listed));
    }

    [Fact]
    public void Sentence_OfAnUnknownCode_SaysCodeAndArguments() =>
        Assert.Equal("XXX-999；a=1", ErrorTexts.Sentence("XXX-999", new Dictionary<string, string> { ["a"] = "1" }));

    [Fact]
    public void Sentence_WithBracesInAnArgument_FillsOnce()
    {
        var arguments = new Dictionary<string, string> { ["host"] = "{host}{url}" };

        Assert.Contains("“{host}{url}”", ErrorTexts.Sentence("WEB-001", arguments), StringComparison.Ordinal);
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("\\{[A-Za-z0-9]+\\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex("^\\| ([A-Z][A-Z0-9]*-[0-9]{3}) \\|", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
