using System.Globalization;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>A document of the corpus with one deliberate mistake.</summary>
/// <param name="Kind">What was changed.</param>
/// <param name="Text">The whole document.</param>
/// <param name="Line">The line that was changed, without what it was before.</param>
/// <param name="Change">What stood there and what stands there now.</param>
internal sealed record Mutation(string Kind, string Text, string Line, string Change);

/// <summary>
/// Makes mistakes in clean documents. In their prose <c>{{right||wrong||wrong}}</c> names what would be wrong; above a table <c>#rank 0:2 desc</c>, <c>#round 2:3</c>,
/// <c>#sum 1,2</c>, <c>#sumtop 1</c>, <c>#cross 3=1+2</c>, <c>#ratio 3=2/1</c>, <c>#share 4=1</c>, <c>#yoy 4=2/3</c>, <c>#div 2=1/30</c>, <c>#serial 0</c>, <c>#diff 4=2-3</c> and <c>#due 3</c> say which columns depend on each other, and <c>#head 2</c> how many rows the headings take.
/// </summary>
internal static class Mutations
{
    /// <summary>The document without a mistake.</summary>
    public static string Clean(string source) => string.Join('\n', Lines(source).Where(line => !line.StartsWith('#')).Select(line => Choose(line, -1, 0)));

    /// <summary>Every mistake that the document's marks and tables offer.</summary>
    public static IEnumerable<Mutation> Of(string source)
    {
        var lines = Lines(source);
        var directives = new List<string>();
        var first = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var mutation in InProse(lines, i))
            {
                yield return mutation;
            }

            if (lines[i].StartsWith('#'))
            {
                directives = i > 0 && lines[i - 1].StartsWith('#') ? directives : [];
                directives.Add(lines[i][1..]);
            }

            directives = lines[i].StartsWith('|') || lines[i].StartsWith('#') ? directives : [];
            first = lines[i].StartsWith('|') ? first < 0 ? i : first : -1;
            if (first >= 0 && i >= first + HeadOf(directives))
            {
                foreach (var mutation in directives.SelectMany(directive => InRow(lines, i, first, directive)))
                {
                    yield return mutation;
                }
            }
        }
    }

    private static int HeadOf(List<string> directives) => directives.Find(directive => directive.StartsWith("head ", StringComparison.Ordinal)) is { } head ? head[^1] - '0' : 1;

    private static string[] Lines(string source) => source.Replace("\r", "", StringComparison.Ordinal).TrimEnd('\n').Split('\n');

    private static IEnumerable<Mutation> InProse(string[] lines, int at)
    {
        var marks = lines[at].Split("{{").Length - 1;
        for (var mark = 0; mark < marks; mark++)
        {
            var options = lines[at].Split("{{")[mark + 1].Split("}}")[0].Split("||");
            for (var option = 1; option < options.Length; option++)
            {
                yield return Made(lines, at, Choose(lines[at], mark, option), "prose", $"{options[0]} → {options[option]}");
            }
        }
    }

    private static string Choose(string line, int mark, int option)
    {
        var parts = line.Split("{{");
        return parts[0] + string.Concat(parts.Skip(1).Select((part, i) => part.Split("}}") is var halves ? halves[0].Split("||")[i == mark ? option : 0] + halves[1] : ""));
    }

    private static Mutation Made(string[] lines, int at, string changed, string kind, string change)
    {
        var all = lines.Select((line, i) => i == at ? changed : Choose(line, -1, 0)).Where((_, i) => !lines[i].StartsWith('#'));
        return new Mutation(kind, string.Join('\n', all), changed, change);
    }

    private static IEnumerable<Mutation> InRow(string[] lines, int at, int first, string directive)
    {
        var (kind, rest) = (directive.Split(' ')[0], directive.Split(' ')[1]);
        var cells = Choose(lines[at], -1, 0)[1..].Split('|');
        var row = at - first;
        var columns = rest.Split(',', ':', '=', '/', '+', '-').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        if (cells[columns[0]].Length == 0)
        {
            yield break;
        }

        foreach (var (column, text) in Wrong(kind, columns, cells, row, Below(lines, at, 3)))
        {
            var changed = cells.ToArray();
            changed[column] = text;
            yield return Made(lines, at, '|' + string.Join('|', changed), kind, $"{cells[column]} → {text}");
        }
    }

    private static string[]? Below(string[] lines, int at, int rows) => at + rows < lines.Length && lines[(at + 1)..(at + rows + 1)].All(line => line.StartsWith('|')) ? lines[at + rows][1..].Split('|') : null;

    private static IEnumerable<(int Column, string Text)> Wrong(string kind, int[] columns, string[] cells, int row, string[]? below) => kind switch
    {
        "rank" => [(columns[0], Changed(cells[columns[0]], row % 2 == 0 || cells[columns[0]] == "1" ? 1 : -1)), .. Moved(columns[1], cells, below)],
        "round" => [(columns[1], Changed(cells[columns[1]], row % 2 == 0 ? 1 : -1))],
        "sum" or "sumtop" => columns.Select(column => (column, Changed(cells[column], row % 2 == 0 ? 2 : -1))),
        "cross" or "head" => [],
        "ratio" or "share" or "div" or "diff" => [(columns[0], Changed(cells[columns[0]], row % 2 == 0 ? 3.1m : -2.7m))],
        "yoy" => cells[columns[0]].StartsWith('-') ? [(columns[0], cells[columns[0]][1..])] : [(columns[0], Changed(cells[columns[0]], 1.9m))],
        "serial" => row > 1 && char.IsAsciiDigit(cells[columns[0]][0]) ? [(columns[0], Changed(cells[columns[0]], 2))] : [],
        "due" => cells[columns[0]].EndsWith("月底前", StringComparison.Ordinal) && cells.Any(cell => cell.Length > 8 && cell.Contains(cells[columns[0]], StringComparison.Ordinal)) ? [(columns[0], "3月底前")] : [],
        _ => throw new ArgumentException(kind, nameof(kind)),
    };

    // The value of a row three places below: out of order, whatever the ties.
    private static IEnumerable<(int Column, string Text)> Moved(int column, string[] cells, string[]? below) =>
        below is not null && below[column].Length > 0 && below[column] != cells[column] ? [(column, below[column])] : [];

    private static string Changed(string cell, decimal by)
    {
        var percent = cell.EndsWith('%') ? "%" : "";
        return (decimal.Parse(cell.TrimEnd('%'), CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture) + percent;
    }
}
