using System.Globalization;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Indicators;

/// <summary>One row of a figure table by its headings; collects what is wrong with it.</summary>
internal sealed class FigureLine(TableRow row, Dictionary<string, int> heads)
{
    private readonly List<Finding> _findings = [];

    public string Where { get; } = string.Create(CultureInfo.InvariantCulture, $"{(row.Origin.Part is { } part ? part + " " : "")}第{row.Origin.Row ?? row.Origin.Line}行");

    public IReadOnlyList<string> Raw { get; } = [.. row.Cells.Select(cell => cell.Text)];

    public IReadOnlyList<Finding> Findings => _findings;

    public bool HasErrors => _findings.Exists(finding => finding.Severity == Severity.Error);

    /// <summary>Returns the trimmed text of a column; empty where the table lacks it.</summary>
    public string Text(string head) => heads.TryGetValue(head, out var at) && at < row.Cells.Count ? row.Cells[at].Text.Trim() : "";

    /// <summary>Returns a text that must be there and fit the store.</summary>
    public string Filled(string head)
    {
        var text = Text(head);
        if (text.Length is 0 or > IndicatorValue.LongestText)
        {
            Error("IND-007", ("heading", head), ("found", text), ("expected", "1—200字"));
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

        Error("IND-007", ("heading", head), ("found", text), ("expected", string.Join("、", words.Keys)));
        return words.Values.First();
    }

    public string Word(string head, IReadOnlyList<string> words)
    {
        var text = Text(head);
        if (!words.Contains(text))
        {
            Error("IND-007", ("heading", head), ("found", text), ("expected", string.Join("、", words)));
        }

        return text;
    }

    public DateOnly? Day(string head)
    {
        var text = Text(head);
        if (text.Length == 0)
        {
            return null;
        }

        if (PeriodText.TryParse(text, out var period) && period.Kind == PeriodKind.Day)
        {
            return period.From;
        }

        Error("IND-007", ("heading", head), ("found", text), ("expected", "2024-07-15，或空白"));
        return null;
    }

    public int? Whole(string head)
    {
        var text = Text(head);
        if (text.Length == 0)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Error("IND-007", ("heading", head), ("found", text), ("expected", "1、2、3……，或空白"));
        return null;
    }

    public void Error(string code, params (string Name, string Text)[] arguments) =>
        _findings.Add(new(code, Severity.Error, arguments.Where(argument => argument.Text.Length > 0).Append(("where", Where)).ToDictionary(argument => argument.Item1, argument => argument.Item2), Where, Quote()));

    private string Quote()
    {
        var quote = string.Join("，", Raw.Where(text => text.Length > 0));
        return quote.Length > 300 ? quote[..300] : quote;
    }
}
