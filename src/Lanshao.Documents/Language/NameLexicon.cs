using System.Buffers;

namespace Lanshao.Documents.Language;

/// <summary>A set of known names, searched from any place of a text in time proportional to the longest name.</summary>
public sealed class NameLexicon
{
    /// <summary>No names.</summary>
    public static readonly NameLexicon Empty = new([]);

    private readonly Node _root = new();
    private readonly SearchValues<char> _first;

    /// <summary>Makes a lexicon of names; empty ones are skipped.</summary>
    /// <param name="names">The names as they are printed.</param>
    public NameLexicon(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names)
        {
            Add(name);
        }

        _first = SearchValues.Create([.. _root.Next.Keys]);
    }

    /// <summary>Tells whether the whole text is a known name.</summary>
    /// <param name="text">The text.</param>
    public bool Contains(ReadOnlySpan<char> text) => text.Length > 0 && LongestAt(text, 0) == text.Length;

    /// <summary>Returns the length of the longest known name that begins at a place of a text, 0 where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The place, 0 to the text's length.</param>
    public int LongestAt(ReadOnlySpan<char> text, int start)
    {
        var node = _root;
        var longest = 0;
        for (var i = start; i < text.Length && node.Next.TryGetValue(text[i], out node!); i++)
        {
            if (node.EndsName)
            {
                longest = i - start + 1;
            }
        }

        return longest;
    }

    /// <summary>Tells whether a text is the beginning of a longer known name.</summary>
    /// <param name="text">The text.</param>
    public bool BeginsLongerName(ReadOnlySpan<char> text)
    {
        var node = _root;
        foreach (var c in text)
        {
            if (!node.Next.TryGetValue(c, out node!))
            {
                return false;
            }
        }

        return text.Length > 0 && node.Next.Count > 0;
    }

    /// <summary>Finds the known names in a text from left to right; where several begin at one place, the longest.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The places, without overlaps.</returns>
    public IReadOnlyList<NamePlace> FindAll(ReadOnlySpan<char> text)
    {
        List<NamePlace>? found = null;
        for (var i = text.IndexOfAny(_first); i >= 0;)
        {
            var length = LongestAt(text, i);
            if (length > 0)
            {
                (found ??= []).Add(new NamePlace(i, length));
            }

            i += Math.Max(1, length);
            var next = text[i..].IndexOfAny(_first);
            i = next < 0 ? -1 : i + next;
        }

        return found ?? (IReadOnlyList<NamePlace>)[];
    }

    private void Add(string name)
    {
        if (name.Length == 0)
        {
            return;
        }

        var node = _root;
        foreach (var c in name)
        {
            if (!node.Next.TryGetValue(c, out var next))
            {
                node.Next[c] = next = new Node();
            }

            node = next;
        }

        node.EndsName = true;
    }

    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];

        public bool EndsName { get; set; }
    }
}
