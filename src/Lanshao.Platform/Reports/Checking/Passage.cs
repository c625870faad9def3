using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Reports.Checking.Rules;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>A paragraph of running text, in the body or in a cell.</summary>
/// <param name="Raw">The text as printed.</param>
/// <param name="Where">The place as people say it.</param>
/// <param name="Subject">The headings above.</param>
/// <param name="Annex">The annex; null in the body.</param>
/// <param name="Table">The table around it; null in the body.</param>
/// <param name="Row">The row of the table.</param>
/// <param name="Origin">The place in the file.</param>
internal sealed record Passage(string Raw, string Where, string Subject, string? Annex, TableView? Table, TableLine? Row, Origin Origin)
{
    private const int LongestSentence = 1500;
    private IReadOnlyList<Sentence>? _sentences;

    /// <summary>The text with full-width digits and letters made plain; as long as <see cref="Raw"/>.</summary>
    public string Text { get; } = ChineseText.ToHalfWidth(Raw);

    /// <summary>The sentences; what is too long to be one is left out.</summary>
    public IReadOnlyList<Sentence> Sentences => _sentences ??= [.. Split()];

    private IEnumerable<Sentence> Split()
    {
        var start = 0;
        for (var i = 0; i <= Text.Length; i++)
        {
            if (i < Text.Length && Text[i] is not ('。' or '；' or '！' or '？' or '\n'))
            {
                continue;
            }

            if (i - start is > 1 and <= LongestSentence)
            {
                yield return new Sentence(this, start, Text[start..i]);
            }

            start = i + 1;
        }
    }
}

/// <summary>A sentence, or the part of one up to a semicolon.</summary>
/// <param name="Passage">The paragraph.</param>
/// <param name="Start">Where it begins in the paragraph.</param>
/// <param name="Text">The words.</param>
internal sealed record Sentence(Passage Passage, int Start, string Text)
{
    private readonly Dictionary<int, DaySpan?> _spans = [];
    private IReadOnlyList<Figure>? _figures;
    private IReadOnlySet<string>? _symbols;
    private string? _normal;
    private string? _context;

    /// <summary>The numbers of the sentence.</summary>
    public IReadOnlyList<Figure> Figures => _figures ??= FigureReader.FindAll(Text, written: true);

    /// <summary>The words made comparable.</summary>
    public string Normal => _normal ??= Indicator.Normal(Text);

    /// <summary>The symbols that the words name: PM2.5, TSP.</summary>
    public IReadOnlySet<string> Symbols => _symbols ??= Indicator.Symbols(Normal);

    /// <summary>The days that the words name; null where they name none.</summary>
    /// <param name="year">The year where they name none.</param>
    public DaySpan? SpanIn(int year)
    {
        if (!_spans.TryGetValue(year, out var span))
        {
            _spans[year] = span = PeriodWords.SpanOf(Text, year);
        }

        return span;
    }

    /// <summary>This sentence with the one before, made comparable.</summary>
    public string NormalContext => _context ??= Indicator.Normal(this.Context(Text.Length));

    /// <summary>The sentence as a place.</summary>
    public Spot Spot => new(Printed(0, Text.Length), Passage.Where, Passage.Origin);

    /// <summary>The words before a place, back to the last comma or the beginning.</summary>
    public string ClauseBefore(int at)
    {
        var from = at == 0 ? -1 : Text.AsSpan(0, at).LastIndexOfAny('，', ',');
        return Text[(from + 1)..at];
    }

    /// <summary>Where the clause around a place ends.</summary>
    public int ClauseEnd(int at)
    {
        var to = Text.AsSpan(at).IndexOf('，');
        return to < 0 ? Text.Length : at + to;
    }

    /// <summary>Some words of the sentence as printed.</summary>
    public Spot Quote(int start, int end) => new(Printed(start, end), Passage.Where, Passage.Origin);

    private string Printed(int start, int end) => Passage.Raw[(Start + start)..(Start + end)].Trim();
}
