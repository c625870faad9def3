using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>How the rows of a table changed against some earlier time: a printed column of changes, or two columns of values or of classes.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column that is shown for a row.</param>
/// <param name="Of">The change of a row; of classes in classes, so that less is better; null where it has none.</param>
internal sealed record ChangeSeries(TableView Table, TableColumn Column, Func<TableLine, decimal?> Of)
{
    /// <summary>Whether classes are compared: 水质下降 is a greater class.</summary>
    public bool IsOfClasses => Column.Role == ColumnRole.Class;

    /// <summary>The rows that have a change.</summary>
    public IReadOnlyList<TableLine> Rows => [.. Table.Data.Where(line => Of(line) is not null)];

    /// <summary>The changes that a statement speaks of; null where the table has none or several that could be meant.</summary>
    /// <param name="table">The table.</param>
    /// <param name="term">With what is compared; null where that is not said.</param>
    /// <param name="words">What the statement says, to choose among columns.</param>
    /// <param name="sentence">The statement, whose days choose among columns.</param>
    public static ChangeSeries? For(TableView table, string? term, string words, Sentence? sentence = null) => OfColumns(table, term, words, sentence) ?? OfPairs(table, term, words);

    /// <summary>The changes that the words up to a place speak of, in the table that they or the names of the paragraph single out.</summary>
    public static ChangeSeries? Near(CheckedDocument document, Sentence sentence, int at)
    {
        var words = sentence.Text[..at];
        var term = ComparisonTerms.In(words) ?? sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).Reverse().Take(2).Select(other => ComparisonTerms.In(other.Text)).FirstOrDefault(found => found is not null);
        bool IsKind(TableView other) => For(other, term, words, sentence) is not null;
        return (document.Links.Find(sentence, at) is { } table ? For(table, term, words, sentence) : null)
            ?? ((document.Links.FindByNames(document, sentence, IsKind) ?? document.Links.ReadOf(sentence, IsKind)) is { } near ? For(near, term, words, sentence) : null);
    }

    private static ChangeSeries? OfColumns(TableView table, string? term, string words, Sentence? sentence)
    {
        var all = table.Of(ColumnRole.Change).Where(column => TableLinks.MayMean(column, words)).ToList();
        var said = term is null ? [] : all.FindAll(column => ComparisonTerms.Speaks(column.Heading, term));
        var silent = all.FindAll(column => ComparisonTerms.GroupOf(column.Heading) is not (ComparisonTerms.LastYear or ComparisonTerms.Previous) || term is null);
        var found = said.Count > 0 ? said : silent;
        found = sentence is null ? found : TableLinks.OfPeriod(table, found, sentence);
        var chosen = found.Count == 1 ? found[0] : found.FindAll(column => column.Core.Length > 1 && words.Contains(column.Core, StringComparison.Ordinal)) is [var named] ? named : null;
        return chosen is null || (said.Count == 0 && all.Count > 1) ? null : new ChangeSeries(table, chosen, line => line.Value(chosen));
    }

    private static ChangeSeries? OfPairs(TableView table, string? term, string words)
    {
        if (term is null)
        {
            return null;
        }

        var classes = table.Of(ColumnRole.Class).ToList();
        if (classes.Count > 1 && !table.Of(ColumnRole.Change).Any())
        {
            return OfClasses(table, classes, term);
        }

        var values = table.Columns.Where(column => column.Role is ColumnRole.Number or ColumnRole.Total && !Headings.IsTarget(column.Heading)).ToList();
        var before = values.FindAll(column => ComparisonTerms.Speaks(column.Heading, term));
        var now = values.FindAll(column => ComparisonTerms.GroupOf(column.Heading) is not (ComparisonTerms.LastYear or ComparisonTerms.Previous) && !before.Contains(column) && TableLinks.MayMean(column, words));
        // 上周合计 is the last week of 合计.
        now = before is [var only] && now.FindAll(column => only.Heading.EndsWith(column.Heading, StringComparison.Ordinal)) is { Count: 1 } same ? same : now;
        return before is [var old] && now is [var own] && !table.Of(ColumnRole.Change).Any()
            ? new ChangeSeries(table, own, line => line.Value(own) - line.Value(old)) : null;
    }

    // 9月, 8月, 去年9月: this month stands first.
    private static ChangeSeries? OfClasses(TableView table, List<TableColumn> classes, string term)
    {
        var earlier = classes.FindAll(column => ComparisonTerms.GroupOf(column.Heading) == ComparisonTerms.LastYear);
        var others = classes.FindAll(column => !earlier.Contains(column));
        var old = term == ComparisonTerms.LastYear ? earlier.FirstOrDefault() : others.Count == 2 ? others[1] : null;
        return old is null || others.Count == 0 ? null : new ChangeSeries(table, others[0], line => LevelOf(line.Cell(others[0])) - LevelOf(line.Cell(old)));
    }

    private static decimal? LevelOf(CellView cell) => WaterClass.TryParse(cell.Text, out var found) ? found.National.Level : null;

    /// <summary>The sign of the change that words speak of: 1 for more, −1 for less or better, 0 for 持平; null where they speak of none.</summary>
    public static int? SignIn(string words)
    {
        int? sign = null;
        foreach (var (word, of) in (ReadOnlySpan<(string, int)>)[("持平", 0), ("保持稳定", 0), ("无变化", 0), ("好转", -1), ("变好", -1), ("改善", -1), ("变差", 1), ("恶化", 1), ("反弹", 1)])
        {
            sign = words.Contains(word, StringComparison.Ordinal) ? sign is null || sign == of ? of : 9 : sign;
        }

        var direction = Directions.In(words);
        return sign is null ? direction == 0 ? null : direction : direction != 0 && sign == 0 ? null : sign == 9 ? null : sign;
    }
}
