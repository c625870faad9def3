using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Platform.Tests.Architecture;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Recall and false alarms over documents of our own making: clean ones give nothing, of those with one mistake nearly all are caught.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    private const int FewestMutations = 3200;
    private const double LeastRecall = 0.95;

    public static TheoryData<string> Documents => [.. Folder().Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Check_CleanDocument_FindsNothing(string name)
    {
        var alarms = Draft.Findings(Mutations.Clean(Read(name)));

        foreach (var alarm in alarms)
        {
            output.WriteLine($"{name} alarm {alarm.Code} {alarm.Kind} {alarm.Statement.Where}: {alarm.Statement.Text}: {alarm.Stated}, {alarm.Computed}");
        }

        Assert.Empty(alarms);
    }

    [Theory]
    [InlineData("—", 0)]
    [InlineData("—", 1)]
    [InlineData("", 2)]
    [InlineData("Ⅲ类", 0)]
    public void Check_EveryThirdCellHoldsNoNumber_IsCheckedToTheEnd(string cell, int first)
    {
        foreach (var path in Folder())
        {
            var lines = Mutations.Clean(Read(Path.GetFileName(path))).Split('\n').Select((line, row) => line.StartsWith('|') ? string.Join('|', line.Split('|').Select((own, column) => column > 1 && own is not ("<" or "^") && (row + column) % 3 == first ? cell : own)) : line);

            Assert.NotNull(Draft.Check(string.Join('\n', lines)));
        }
    }

    [Fact]
    public void Check_DocumentsWithOneMistake_AreCaughtAtTheirPlace()
    {
        var results = Folder().Select(path => Path.GetFileName(path)).SelectMany(name => Results(name)).ToList();

        foreach (var (file, mutation, _) in results.Where(result => !result.Caught))
        {
            output.WriteLine($"{file} {mutation.Kind} {mutation.Change}: {mutation.Line}");
        }

        var recall = results.Count(result => result.Caught) / (double)results.Count;
        foreach (var document in results.GroupBy(result => result.File))
        {
            output.WriteLine($"{document.Key}: {document.Count(result => result.Caught)} of {document.Count()}");
        }

        var decidable = results.FindAll(result => !Openness.IsOpen(result.Mutation));
        output.WriteLine($"{results.Count} mutations, recall {recall:P1}");
        output.WriteLine($"{results.Count - decidable.Count} left open by their roundings, recall of the others {decidable.Count(result => result.Caught) / (double)decidable.Count:P1}");
        Assert.InRange(results.Count, FewestMutations, int.MaxValue);
        Assert.InRange(recall, LeastRecall, 1);
    }

    private static IEnumerable<(string File, Mutation Mutation, bool Caught)> Results(string name)
    {
        var alarms = Check(Mutations.Clean(Read(name))).Select(Key).ToHashSet();
        return Mutations.Of(Read(name)).Select(mutation => (name, mutation, IsCaught(mutation, alarms)));
    }

    // Caught is what points at the changed line; a finding elsewhere would be luck, and one that the clean document gives too says nothing of the mistake.
    private static bool IsCaught(Mutation mutation, HashSet<(string, string, string, string)> alarms) =>
        Check(mutation.Text).Where(finding => !alarms.Contains(Key(finding))).Any(finding => finding.Evidence.Prepend(finding.Statement).Any(spot => Touches(spot, mutation.Line)));

    private static IEnumerable<CheckFinding> Check(string text) => DocumentChecker.Check(Draft.Of(text), NameBook.Empty).Findings.Where(finding => finding.Severity != Severity.Note);

    private static (string Code, string Where, string Stated, string Computed) Key(CheckFinding finding) => (finding.Code, finding.Statement.Where, finding.Stated, finding.Computed);

    private static bool Touches(Spot spot, string line) =>
        line.StartsWith('|') ? line[1..].Split('|').Any(cell => cell.Length > 1 && spot.Where.Contains(cell, StringComparison.Ordinal)) || line[1..].Split('|').Contains(spot.Text) : line.Contains(spot.Text, StringComparison.Ordinal);

    // Documents that are to be measured before the rules see them stand in a folder of their own.
    private static IEnumerable<string> Folder() => Directory.EnumerateFiles(Environment.GetEnvironmentVariable("LANSHAO_CHECK_CORPUS") ?? Path.Combine(Checkout.Root, "tests/Lanshao.Platform.Tests/Reports/Checking/Corpus"), "*.txt").Order(StringComparer.Ordinal);

    private static string Read(string name) => File.ReadAllText(Folder().First(path => Path.GetFileName(path) == name));
}
