using System.Text;

namespace Lanshao.Shell.Tables;

/// <summary>A table as CSV that a spreadsheet opens as text and figures, never as formulas.</summary>
public static class TableCsv
{
    /// <summary>Returns UTF-8 with a byte order mark, which is what Excel and WPS need to read Chinese.</summary>
    public static byte[] Write(PageTable table)
    {
        var text = new StringBuilder();
        Line(text, table.Columns.Select(column => column.Unit is null ? column.Heading : $"{column.Heading}（{column.Unit}）"));
        foreach (var row in table.Rows)
        {
            Line(text, row.Cells.Select(Plain));
        }

        foreach (var line in table.IsSample ? table.Below.Append("演示数据") : table.Below)
        {
            Line(text, [line]);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Returns the field as written: quoted where needed, with an apostrophe before what a spreadsheet would run.</summary>
    public static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !IsNumber(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsNumber(string text)
    {
        var digits = text.TrimEnd('%');
        return decimal.TryParse(digits, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
    }

    private static string Plain(Cell cell) => cell.Text;

    private static void Line(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Field)).Append("\r\n");
}
