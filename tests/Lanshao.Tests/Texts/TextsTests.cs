using System.Text.RegularExpressions;
using Lanshao.Texts;
using Xunit;

namespace Lanshao.Tests.Texts;

public sealed partial class TextsTests
{
    [Fact]
    public void English_EveryKey_IsATextOfTheSources()
    {
        // A word may reach T by way of a table of words: it then stands in the sources as a plain string.
        var sources = string.Join('\n', Sources.Files("src/Lanshao", ".razor", ".cs").Select(File.ReadAllText));

        Assert.NotEmpty(UiTexts.Translated);
        Assert.DoesNotContain(UiTexts.Translated, key => !sources.Contains($"\"{key}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void English_EveryText_HasThePlacesOfTheChinese()
    {
        var english = new UiTexts(Language.English);

        Assert.DoesNotContain(UiTexts.Translated, key => !Places(english[key]).SetEquals(Places(key)));
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
