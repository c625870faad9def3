using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;

namespace Lanshao.Platform.Monitoring;

/// <summary>Reads a table of keys, one device a row, from CSV or Excel. The file itself is not kept: it holds the keys as they are.</summary>
public static class DeviceKeyFile
{
    private const string MnHead = "设备编号";
    private const string KeyHead = "密钥";
    private static readonly string[] Needed = [MnHead, KeyHead];

    /// <returns>What the rows ask for; MON-001 for a file without the columns.</returns>
    public static Outcome<IReadOnlyList<SetDeviceKey.Request>> Read(IncomingFile file, DocumentLimits limits, int overlapDays, CancellationToken ct)
    {
        try
        {
            var tables = DocumentReader.Read(file.Bytes, file.Name, limits, ct).Tables;
            return tables.Where(table => table.Rows.Count > 0).Select(table => (Table: table, Heads: Heads(table))).FirstOrDefault(pair => Needed.All(pair.Heads.Contains)) is { Table: { } found, Heads: { } heads }
                ? Rows(found, heads, overlapDays)
                : Refusal.Unreadable("MON-001", ("file", file.Name), ("missing", string.Join("、", Needed)), ("expected", string.Join("、", Needed)));
        }
        catch (DocumentRefusedException refused)
        {
            return DocumentRefusals.Of(refused);
        }
    }

    private static List<string> Heads(TableBlock table) => [.. table.Rows[0].Cells.Select(cell => cell.Text.Trim())];

    private static List<SetDeviceKey.Request> Rows(TableBlock table, List<string> heads, int overlapDays)
    {
        var (mn, key) = (heads.IndexOf(MnHead), heads.IndexOf(KeyHead));
        return [.. table.Rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Text.Trim().Length > 0)).Select(row => new SetDeviceKey.Request(Text(row, mn), Text(row, key), overlapDays))];
    }

    private static string Text(TableRow row, int column) => column < row.Cells.Count ? row.Cells[column].Text.Trim() : string.Empty;
}
