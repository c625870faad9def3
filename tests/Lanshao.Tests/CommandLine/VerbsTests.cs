using System.CommandLine;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Xunit;

namespace Lanshao.Tests.CommandLine;

public class VerbsTests
{
    public static TheoryData<string> All() => [.. Leaves(Verbs.Root(), string.Empty).Select(v => v.Path)];

    [Theory]
    [MemberData(nameof(All))]
    public void Verb_OfTheProgram_NamesThePermissionThatItNeedsAndSaysWhatItDoes(string path)
    {
        var verb = Leaves(Verbs.Root(), string.Empty).Single(v => v.Path == path).Verb;

        Assert.Contains(Permissions.All, p => p.Code == Verb.PermissionOf(verb));
        Assert.False(string.IsNullOrWhiteSpace(verb.Description));
        Assert.All(verb.Options.Cast<Symbol>().Concat(verb.Arguments), s => Assert.False(string.IsNullOrWhiteSpace(s.Description), s.Name));
    }

    [Fact]
    public void Root_OfOneNoun_HoldsTheSameVerbsUnderItAsTheWholeProgram()
    {
        var whole = Verbs.Root();

        Assert.All(whole.Subcommands, noun =>
        {
            var alone = Verbs.Root(noun.Name);
            Assert.Equal(Leaves(noun, string.Empty).Select(v => v.Path), Leaves(alone.Subcommands.Single(verb => verb.Name == noun.Name), string.Empty).Select(v => v.Path));
        });
        Assert.Equal("plan", Assert.Single(Verbs.Root("plan", "read").Subcommands).Name);
    }

    [Theory]
    [InlineData]
    [InlineData("nothing")]
    [InlineData("round")]
    [InlineData("round", "--value", "x", "--decimals", "0")]
    [InlineData("backup")]
    public async Task Line_WrongUsage_ExitsTwoAndSaysWhy(params string[] line)
    {
        var run = await Run.Async(line);

        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.NotEqual(string.Empty, run.Errors);
    }

    private static IEnumerable<(string Path, Command Verb)> Leaves(Command verb, string path) =>
        verb.Subcommands.Count == 0 ? [(path, verb)] : verb.Subcommands.SelectMany(sub => Leaves(sub, $"{path} {sub.Name}".Trim()));
}
