using System.Globalization;
using System.Text;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.PlainText;

/// <summary>
/// Splits a converted text into lines and takes out the converter's marks: <c>[footnoteRef:1]</c> with its text <c>[1: …]</c>, <c>[image: …]</c>, <c>[bookmark: …]</c>.
/// </summary>
internal sealed class TextLines(ReadingBudget budget, FindingList findings)
{
    private const int LongestNoteLines = 50;
    private const string NoteMark = "[footnoteRef:";
    private const string EndnoteMark = "[endnoteRef:";
    private readonly HashSet<string> _openMarks = new(StringComparer.Ordinal);
    private readonly List<Footnote> _footnotes = [];

    public IReadOnlyList<Footnote> Footnotes => _footnotes;

    public List<TextLine> Read(string text)
    {
        var raw = Split(text);
        var lines = new List<TextLine>(raw.Count);
        for (var i = 0; i < raw.Count; i++)
        {
            budget.Tick();
            var number = i + 1;
            var line = raw[i].Contains('[', StringComparison.Ordinal) ? WithWholeNote(raw, ref i) : raw[i];
            lines.Add(new TextLine(Clean(line, number), number));
        }

        return lines;
    }

    private static List<string> Split(string text)
    {
        var lines = new List<string>();
        var start = 0;
        for (int length; (length = text.AsSpan(start).IndexOfAny('\n', '\r', '\f')) >= 0;)
        {
            lines.Add(text.Substring(start, length));
            var isPair = text[start + length] == '\r' && start + length + 1 < text.Length && text[start + length + 1] == '\n';
            start += length + (isPair ? 2 : 1);
        }

        if (start < text.Length)
        {
            lines.Add(text[start..]);
        }

        return lines;
    }

    // The text of a note may run over several lines; it ends with its own closing bracket.
    private static string WithWholeNote(List<string> raw, ref int i)
    {
        var line = raw[i];
        if (!line.Contains(NoteMark, StringComparison.Ordinal) && !line.Contains(EndnoteMark, StringComparison.Ordinal))
        {
            return line;
        }

        var whole = new StringBuilder(line);
        var open = Depth(line);
        var last = i;
        while (open > 0 && last + 1 < raw.Count && last - i < LongestNoteLines)
        {
            open += Depth(raw[++last]);
            whole.Append('\n').Append(raw[last]);
        }

        if (open > 0)
        {
            return line;
        }

        i = last;
        return whole.ToString();
    }

    private static int Depth(string line)
    {
        var depth = 0;
        foreach (var c in line)
        {
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        }

        return depth;
    }

    private string Clean(string line, int number)
    {
        if (!NeedsWork(line))
        {
            return line;
        }

        // The converter writes the text of a note behind its paragraph, with a space before and after.
        var hadNotes = _footnotes.Count;
        var closings = Closings(line);
        var clean = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length;)
        {
            var mark = line[at] == '[' ? TakeMark(line, at, closings[at], number) : 0;
            if (mark == 0 && !TextNormalization.IsInvisible(line[at]))
            {
                clean.Append(line[at]);
            }

            at += Math.Max(1, mark);
        }

        return hadNotes == _footnotes.Count ? clean.ToString() : clean.ToString().TrimEnd(' ');
    }

    private static bool NeedsWork(string line)
    {
        foreach (var c in line)
        {
            if (c == '[' || TextNormalization.IsInvisible(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a converter's mark; returns its length, or 0 where the bracket is text.</summary>
    private int TakeMark(string line, int at, int close, int number)
    {
        if (close < 0)
        {
            return 0;
        }

        var mark = line.AsSpan(at, close + 1 - at);
        var isTaken = true;
        if (mark.StartsWith(NoteMark, StringComparison.Ordinal) || mark.StartsWith(EndnoteMark, StringComparison.Ordinal))
        {
            isTaken = _openMarks.Add(mark[(mark.IndexOf(':') + 1)..^1].Trim().ToString());
        }
        else if (mark.StartsWith("[image:", StringComparison.Ordinal))
        {
            findings.Add(DocumentCodes.Picture, new Origin { Line = number });
        }
        else if (!mark.StartsWith("[bookmark:", StringComparison.Ordinal))
        {
            isTaken = TakeNote(mark, number);
        }

        return isTaken ? mark.Length : 0;
    }

    private bool TakeNote(ReadOnlySpan<char> mark, int number)
    {
        var colon = mark[..Math.Min(mark.Length, 12)].IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 1 || !_openMarks.Remove(mark[1..colon].ToString()))
        {
            return false;
        }

        var text = LineJoin.Join(mark[(colon + 1)..^1].Trim().ToString().Split('\n', StringSplitOptions.TrimEntries));
        _footnotes.Add(new Footnote((_footnotes.Count + 1).ToString(CultureInfo.InvariantCulture), text, IsEndnote: false, new Origin { Line = number }));
        return true;
    }

    /// <summary>Returns for every opening bracket of the line where it closes; −1 where it never does.</summary>
    private static int[] Closings(string line)
    {
        var closings = new int[line.Length];
        var open = new Stack<int>();
        for (var i = 0; i < line.Length; i++)
        {
            closings[i] = -1;
            if (line[i] == '[')
            {
                open.Push(i);
            }
            else if (line[i] == ']' && open.TryPop(out var start))
            {
                closings[start] = i;
            }
        }

        return closings;
    }
}
