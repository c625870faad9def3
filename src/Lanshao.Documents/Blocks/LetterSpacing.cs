using System.Text;

namespace Lanshao.Documents.Blocks;

/// <summary>Reads words that are spread out with spaces (<c>东　城　区</c>, <c>序 号</c>) as the words that they are.</summary>
public static class LetterSpacing
{
    private const int FewestInsideLine = 3;

    /// <summary>
    /// Takes the spaces out between single Chinese characters: where the whole line is made of them, or at least three stand in a row.
    /// A gap wider than the others of its run parts two words and stays as one space.
    /// </summary>
    /// <param name="line">One printed line.</param>
    /// <returns>The same line where nothing is spread out.</returns>
    public static string Collapse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        StringBuilder? text = null;
        var copied = 0;
        for (var at = 0; at < line.Length;)
        {
            var end = RunEnd(line, at, out var count, out var narrowest);
            if (count >= FewestInsideLine || (count == 2 && IsWholeLine(line, at, end)))
            {
                text ??= new StringBuilder(line.Length);
                text.Append(line, copied, at - copied);
                AppendRun(text, line.AsSpan(at, end - at), narrowest);
                copied = end;
            }

            at = Math.Max(end, at + 1);
        }

        return text is null ? line : text.Append(line, copied, line.Length - copied).ToString();
    }

    // A run is Han, gap, Han, gap, Han …, with no other character touching its Hans.
    private static int RunEnd(string line, int start, out int count, out int narrowest)
    {
        count = 0;
        narrowest = int.MaxValue;
        var end = start;
        if (start > 0 && !TextNormalization.IsSpace(line[start - 1]))
        {
            return end;
        }

        for (var at = start; at < line.Length && IsSingle(line, at);)
        {
            narrowest = count > 0 ? Math.Min(narrowest, at - end) : narrowest;
            count++;
            end = at + 1;
            at = GapEnd(line, end);
        }

        return end;
    }

    private static bool IsSingle(string line, int at) =>
        TextNormalization.IsHan(line[at]) && (at + 1 == line.Length || TextNormalization.IsSpace(line[at + 1]));

    private static int GapEnd(string line, int at)
    {
        while (at < line.Length && TextNormalization.IsSpace(line[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsWholeLine(string line, int start, int end) => GapEnd(line, 0) == start && GapEnd(line, end) == line.Length;

    private static void AppendRun(StringBuilder text, ReadOnlySpan<char> run, int narrowest)
    {
        var gap = 0;
        foreach (var c in run)
        {
            if (TextNormalization.IsSpace(c))
            {
                gap++;
                continue;
            }

            if (gap > narrowest)
            {
                text.Append(' ');
            }

            text.Append(c);
            gap = 0;
        }
    }
}
