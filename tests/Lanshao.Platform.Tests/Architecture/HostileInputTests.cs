using System.Text.RegularExpressions;
using Xunit;

namespace Lanshao.Platform.Tests.Architecture;

/// <summary>The table of defences names tests that are there.</summary>
public class HostileInputTests
{
    [Fact]
    public void Table_OfTheDefences_NamesTestsThatExistForEveryRule()
    {
        var table = Checkout.Files("docs", "hostile-input.md").Single().Text;
        var tests = Checkout.Files("tests", "Tests.cs").ToList();
        var named = Regex.Matches(table, @"`([A-Za-z0-9]+Tests)(\.([A-Za-z0-9_]+))?`").ToList();

        Assert.Equal(Enumerable.Range(1, 8), Regex.Matches(table, @"(?m)^\| ([1-8]) ").Select(rule => rule.Groups[1].Value[0] - '0'));
        Assert.True(named.Count > 40, $"{named.Count} tests are named");
        Checkout.AssertNone(named.Where(test => !tests.Exists(file => file.Path.EndsWith($"/{test.Groups[1].Value}.cs", StringComparison.Ordinal)
            && (test.Groups[3].Value.Length == 0 || file.Text.Contains($" {test.Groups[3].Value}(", StringComparison.Ordinal)))).Select(test => test.Value));
    }
}
