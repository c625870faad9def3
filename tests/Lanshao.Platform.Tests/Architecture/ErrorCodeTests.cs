using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Lanshao.Platform.Tests.Architecture;

public class ErrorCodeTests
{
    private static readonly Regex InList = new(@"^\| (?<code>[A-Z]+-\d{3}) \| (?<kind>[a-z, ]+) \| (?<meaning>.+) \|$", RegexOptions.Multiline);
    private static readonly Regex InSource = new("\"(?<code>(PLAN|DOC|STD|HJ|IMP|PACK|DIST|IND|MON|EVA|ALR|ISS|LED|INS|PRG|RPT|ACC|ENV|WEB)-\\d{3})\"");
    private static readonly Regex Placeholder = new(@"\{(?<name>\w+)\}");

    private static readonly List<(string Code, string Kind)> Listed =
        [.. InList.Matches(File.ReadAllText(Path.Combine(Checkout.Root, "docs/error-codes.md"))).Select(m => (m.Groups["code"].Value, m.Groups["kind"].Value))];

    private static readonly Dictionary<string, string> Chinese = Texts("zh");
    private static readonly Dictionary<string, string> English = Texts("en");

    [Fact]
    public void List_OfCodes_IsSortedByPrefixWithoutRepeats()
    {
        var codes = Listed.ConvertAll(l => l.Code);

        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.Equal(codes.Distinct(), codes);
    }

    [Fact]
    public void List_AndChineseTexts_HaveTheSameCodes() => Assert.Equal(Listed.Select(l => l.Code), Chinese.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void EnglishTexts_AreOfKnownCodesAndFillTheSameNames()
    {
        Checkout.AssertNone(English.Keys.Except(Chinese.Keys));
        Checkout.AssertNone(English.Where(e => !Names(e.Value).SetEquals(Names(Chinese[e.Key]))).Select(e => e.Key));
    }

    [Fact]
    public void Codes_OfTheSource_AreListed() => Checkout.AssertNone(Used().Except(Listed.Select(l => l.Code)));

    [Fact]
    public void Codes_OfTheList_AreUsedOrRetired() => Checkout.AssertNone(Listed.Where(l => l.Kind != "retired").Select(l => l.Code).Except(Used()));

    private static IEnumerable<string> Used() => Checkout.Code().SelectMany(file => InSource.Matches(file.Text).Select(m => m.Groups["code"].Value)).Distinct();

    private static HashSet<string> Names(string template) => [.. Placeholder.Matches(template).Select(m => m.Groups["name"].Value)];

    private static Dictionary<string, string> Texts(string language) => Checkout.Files("src/Lanshao/Texts/errors", $".{language}.json")
        .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
}
