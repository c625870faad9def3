using System.Globalization;
using Lanshao.Documents.Blocks;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>One row of a plain table by its headings; collects what is wrong with it.</summary>
/// <param name="row">The row.</param>
/// <param name="heads">Where each heading stands.</param>
/// <param name="wrongCell">The code for a cell that does not fit: {where}, {heading}, {found}, {expected}.</param>
public sealed class SheetLine(TableRow row, IReadOnlyDictionary<string, int> heads, string wrongCell)
{
    private const int MostDecimals = 6;
    private static readonly string[] Instants = ["yyyy-MM-dd HH:mm", "yyyy-M-d H:mm", "yyyy/M/d H:mm", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss"];
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"];
    private readonly List<Finding> _findings = [];

    /// <summary>Gets where the row stands, as people say it.</summary>
    public string Where { get; } = string.Create(CultureInfo.InvariantCulture, $"{(row.Origin.Part is { } part ? part + " " : "")}第{row.Origin.Row ?? row.Origin.Line}行");

    public IReadOnlyList<string> Raw { get; } = [.. row.Cells.Select(cell => cell.Text)];

    public IReadOnlyList<Finding> Findings => _findings;

    public bool HasErrors => _findings.Count > 0;

    /// <summary>Returns where each heading of a table's first row stands.</summary>
    public static Dictionary<string, int> HeadsOf(TableBlock table)
    {
        var heads = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Rows[0].Cells.Count; i++)
        {
            heads.TryAdd(table.Rows[0].Cells[i].Text.Trim(), i);
        }

        return heads;
    }

    public string Text(string head) => heads.TryGetValue(head, out var at) && at < row.Cells.Count ? row.Cells[at].Text.Trim() : "";

    public string Filled(string head, int least, int most)
    {
        var text = Text(head);
        if (text.Length < least || text.Length > most)
        {
            Wrong(head, text, string.Create(CultureInfo.InvariantCulture, $"{least}—{most}字"));
        }

        return text;
    }

    public T Choice<T>(string head, IReadOnlyDictionary<string, T> words)
    {
        var text = Text(head);
        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        Wrong(head, text, string.Join("、", words.Keys));
        return words.Values.First();
    }

    public DateOnly Day(string head)
    {
        if (DateOnly.TryParseExact(Text(head), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Wrong(head, Text(head), "2024-07-15");
        return new(2000, 1, 1);
    }

    /// <summary>Reads a number with at most six decimals; null for an empty cell.</summary>
    public decimal? Number(string head, decimal least, decimal most, bool required)
    {
        var text = Text(head);
        if (text.Length == 0 && !required)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && number.Scale <= MostDecimals)
        {
            return number;
        }

        Wrong(head, text, string.Create(CultureInfo.InvariantCulture, $"{least}—{most}"));
        return null;
    }

    /// <summary>Reads a civil time as an instant; null for an empty cell.</summary>
    public DateTime? Instant(string head, bool required)
    {
        var text = Text(head);
        if (text.Length == 0 && !required)
        {
            return null;
        }

        if (DateTime.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var civil) && civil.Year is > 1991 and < 2200)
        {
            return ChinaTime.InstantOf(DateTime.SpecifyKind(civil, DateTimeKind.Unspecified));
        }

        Wrong(head, text, "2024-07-15 08:30");
        return null;
    }

    public void Wrong(string head, string found, string expected) => Error(wrongCell, ("heading", head), ("found", found), ("expected", expected));

    public void Error(string code, params (string Name, string Text)[] arguments) =>
        _findings.Add(new(code, Severity.Error, arguments.Append(("where", Where)).ToDictionary(argument => argument.Item1, argument => argument.Item2), Where));
}
