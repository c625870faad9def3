using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Sheets;

/// <summary>Reads workbooks and CSV files to blocks: a table for every visible sheet that holds something.</summary>
internal static class SheetDocuments
{
    public static SourceDocument ReadCsv(GuardedFile file)
    {
        var findings = new FindingList();
        var blocks = new SheetBlocks(file, findings);
        blocks.Add(null, CsvReader.Rows(file, findings), () => []);
        SecrecyMarking.Check(blocks.Blocks, []);
        return new SourceDocument(file.Source, blocks.Blocks, [], findings.Close());
    }

    public static SourceDocument ReadWorkbook(GuardedFile file)
    {
        var findings = new FindingList();
        var blocks = new SheetBlocks(file, findings);
        var margins = new List<string>();
        foreach (var (name, sheet) in Workbook.Open(file, findings).Sheets)
        {
            blocks.Add(name, sheet.Rows(), () => sheet.Merges);
            margins.AddRange(sheet.Margins);
        }

        SecrecyMarking.Check(blocks.Blocks, margins);
        return new SourceDocument(file.Source, blocks.Blocks, [], findings.Close());
    }
}
