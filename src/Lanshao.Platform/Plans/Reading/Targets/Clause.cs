using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>A clause of a sentence: what stands between commas.</summary>
internal sealed class Clause
{
    private IReadOnlyList<Quantity>? _quantities;

    public Clause(string text, Sentence sentence, int index)
    {
        Text = text;
        Sentence = sentence;
        Index = index;
    }

    /// <summary>The words, full-width digits and letters made plain.</summary>
    public string Text { get; }

    public Sentence Sentence { get; }

    public int Index { get; }

    /// <summary>The clauses of the sentence before this one, nearest first.</summary>
    public IEnumerable<Clause> Before => Sentence.Clauses.Take(Index).Reverse();

    public Clause? Next => Index + 1 < Sentence.Clauses.Count ? Sentence.Clauses[Index + 1] : null;

    /// <summary>The figures with units; what stands in 《》 and “” is a name and holds none.</summary>
    public IReadOnlyList<Quantity> Quantities => _quantities ??= QuantityReader.FindAll(WithoutNames(Text));

    private static string WithoutNames(string text) =>
        !text.AsSpan().ContainsAny('《', '“', '"') ? text : string.Create(text.Length, text, static (target, source) =>
        {
            var depth = 0;
            for (var i = 0; i < source.Length; i++)
            {
                depth += source[i] is '《' or '“' ? 1 : source[i] is '》' or '”' && depth > 0 ? -1 : 0;
                target[i] = depth > 0 ? '\u3000' : source[i];
            }
        });
}

/// <summary>A sentence of a measure, in clauses.</summary>
internal sealed class Sentence
{
    public List<Clause> Clauses { get; } = [];

    /// <summary>The indicator that a clause without a figure announces: 各街道…目标分别为.</summary>
    public string? Announced { get; set; }

    /// <summary>The group that was announced with it: 各街道.</summary>
    public string? AnnouncedScope { get; set; }
}
