namespace Lanshao.Platform.Districts.Packs;

/// <summary>Reads the plain share of YAML in which packs are written: block maps and block lists, texts of one line, short lists in brackets.
/// Everything else (anchors, tags, texts over several lines, tabs, mistakes) it leaves to the full parser.</summary>
/// <remarks>A command that only wants names would spend a quarter of its time on starting the full parser. A test holds both to the same nodes at the same places.</remarks>
internal sealed class PlainYaml
{
    private const int MostCharacters = 64 * 1024;
    private const int LongestKey = 100;
    private const int Deepest = 10;
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    private readonly string _file;
    private readonly List<Line> _lines;
    private int _at;

    private PlainYaml(string file, List<Line> lines)
    {
        _file = file;
        _lines = lines;
    }

    /// <summary>Returns the root; null where the text is not plain.</summary>
    public static PackNode? Read(string file, string text)
    {
        if (text.Length > MostCharacters || !IsPlain(text))
        {
            return null;
        }

        var reader = new PlainYaml(file, Split(text));
        var root = reader._lines is [{ Indent: 0 }, ..] ? reader.ReadBlock(0, 1) : null;
        return reader.IsAtEnd ? root : null;
    }

    private bool IsAtEnd => _at == _lines.Count;

    private Line Here => _lines[_at];

    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or >= ' ' and < '\x7F' or >= '\xA0' and < '\u2028' or > '\u2029' and < '\uD800' or > '\uDFFF' and < '\uFEFF' or > '\uFEFF' and < '\uFFFE')
                && !(text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
            {
                return false;
            }
        }

        return true;
    }

    private static List<Line> Split(string text)
    {
        var lines = new List<Line>();
        for (int from = 0, number = 1; from < text.Length; number++)
        {
            var end = text.IndexOf('\n', from) is >= 0 and var found ? found : text.Length;
            var whole = text.AsSpan(from, end - from).TrimEnd('\r');
            var content = whole.TrimStart(' ');
            if (content.Length > 0 && content[0] != '#')
            {
                lines.Add(new(number, whole.Length - content.Length, content.TrimEnd(' ').ToString()));
            }

            from = end + 1;
        }

        return lines;
    }

    private PackNode? ReadBlock(int indent, int depth) =>
        depth > Deepest ? null : IsItem(Here) ? ReadList(indent, depth) : ReadMap(indent, depth);

    private PackList? ReadList(int indent, int depth)
    {
        var items = new List<PackNode>();
        var spot = SpotAt(Here.Number, indent);
        while (!IsAtEnd && Here.Indent == indent && IsItem(Here))
        {
            if (ReadItem(Here, depth) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return IsAtEnd || Here.Indent <= indent ? new(items, spot) : null;
    }

    // "- key: text" begins a map in the column of its key.
    private PackNode? ReadItem(Line line, int depth)
    {
        var content = line.Text[1..].TrimStart(' ');
        var column = line.Indent + line.Text.Length - content.Length;
        if (KeyLength(content) > 0)
        {
            _lines[_at] = new(line.Number, column, content);
            return depth < Deepest ? ReadMap(column, depth + 1) : null;
        }

        _at++;
        return ReadValue(content, line.Number, column);
    }

    private PackEntries? ReadMap(int indent, int depth)
    {
        var items = new List<PackEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var spot = SpotAt(Here.Number, indent);
        while (!IsAtEnd && Here.Indent == indent)
        {
            var line = Here;
            var length = KeyLength(line.Text);
            if (length == 0 || !keys.Add(line.Text[..length]))
            {
                return null;
            }

            _at++;
            if (ReadEntry(line, length, depth) is not { } value)
            {
                return null;
            }

            items.Add(new(new(line.Text[..length], SpotAt(line.Number, indent)), value));
        }

        return IsAtEnd || Here.Indent < indent ? new(items, spot) : null;
    }

    private PackNode? ReadEntry(Line line, int keyLength, int depth)
    {
        var content = line.Text[(keyLength + 1)..].TrimStart(' ');
        if (content.Length > 0)
        {
            return ReadValue(content, line.Number, line.Indent + line.Text.Length - content.Length);
        }

        var isBelow = !IsAtEnd && (Here.Indent > line.Indent || (Here.Indent == line.Indent && IsItem(Here)));
        return isBelow ? ReadBlock(Here.Indent, depth + 1) : null;
    }

    private PackNode? ReadValue(string content, int line, int column) => content[0] switch
    {
        '[' => ReadBrackets(content, line, column),
        '"' or '\'' => Quoted(content) is { } quoted ? new PackText(quoted, SpotAt(line, column)) : null,
        _ => IsPlainText(content) ? new PackText(content, SpotAt(line, column)) : null,
    };

    private PackList? ReadBrackets(string content, int line, int column)
    {
        var items = new List<PackNode>();
        if (content[^1] != ']')
        {
            return null;
        }

        var end = content.Length - 1;
        for (var from = 1; from <= end;)
        {
            var comma = content.IndexOf(',', from, end - from) is >= 0 and var found ? found : end;
            var item = content.AsSpan(from, comma - from);
            var word = item.TrimStart(' ');
            if (!IsWord(word.TrimEnd(' ')))
            {
                return items.Count == 0 && end == 1 ? new([], SpotAt(line, column)) : null;
            }

            items.Add(new PackText(word.TrimEnd(' ').ToString(), SpotAt(line, column + comma - word.Length)));
            from = comma + 1;
        }

        return new(items, SpotAt(line, column));
    }

    private static bool IsItem(Line line) => line.Text.StartsWith("- ", StringComparison.Ordinal);

    private static int KeyLength(string text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || (length > 0 && text[length] is '-' or '_' or '.')))
        {
            length++;
        }

        return length < text.Length && text[length] == ':' && (length + 1 == text.Length || text[length + 1] == ' ') && length <= LongestKey ? length : 0;
    }

    private static string? Quoted(string content) =>
        content.Length >= 2 && content[^1] == content[0] && content.AsSpan(1, content.Length - 2).IndexOfAny(content[0], '\\') < 0 ? content[1..^1] : null;

    private static bool IsPlainText(string content) =>
        !Indicators.Contains(content[0], StringComparison.Ordinal) && content[^1] != ':' && !content.Contains(": ", StringComparison.Ordinal) && !content.Contains(" #", StringComparison.Ordinal);

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.') && c < '\xA0')
            {
                return false;
            }
        }

        return word.Length > 0 && word[0] is not ('-' or '.');
    }

    private PackSpot SpotAt(int line, int column) => new(_file, line, column + 1);

    private sealed record Line(int Number, int Indent, string Text);
}
