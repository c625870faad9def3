using System.Text;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Wording;

/// <summary>The text of a wording, taken apart: words, facts in braces (<c>{name}</c>, <c>{name|form}</c>, <c>{least~most|form}</c>), and pieces in square brackets that are left out where a fact is missing.</summary>
internal sealed class SentenceText
{
    private readonly List<Piece> _pieces = [];

    private SentenceText()
    {
    }

    public IReadOnlyList<Piece> Pieces => _pieces;

    /// <summary>Gets the facts and words that are asked for.</summary>
    public IEnumerable<string> Names => _pieces.SelectMany(NamesOf);

    /// <summary>Takes a text apart; RPT-020 with the piece that cannot be read.</summary>
    public static Outcome<SentenceText> Parse(string text)
    {
        var parsed = new SentenceText();
        var (words, at) = (new StringBuilder(), 0);
        while (at < text.Length)
        {
            var close = text[at] is '{' or '[' ? text.IndexOf(text[at] == '{' ? '}' : ']', at) : at;
            if (close < 0 || text[at] is '}' or ']')
            {
                return Broken(text[at..]);
            }

            if (close == at)
            {
                words.Append(text[at++]);
                continue;
            }

            parsed.AddWords(words);
            var inner = text[(at + 1)..close];
            Piece? piece = text[at] == '{' ? ReadFact(inner) : ReadOptional(inner);
            if (piece is null)
            {
                return Broken(text[at..(close + 1)]);
            }

            parsed._pieces.Add(piece);
            at = close + 1;
        }

        parsed.AddWords(words);
        return parsed;
    }

    private static Piece.Fact? ReadFact(string inner)
    {
        var parts = inner.Split('|');
        var names = parts[0].Split('~');
        return parts.Length <= 2 && names.Length <= 2 && Array.TrueForAll(names, IsName) && (parts.Length == 1 || FactForms.IsKnown(parts[1], names.Length == 2))
            ? new Piece.Fact(names[0], names.Length == 2 ? names[1] : null, parts.Length == 2 ? parts[1] : string.Empty)
            : null;
    }

    private static Piece.Optional? ReadOptional(string inner) => Parse(inner) is { IsRefused: false, Value: var parsed } ? new(parsed._pieces) : null;

    private static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static Refusal Broken(string found) => Refusal.Invalid("RPT-020", ("found", found));

    private static IEnumerable<string> NamesOf(Piece piece) => piece switch
    {
        Piece.Fact fact => fact.Most is null ? [fact.Name] : [fact.Name, fact.Most],
        Piece.Optional optional => optional.Pieces.SelectMany(NamesOf),
        _ => [],
    };

    private void AddWords(StringBuilder words)
    {
        if (words.Length > 0)
        {
            _pieces.Add(new Piece.Words(words.ToString()));
            words.Clear();
        }
    }

    /// <summary>A piece of a wording.</summary>
    internal abstract record Piece
    {
        private Piece()
        {
        }

        /// <summary>Plain words.</summary>
        public sealed record Words(string Text) : Piece;

        /// <summary>A fact, or the range between two.</summary>
        public sealed record Fact(string Name, string? Most, string Form) : Piece;

        /// <summary>Pieces that stand or fall together.</summary>
        public sealed record Optional(IReadOnlyList<Piece> Pieces) : Piece;
    }
}
