using System.Text;
using Lanshao.Platform.Reports.Facts;

namespace Lanshao.Platform.Reports.Wording;

/// <summary>Writes the sentences of a template with the facts of a catalogue. What cannot be said is left out and named.</summary>
internal sealed class SentenceWriter(FactCatalogue facts)
{
    /// <summary>A sentence as it reads, with the facts that it prints; or the facts that it lacks.</summary>
    /// <param name="Text">The sentence; null where no wording fits.</param>
    /// <param name="Facts">Names of the printed facts in order.</param>
    /// <param name="Missing">Names of the facts for the lack of which wordings could not be used.</param>
    public sealed record Written(string? Text, IReadOnlyList<string> Facts, IReadOnlyList<string> Missing)
    {
        /// <summary>Gets the wording that was used; the first where none fits.</summary>
        public string Say { get; init; } = string.Empty;
    }

    public Written Write(TemplateSentence sentence)
    {
        var missing = new List<string>();
        foreach (var wording in sentence.Wordings)
        {
            if (Condition.Parse(wording.When) is not { } condition || !condition.Holds(facts))
            {
                continue;
            }

            var written = Write(wording.Say);
            if (written.Text is not null)
            {
                return written with { Say = wording.Say };
            }

            missing.AddRange(written.Missing);
        }

        return new(null, [], [.. missing.Distinct(StringComparer.Ordinal)]) { Say = sentence.Wordings[0].Say };
    }

    /// <summary>Writes one text.</summary>
    public Written Write(string say)
    {
        var parsed = SentenceText.Parse(say);
        if (parsed.IsRefused)
        {
            return new(null, [], [say]);
        }

        var (text, used, missing) = (new StringBuilder(), new List<string>(), new List<string>());
        Add(parsed.Value.Pieces, text, used, missing);
        return missing.Count > 0 ? new(null, [], missing) : new(text.ToString(), used, []);
    }

    private void Add(IReadOnlyList<SentenceText.Piece> pieces, StringBuilder text, List<string> used, List<string> missing)
    {
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case SentenceText.Piece.Words words:
                    text.Append(words.Text);
                    break;
                case SentenceText.Piece.Fact fact:
                    AddFact(fact, text, used, missing);
                    break;
                case SentenceText.Piece.Optional optional:
                    AddOptional(optional, text, used);
                    break;
            }
        }
    }

    private void AddOptional(SentenceText.Piece.Optional optional, StringBuilder text, List<string> used)
    {
        var (inner, innerUsed, innerMissing) = (new StringBuilder(), new List<string>(), new List<string>());
        Add(optional.Pieces, inner, innerUsed, innerMissing);
        if (innerMissing.Count == 0)
        {
            text.Append(inner);
            used.AddRange(innerUsed);
        }
    }

    private void AddFact(SentenceText.Piece.Fact asked, StringBuilder text, List<string> used, List<string> missing)
    {
        if (asked is { Most: null, Form: "" } && facts.Words.TryGetValue(asked.Name, out var word))
        {
            text.Append(word);
            return;
        }

        var (least, most) = (facts.Find(asked.Name), asked.Most is null ? null : facts.Find(asked.Most));
        var written = (least, most, asked.Most) switch
        {
            ({ } one, null, null) => FactForms.Write(one, asked.Form),
            ({ } one, { } other, _) => FactForms.WriteRange(one, other, asked.Form),
            _ => null,
        };
        if (written is null)
        {
            missing.AddRange(new[] { least is null ? asked.Name : null, asked.Most is not null && most is null ? asked.Most : null }.OfType<string>().DefaultIfEmpty(asked.Name));
            return;
        }

        text.Append(written);
        used.Add(asked.Name);
        if (asked.Most is { } second)
        {
            used.Add(second);
        }
    }
}
