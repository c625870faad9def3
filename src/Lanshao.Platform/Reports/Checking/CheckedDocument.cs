using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>A document as the rules see it: running text by paragraph, tables with their headings, the list of annexes, and the names of the district.</summary>
/// <param name="Source">The document.</param>
/// <param name="Title">Its title.</param>
/// <param name="Year">The year that it is about; null where none is named.</param>
/// <param name="Period">The days that it is about; null where none are named.</param>
/// <param name="Passages">Paragraphs of the body and long texts of cells, in order.</param>
/// <param name="Tables">The tables, in order.</param>
/// <param name="Annexes">The list of annexes.</param>
/// <param name="AnnexMarks">The numbered marks above the annexes (附件2, 附表2), in order; the title is the mark without its number.</param>
/// <param name="AnnexTitles">The annexes with the titles that stand above them, by number.</param>
/// <param name="Names">The names of the district's units.</param>
internal sealed record CheckedDocument(
    SourceDocument Source,
    string Title,
    int? Year,
    DaySpan? Period,
    IReadOnlyList<Passage> Passages,
    IReadOnlyList<TableView> Tables,
    IReadOnlyList<AnnexEntry> Annexes,
    IReadOnlyList<AnnexEntry> AnnexMarks,
    IReadOnlyDictionary<int, Spot> AnnexTitles,
    NameBook Names)
{
    // Of a document of usual size everything is kept; of a huge one the beginning.
    private const int MostKept = 50_000;
    private readonly Dictionary<TableView, NameFinder> _finders = [];
    private readonly Dictionary<string, Dictionary<TableView, IReadOnlyList<NameMention>>> _mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<TableView, RowValues> _values = [];
    private readonly Dictionary<TableView, DaySpan?> _spans = [];
    private int _kept;
    private (string Text, Dictionary<TableView, IReadOnlyList<NameMention>> Mentions)? _lastAsked;
    private TableLinks? _links;
    private ILookup<TableLine?, Sentence>? _byRow;

    /// <summary>Which table a statement is about.</summary>
    public TableLinks Links => _links ??= new TableLinks(this);

    /// <summary>What the rows of a table can give for a figure.</summary>
    public RowValues ValuesOf(TableView table)
    {
        if (!_values.TryGetValue(table, out var values))
        {
            _values[table] = values = new RowValues(table);
        }

        return values;
    }

    /// <summary>The days that a table is about, as its title says.</summary>
    public DaySpan? SpanOf(TableView table)
    {
        if (!_spans.TryGetValue(table, out var span))
        {
            _spans[table] = span = Year is { } year ? PeriodWords.SpanOf(table.Title.Text, year) : null;
        }

        return span;
    }

    /// <summary>Finds the rows of a table that a text names.</summary>
    public IReadOnlyList<NameMention> Mentions(TableView table, string text)
    {
        var known = MentionsIn(text);
        if (known.TryGetValue(table, out var found))
        {
            return found;
        }

        if (!_finders.TryGetValue(table, out var finder))
        {
            _finders[table] = finder = new NameFinder(table, Names);
        }

        found = finder.FindAll(text);
        if (_kept < MostKept)
        {
            _kept++;
            known[table] = found;
        }

        return found;
    }

    // A rule asks for one text in all tables: only the first time its characters are compared.
    private Dictionary<TableView, IReadOnlyList<NameMention>> MentionsIn(string text)
    {
        if (_lastAsked is { } last && ReferenceEquals(last.Text, text))
        {
            return last.Mentions;
        }

        if (!_mentions.TryGetValue(text, out var known))
        {
            known = [];
            if (_kept < MostKept)
            {
                _mentions[text] = known;
            }
        }

        _lastAsked = (text, known);
        return known;
    }

    /// <summary>The sentences in the cells of a row.</summary>
    public IEnumerable<Sentence> SentencesOf(TableLine line) => (_byRow ??= Sentences.Where(sentence => sentence.Passage.Row is not null).ToLookup(sentence => sentence.Passage.Row))[line];

    /// <summary>All sentences, in order.</summary>
    public IEnumerable<Sentence> Sentences => Passages.SelectMany(passage => passage.Sentences);
}

/// <summary>A span of civil days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal readonly record struct DaySpan(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Contains(DaySpan other) => From <= other.From && other.To <= To;
}
