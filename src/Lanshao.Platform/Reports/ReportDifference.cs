namespace Lanshao.Platform.Reports;

/// <summary>What two contents of a report say differently: sentences by their keys, charts by their points, cells by row and column. Rows that only moved to another place are no difference.</summary>
/// <param name="Sentences">Sentences that changed, came or went, in the order of print.</param>
/// <param name="Charts">Charts that are drawn differently, came or went, in the order of print.</param>
/// <param name="Cells">Cells that changed, in the order of print.</param>
public sealed record ReportDifference(IReadOnlyList<ReportDifference.SentenceChange> Sentences, IReadOnlyList<ReportDifference.ChartChange> Charts, IReadOnlyList<ReportDifference.CellChange> Cells)
{
    /// <summary>A sentence that reads differently.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Under">The heading above it.</param>
    /// <param name="Before">How it read; null where it was not there.</param>
    /// <param name="Now">How it reads; null where it is gone.</param>
    /// <param name="Figures">The figures of the sentence that differ.</param>
    public sealed record SentenceChange(string Key, string Under, string? Before, string? Now, IReadOnlyList<FigureChange> Figures);

    /// <summary>A figure that is printed differently.</summary>
    public sealed record FigureChange(string Name, string Label, string? Before, string? Now);

    /// <summary>A chart that is drawn differently.</summary>
    /// <param name="Key">What it is known by in both contents.</param>
    /// <param name="Caption">Its caption with its number.</param>
    /// <param name="Before">Its title as it was; null where it was not there.</param>
    /// <param name="Now">Its title as it is; null where it is gone.</param>
    /// <param name="Points">The points that differ; empty where the whole chart came or went.</param>
    public sealed record ChartChange(string Key, string Caption, string? Before, string? Now, IReadOnlyList<PointChange> Points)
    {
        /// <summary>Says whether it is about a chart of either content.</summary>
        public bool Is(ReportContent.Chart chart) => Key == ChartDifference.KeyOf(chart);
    }

    /// <summary>A point of a chart that is drawn differently.</summary>
    /// <param name="Point">The place, month, day or direction; 目标线 and 图注 for those.</param>
    /// <param name="Series">Which of its values; empty where there is only one.</param>
    /// <param name="Before">As it was; null where it was not there.</param>
    /// <param name="Now">As it is; null where it is gone.</param>
    public sealed record PointChange(string Point, string Series, string? Before, string? Now);

    /// <summary>A cell that is printed differently.</summary>
    /// <param name="Annex">Number of its annex.</param>
    /// <param name="Title">Title of the annex.</param>
    /// <param name="Row">The row by its first words.</param>
    /// <param name="Column">Heading of the column; empty where the whole row came or went.</param>
    /// <param name="Before">What was printed; null where the row was not there.</param>
    /// <param name="Now">What is printed; null where the row is gone.</param>
    public sealed record CellChange(int Annex, string Title, string Row, string Column, string? Before, string? Now)
    {
        /// <summary>Gets what the row is known by in both contents.</summary>
        public string RowKey { get; init; } = string.Empty;

        /// <summary>Gets the number of the column from 1; 0 where the whole row came or went.</summary>
        public int ColumnNumber { get; init; }
    }

    /// <summary>Gets whether both say the same.</summary>
    public bool IsEmpty => Sentences.Count == 0 && Charts.Count == 0 && Cells.Count == 0;

    /// <summary>Compares two contents.</summary>
    public static ReportDifference Between(ReportContent before, ReportContent now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        return new([.. SentencesOf(before, now)], [.. ChartDifference.Between(before, now)], [.. AnnexesOf(before, now)]);
    }

    private static IEnumerable<SentenceChange> SentencesOf(ReportContent before, ReportContent now)
    {
        var (old, current) = (Placed(before), Placed(now));
        var figures = before.Facts.ToDictionary(fact => fact.Name, StringComparer.Ordinal);
        var figuresNow = now.Facts.ToDictionary(fact => fact.Name, StringComparer.Ordinal);
        foreach (var key in old.Keys.Union(current.Keys, StringComparer.Ordinal))
        {
            var (one, other) = (old.GetValueOrDefault(key), current.GetValueOrDefault(key));
            if (one.Sentence?.Text != other.Sentence?.Text)
            {
                var names = (one.Sentence?.Facts ?? []).Union(other.Sentence?.Facts ?? [], StringComparer.Ordinal);
                yield return new(key, other.Under ?? one.Under ?? string.Empty, one.Sentence?.Text, other.Sentence?.Text, [.. names.Select(name => Changed(figures.GetValueOrDefault(name), figuresNow.GetValueOrDefault(name))).OfType<FigureChange>()]);
            }
        }
    }

    private static Dictionary<string, (string? Under, ReportContent.Sentence? Sentence)> Placed(ReportContent content)
    {
        var placed = new Dictionary<string, (string? Under, ReportContent.Sentence? Sentence)>(StringComparer.Ordinal);
        var under = string.Empty;
        foreach (var block in content.Body)
        {
            under = block.Level > 0 ? block.Text : under;
            foreach (var sentence in block.Sentences)
            {
                placed.TryAdd(sentence.Key, (under, sentence));
            }
        }

        return placed;
    }

    private static FigureChange? Changed(ReportContent.Figure? before, ReportContent.Figure? now) =>
        Printed(before) == Printed(now) ? null : new((now ?? before)!.Name, (now ?? before)!.Label, Printed(before), Printed(now));

    private static string? Printed(ReportContent.Figure? figure) => figure is null ? null : figure.Shown + figure.Unit;

    private static IEnumerable<CellChange> AnnexesOf(ReportContent before, ReportContent now)
    {
        var (old, current) = (before.Annexes.ToDictionary(annex => annex.Number), now.Annexes.ToDictionary(annex => annex.Number));
        return old.Keys.Union(current.Keys).Order().SelectMany(number => CellsOf(number, old.GetValueOrDefault(number), current.GetValueOrDefault(number)));
    }

    private static IEnumerable<CellChange> CellsOf(int number, ReportContent.Annex? before, ReportContent.Annex? now)
    {
        var (title, columns) = ((now ?? before)!.Title, (now ?? before)!.Columns);
        var (old, current) = (Rows(before), Rows(now));
        foreach (var key in current.Keys.Union(old.Keys, StringComparer.Ordinal))
        {
            var (one, other) = (old.GetValueOrDefault(key), current.GetValueOrDefault(key));
            if (one is null || other is null)
            {
                yield return new(number, title, NameOf((other ?? one)!), string.Empty, one is null ? null : string.Join('　', one.Cells), other is null ? null : string.Join('　', other.Cells)) { RowKey = key };
                continue;
            }

            for (var i = 0; i < Math.Max(one.Cells.Count, other.Cells.Count); i++)
            {
                if (one.Cells.ElementAtOrDefault(i) != other.Cells.ElementAtOrDefault(i))
                {
                    yield return new(number, title, NameOf(other), columns.ElementAtOrDefault(i)?.Replace("\n", string.Empty, StringComparison.Ordinal) ?? string.Empty, one.Cells.ElementAtOrDefault(i), other.Cells.ElementAtOrDefault(i)) { RowKey = key, ColumnNumber = i + 1 };
                }
            }
        }
    }

    private static Dictionary<string, ReportContent.Row> Rows(ReportContent.Annex? annex) => (annex?.Rows ?? []).DistinctBy(row => row.Key).ToDictionary(row => row.Key, StringComparer.Ordinal);

    // Figures come and go; the first words of a row are its name.
    private static string NameOf(ReportContent.Row row) => row.Cells.FirstOrDefault(cell => cell.Length > 1 && !char.IsAsciiDigit(cell[0]) && cell[0] != '-') ?? (row.Cells.Count > 0 ? row.Cells[0] : row.Key);
}
