using System.Text.Json;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Plans;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

/// <summary>A real plan goes out in the official layout and comes back row by row.</summary>
public sealed class PlanPrintRoundTripTests
{
    [Fact]
    public void Word_RealPlan_ComesBackRowByRow()
    {
        var annexes = ReadAnnexes();

        var document = DocumentReader.Read(WordWriter.Write(Document(annexes)), "plan.docx", ct: TestContext.Current.CancellationToken);

        var tables = document.Tables.ToList();
        Assert.Equal(5, tables.Count);
        Assert.Equal(122, tables.Sum(table => Measures(table).Count));
        foreach (var (annex, table) in annexes.Zip(tables))
        {
            Assert.Equal(annex.Headings, table.Rows[0].Cells.Select(cell => cell.Text));
            Assert.Equal(annex.Rows.SelectMany(row => row.Sections), table.Rows.Where(row => row.SpansAllColumns).Select(row => row.Cells[0].Text));
            Assert.Equal(annex.Rows.Select(Printed), Measures(table));
        }

        Save(annexes);
    }

    private static string Printed(PlanPrint.Row row) => string.Join('|', row.Number, row.Task, string.Concat(row.Measure), row.Deadline, string.Join('、', row.Lead), row.Assist.Count == 0 ? "——" : string.Join('、', row.Assist));

    private static List<string> Measures(TableBlock table) =>
    [
        .. table.Rows.Where(row => !row.IsHeading && !row.SpansAllColumns)
            .Select(row => row.Cells.Select(cell => cell.Anchor).ToList())
            .Select(cells => string.Join('|', cells[0].Text, cells[1].Text, string.Concat(cells[2].Paragraphs), cells[3].Text, string.Join('、', cells[4].Paragraphs), string.Join('、', cells[5].Paragraphs))),
    ];

    private static OfficialDocument Document(List<PlanPrint.Annex> annexes) =>
        new("计划", annexes.Select((annex, index) => OfficialSection.Of(PlanPrint.Table(annex), $"附件{index + 1}")));

    // Somebody who wants to look at the pages names a folder.
    private static void Save(List<PlanPrint.Annex> annexes)
    {
        if (Environment.GetEnvironmentVariable("LANSHAO_LOOK") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, "plan.docx"), WordWriter.Write(Document(annexes)));
        }
    }

    private static List<PlanPrint.Annex> ReadAnnexes()
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Reference.File("documents", "truth", "plan2022.json")));
        return [.. truth.RootElement.GetProperty("annexes").EnumerateArray().Select(ReadAnnex)];
    }

    private static PlanPrint.Annex ReadAnnex(JsonElement annex)
    {
        var rows = new List<PlanPrint.Row>();
        foreach (var section in annex.GetProperty("sections").EnumerateArray())
        {
            var title = section.GetProperty("title").GetString();
            foreach (var task in section.GetProperty("tasks").EnumerateArray())
            {
                foreach (var measure in task.GetProperty("measures").EnumerateArray())
                {
                    rows.Add(ReadRow(string.IsNullOrEmpty(title) ? [] : [title], task, measure));
                    title = null;
                }
            }
        }

        return new(annex.GetProperty("title").GetString()!, Texts(annex.GetProperty("headers")), rows);
    }

    private static PlanPrint.Row ReadRow(IReadOnlyList<string> sections, JsonElement task, JsonElement measure) => new(
        sections,
        task.GetProperty("no").ToString(),
        task.GetProperty("title").GetString()!,
        Texts(measure.GetProperty("paragraphs")),
        measure.GetProperty("deadline").GetProperty("text").GetString()!,
        Texts(measure.GetProperty("lead")),
        [],
        Texts(measure.GetProperty("responsible")));

    private static List<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];
}
