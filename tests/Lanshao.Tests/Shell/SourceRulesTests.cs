using System.Text.RegularExpressions;
using Xunit;

namespace Lanshao.Tests.Shell;

/// <summary>What the content policy and the design language ask of the sources, so that a breach is found before a browser finds it.</summary>
public sealed partial class SourceRulesTests
{
    private static readonly string[] Pages = [.. Sources.Files("src/Lanshao", ".razor")];

    [Fact]
    public void Components_HaveNoInlineStyleOrHandler()
    {
        Assert.True(Pages.Length > 20, $"{Pages.Length} components");
        Assert.Empty(Pages.Where(file => Inline().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));
    }

    [Fact]
    public void Sources_WriteNoRawHtml()
    {
        string[] raw = ["MarkupString", "AddMarkupContent", "Html.Raw", "HtmlString", ".innerHTML", ".outerHTML", "insertAdjacentHTML", "document.write", "eval("];

        var found = from file in Sources.Files("src/Lanshao", ".razor", ".cs", ".js")
                    from word in raw
                    where File.ReadAllText(file).Contains(word, StringComparison.Ordinal)
                    select $"{Path.GetFileName(file)}: {word}";

        Assert.Empty(found);
    }

    [Fact]
    public void Components_ReadTheAddressByOneDoor()
    {
        // [SupplyParameterFromQuery] answers 500 where a number cannot be read; PageAddress never does.
        Assert.Empty(Pages.Where(file => File.ReadAllText(file).Contains("SupplyParameterFromQuery", StringComparison.Ordinal)).Select(Path.GetFileName));
    }

    [Fact]
    public void Components_HaveNoLiteralColour() =>
        Assert.Empty(Pages.Where(file => Colour().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));

    [Fact]
    public void Stylesheet_BelowTheTokens_HasNoLiteralColourOrTypeSize()
    {
        var rules = StyleLines().Where(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(rules);
        Assert.DoesNotContain(rules, line => Colour().IsMatch(line));
        Assert.DoesNotContain(rules, line => TypeSize().IsMatch(line) && !line.StartsWith(".chart ", StringComparison.Ordinal) && !line.StartsWith(".tile-", StringComparison.Ordinal));
    }

    [Fact]
    public void Stylesheet_DarkByChoiceAndDarkByMachine_AreTheSame()
    {
        var text = string.Join('\n', StyleLines());
        var byMachine = Tokens(text, ":root:not([data-theme=\"light\"]) {");
        var byChoice = Tokens(text, "\n:root[data-theme=\"dark\"] {");

        Assert.True(byChoice.Count > 15);
        Assert.Equal(byChoice, byMachine);
    }

    [Fact]
    public void Stylesheet_EveryTokenThatIsUsed_IsDefined()
    {
        var text = string.Join('\n', StyleLines());
        var defined = Definition().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Empty(Use().Matches(text).Select(match => match.Groups[1].Value).Distinct().Except(defined));
    }

    private static string[] StyleLines() => File.ReadAllLines(Path.Combine(Sources.Root, "src/Lanshao/wwwroot/lanshao.css"));

    private static List<string> Tokens(string text, string head)
    {
        var from = text.IndexOf(head, StringComparison.Ordinal) + head.Length;
        return [.. text[from..text.IndexOf('}', from)].Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    [GeneratedRegex("<[a-zA-Z][^>]*\\s(style|on[a-z]+)\\s*=", RegexOptions.NonBacktracking)]
    private static partial Regex Inline();

    [GeneratedRegex("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\(", RegexOptions.NonBacktracking)]
    private static partial Regex Colour();

    /// <summary>Print speaks in points, a drawing in its own units; a field below 16 px makes phones zoom, so 1rem stands for itself.</summary>
    [GeneratedRegex("font-size:(?!\\s*(var\\(|1rem|16px|[0-9.]+pt))")]
    private static partial Regex TypeSize();

    [GeneratedRegex("^\\s*(--[a-z0-9-]+):", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Definition();

    [GeneratedRegex("var\\((--[a-z0-9-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Use();
}
