using System.Text;
using Lanshao.Platform.Foundation.Files;

namespace Lanshao.Front.Imports;

/// <summary>直接录入: rows that were typed or pasted into a form, as the CSV file that they stand for.</summary>
internal static class TypedRows
{
    public const string FieldName = "rows";
    private const string FileName = "直接录入.csv";

    /// <summary>Returns the rows as a file; null where there are none. Columns pasted out of a spreadsheet are parted by tabs.</summary>
    public static IncomingFile? ToFile(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim('\n');
        return string.IsNullOrWhiteSpace(lines) ? null : IncomingFile.Of(FileName, Encoding.UTF8.GetBytes(lines.Contains('\t', StringComparison.Ordinal) ? Quoted(lines) : lines + "\n"));
    }

    private static string Quoted(string lines) =>
        string.Concat(lines.Split('\n').Select(line => string.Join(',', line.Split('\t').Select(cell => "\"" + cell.Trim().Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")) + "\n"));
}
