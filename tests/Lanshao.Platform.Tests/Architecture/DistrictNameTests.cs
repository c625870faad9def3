using System.Text.RegularExpressions;
using Xunit;

namespace Lanshao.Platform.Tests.Architecture;

/// <summary>The program serves any district: what is true of one only is in its pack.</summary>
public class DistrictNameTests
{
    [Fact]
    public void Source_OfTheProgram_NamesNoDistrictOfAPack()
    {
        var names = Checkout.Files("packs", "/pack.yaml", "/subdistricts.yaml").SelectMany(Names).Distinct().ToList();
        Assert.True(names.Count > 36, $"read: {string.Join(' ', names)}");
        var pattern = new Regex(string.Join('|', names.Select(Regex.Escape)), RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

        var found = Checkout.Files("src").SelectMany(file => file.Lines(pattern));

        Checkout.AssertNone(found);
    }

    // Everything that stands behind a name in these two files, and the folder's own name. 东 and the like would be words of the language.
    private static IEnumerable<string> Names(SourceText file) => Regex.Matches(file.Text, @"[nN]ame: (?<name>\p{IsCJKUnifiedIdeographs}{2,})")
        .Select(m => m.Groups["name"].Value).Append(file.Path.Split('/')[1]);
}
