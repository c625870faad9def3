using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Sheets;

/// <summary>Reads CSV files, plain or packed, as rows that stream in.</summary>
internal static class CsvReader
{
    public static IEnumerable<SheetRow> Rows(GuardedFile file, FindingList findings)
    {
        var (encoding, broken) = TextDecoding.Detect(file.OpenContent, file.Budget, file.Source.Name);
        if (broken > 0)
        {
            findings.Add(DocumentCodes.BrokenCharacters, null, ("count", Refuse.Number(broken)));
        }

        using var text = new StreamReader(file.OpenContent(), encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 32 * 1024);
        foreach (var row in new CsvParser(text, file.Budget, findings).Read())
        {
            yield return row;
        }
    }
}
