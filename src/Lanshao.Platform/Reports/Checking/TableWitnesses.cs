using Lanshao.Documents.Language;
using Lanshao.Platform.Reports.Checking.Rules;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Tells from which table a paragraph reads its figures: the one where they stand in rows that it names, in the row of totals under columns that it names, or at an end of a column. One wrong figure leaves the others as witnesses.</summary>
internal sealed class TableWitnesses(CheckedDocument document, IReadOnlyList<TableView> tables)
{
    private const int FewestForSentence = 4;
    private const int FewestForPassage = 5;
    private readonly Dictionary<Passage, List<Seen>> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<PrintedCells> _printed = new(() => new PrintedCells(tables.SelectMany(table => document.ValuesOf(table).Cells())));

    /// <summary>Of some tables the one from which a sentence reads, else the one from which its paragraph reads; null where two do as much.</summary>
    public TableView? Best(Sentence sentence, Func<TableView, bool> isAmong)
    {
        var seen = SeenIn(sentence.Passage).FindAll(known => isAmong(known.Table));
        return Winner(seen.FindAll(known => known.Sentence == sentence), FewestForSentence) ?? Winner(seen, FewestForPassage);
    }

    /// <summary>Whether a paragraph reads at all from a table.</summary>
    public bool IsRead(Passage passage, TableView table) => SeenIn(passage).Where(known => known.Table == table).Sum(known => known.Weight) >= FewestForSentence;

    private static TableView? Winner(List<Seen> seen, int fewest)
    {
        var sums = seen.GroupBy(known => known.Table).Select(group => (Table: group.Key, Sum: group.Sum(known => known.Weight))).OrderByDescending(known => known.Sum).Take(2).ToList();
        return sums.Count > 0 && sums[0].Sum >= fewest && (sums.Count == 1 || sums[1].Sum < sums[0].Sum) ? sums[0].Table : null;
    }

    private List<Seen> SeenIn(Passage passage)
    {
        if (!_seen.TryGetValue(passage, out var seen))
        {
            _seen[passage] = seen = passage.Table is not null ? [] : [.. Read(passage)];
        }

        return seen;
    }

    private IEnumerable<Seen> Read(Passage passage)
    {
        var named = new Dictionary<TableView, HashSet<TableLine>>();
        foreach (var sentence in passage.Sentences)
        {
            foreach (var figure in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit: not null }).DistinctBy(figure => (figure.Value, figure.UnitText)))
            {
                foreach (var table in _printed.Value.Like(figure).Where(cell => IsRead(cell, NamedIn(cell.Table), sentence, figure)).Select(cell => cell.Table).Distinct())
                {
                    yield return new Seen(sentence, table, figure.Step < 1m || figure.Value >= 10m ? 2 : 1);
                }
            }
        }

        HashSet<TableLine> NamedIn(TableView table)
        {
            if (!named.TryGetValue(table, out var lines))
            {
                named[table] = lines = [.. document.Mentions(table, passage.Text).Select(mention => mention.Line)];
            }

            return lines;
        }
    }

    // The row is named, or it is a total or an end and the words name the column.
    private static bool IsRead(PrintedCell cell, HashSet<TableLine> named, Sentence sentence, Figure figure) =>
        named.Contains(cell.Line)
        || (cell.Line.Kind is LineKind.Total or LineKind.Summary && (Likeness.LongestCommon(cell.Column.Core, sentence.Text).Length > 1 || sentence.LabelOf(figure).EndsWith(cell.Column.Core, StringComparison.Ordinal)))
        || (cell.Line.Kind == LineKind.Data && cell.Values.IsEnd(cell.Line) && Likeness.LongestCommon(cell.Column.Core, sentence.Text).Length > 1);

    private sealed record Seen(Sentence Sentence, TableView Table, int Weight);
}
