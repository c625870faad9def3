using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lanshao.Platform.Districts.Packs;
using Xunit;

namespace Lanshao.Platform.Tests.Districts.Packs;

public sealed class PlainYamlTests
{
    // Pieces of which lines are made: what a pack holds, and what looks like it and means something else.
    private static readonly string[] Pieces =
        ["a", "b:", "b: ", "- ", "-", " ", "  ", "    ", "\n", "\n", "\n  ", "\r\n", "\n- ", "[", "]", ", ", ",", "\"", "'", "#", " #", ": ", ":", "&x ", "*x", "!t ", "|", ">", "{", "}", "?", "\\", "\t", "---", "...", "甲", "2022-01-01", "\u3000"];

    [Theory]
    [InlineData("subdistricts.yaml")]
    [InlineData("agencies.yaml")]
    [InlineData("areas.yaml")]
    [InlineData("groups.yaml")]
    [InlineData("indicators.yaml")]
    public void Read_FileOfTheSamplePack_GivesWhatTheFullParserGives(string path)
    {
        var text = TestPack.Sample().Files.Find(path)!.Text()!;

        Assert.Equal(Full(text), Plain(text));
    }

    [Theory]
    [InlineData("a: b\nc:\n  - d\n  - e: f\n    g: [h, 甲]\n")]
    [InlineData("a:\n- b\n- c\nd: \"e: #f\"\n")]
    [InlineData("# note\r\na:   b   \r\n\r\n# note\r\nc: 'd'\r\n")]
    [InlineData("- a\n-   b: c\n    d: []\n")]
    public void Read_PlainText_GivesWhatTheFullParserGives(string text) => Assert.Equal(Full(text), Plain(text));

    [Theory]
    [InlineData("a: &x b\nc: *x\n")]
    [InlineData("a: !t b\n")]
    [InlineData("a: |\n  b\n")]
    [InlineData("a: b\n  c\n")]
    [InlineData("a: {b: c}\n")]
    [InlineData("a: b\na: c\n")]
    [InlineData("a: b # note\n")]
    [InlineData("a: \"b\\n\"\n")]
    [InlineData("a:\tb\n")]
    [InlineData("---\na: b\n")]
    [InlineData("a:\nb: c\n")]
    [InlineData("a: [b, c: d]\n")]
    [InlineData("")]
    public void Read_TextThatIsNotPlain_IsLeftToTheFullParser(string text) => Assert.Null(PlainYaml.Read("a.yaml", text));

    [Fact]
    public void Read_AnyText_GivesNothingOrWhatTheFullParserGives()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), text => Plain(text) is var plain && (plain is null || plain == Full(text))).Check(Config.QuickThrowOnFailure.WithReplay(20240629UL, 7UL).WithMaxTest(3000).WithEndSize(24));
    }

    private static string? Plain(string text) => PlainYaml.Read("a.yaml", text) is { } root ? Print(root) : null;

    private static string Full(string text)
    {
        var problems = new PackProblems();
        return PackYaml.ReadFully("a.yaml", text, problems) is { } root && !problems.HasErrors ? Print(root) : "nothing";
    }

    private static string Print(PackNode node)
    {
        var print = new StringBuilder();
        Print(node, print);
        return print.ToString();
    }

    private static void Print(PackNode node, StringBuilder print)
    {
        print.Append(node.Spot);
        switch (node)
        {
            case PackText text:
                print.Append('"').Append(text.Value).Append('"');
                break;
            case PackList list:
                print.Append('[');
                list.Items.ToList().ForEach(item => Print(item, print));
                print.Append(']');
                break;
            case PackEntries map:
                print.Append('{');
                foreach (var (key, value) in map.Items)
                {
                    Print(key, print);
                    Print(value, print.Append('='));
                }

                print.Append('}');
                break;
            default:
                throw new InvalidOperationException(node.GetType().Name);
        }
    }
}
