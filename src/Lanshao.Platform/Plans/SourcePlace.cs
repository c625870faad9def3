using System.Globalization;
using System.Text;
using Lanshao.Documents.Blocks;

namespace Lanshao.Platform.Plans;

/// <summary>Says where something stands in its file: for programs as one short text, for people as they look for it.</summary>
public static class SourcePlace
{
    /// <summary>The longest place that the store keeps.</summary>
    public const int MostCharacters = 120;
    private const int MostPartCharacters = 31;

    /// <summary>Prints a place: <c>t2r14c4p1</c> (table, row, cell, paragraph), <c>l243</c> (line), <c>Sheet1!r5c3</c> (part), outer cells first: <c>t1r2c3/t1r1c1</c>; null for none.</summary>
    public static string? Of(Origin? origin)
    {
        if (origin is null)
        {
            return null;
        }

        var text = new StringBuilder(Of(origin.Within));
        if (text.Length > 0)
        {
            text.Append('/');
        }

        if (origin.Part is { } part)
        {
            text.Append(part.Length <= MostPartCharacters ? part : part[..MostPartCharacters]).Append('!');
        }

        Append(text, 't', origin.Table);
        Append(text, 'b', origin.Table is null && origin.Line is null ? origin.Block : null);
        Append(text, 'r', origin.Row);
        Append(text, 'c', origin.Cell);
        Append(text, 'p', origin.Paragraph);
        Append(text, 'l', origin.Line);
        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary>Says a place: 附件2·表3·行15, 附件2·行243 of a text, “上报”·行5·列3 of a workbook; empty where nothing is known.</summary>
    /// <param name="origin">The place.</param>
    /// <param name="annex">The number of the annex; null where it has none.</param>
    public static string InWords(Origin origin, int? annex = null)
    {
        var steps = new List<string>();
        if (annex is { } number)
        {
            steps.Add(string.Create(CultureInfo.InvariantCulture, $"附件{number}"));
        }

        AddSteps(steps, origin);
        return string.Join('·', steps);
    }

    /// <summary>Says a printed place: 表2 第5行 第3格 for <c>t2r5c3p1</c>, 第243行 for <c>l243</c>, “上报” 第5行 第3列 for a workbook; the outer cell before a nested one.</summary>
    /// <param name="place">As <see cref="Of"/> prints it; null says nothing.</param>
    public static string Words(string? place) => place is null ? string.Empty : string.Join(" 内 ", place.Split('/').Select(CellInWords));

    private static string CellInWords(string place)
    {
        var bang = place.IndexOf('!', StringComparison.Ordinal);
        List<string> words = bang > 0 ? [$"“{place[..bang]}”"] : [];
        for (var at = bang + 1; at < place.Length;)
        {
            var end = at + 1;
            while (end < place.Length && char.IsAsciiDigit(place[end]))
            {
                end++;
            }

            words.AddRange(StepInWords(place[at], place[(at + 1)..end], bang > 0));
            at = end;
        }

        return string.Join(' ', words);
    }

    private static IEnumerable<string> StepInWords(char mark, string number, bool isSheet) => mark switch
    {
        't' => [$"表{number}"],
        'r' or 'l' => [$"第{number}行"],
        'c' => [isSheet ? $"第{number}列" : $"第{number}格"],
        'b' => [$"第{number}段"],
        _ => [],
    };

    private static void AddSteps(List<string> steps, Origin origin)
    {
        if (origin.Within is { } around)
        {
            AddSteps(steps, around);
        }

        if (origin.Part is { } part)
        {
            steps.Add($"“{part}”");
        }

        Add(steps, "表", origin.Part is null ? origin.Table : null);
        Add(steps, "段", origin.Table is null && origin.Line is null && origin.Row is null ? origin.Block : null);
        Add(steps, "行", origin.Row ?? origin.Line);
        Add(steps, origin.Part is null ? "格" : "列", origin.Cell);
        Add(steps, "段", origin.Table is null ? null : origin.Paragraph);
    }

    private static void Add(List<string> steps, string word, int? number)
    {
        if (number is { } known)
        {
            steps.Add(word + known.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Append(StringBuilder text, char mark, int? number)
    {
        if (number is { } known)
        {
            text.Append(mark).Append(known.ToString(CultureInfo.InvariantCulture));
        }
    }
}
