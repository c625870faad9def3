using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Of which table a sentence speaks that names its rows: by its words, its days, the pollutant named before, or because no other comes into question.</summary>
internal static class MeantTable
{
    private const int DaysOfMonth = 31;

    /// <summary>Whether the words at a place speak of a table's values.</summary>
    public static bool IsMeant(CheckedDocument document, Sentence sentence, int at, TableView table) => !IsOfOtherDays(document, sentence, table) && !IsOfOtherItem(sentence, table) && IsSingledOut(document, sentence, at, table);

    // 1.PM2.5浓度情况 and what follows in that paragraph: a table of TSP is not meant.
    private static bool IsOfOtherItem(Sentence sentence, TableView table)
    {
        if (Indicator.Symbols(Indicator.Normal(sentence.Text)).Count > 0 || Indicator.Symbols(Indicator.Normal(table.Title.Text)) is not { Count: > 0 } own)
        {
            return false;
        }

        var said = sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).Reverse().Select(other => Indicator.Symbols(Indicator.Normal(other.Text))).FirstOrDefault(symbols => symbols.Count > 0);
        return said is not null && !own.Overlaps(said);
    }

    /// <summary>Whether the words speak of other days: 二、1—10月日数情况, where a table of those days stands beside that of October.</summary>
    public static bool IsOfOtherDays(CheckedDocument document, Sentence sentence, TableView table)
    {
        // 1月1日—11月16日（320天）: no table of a week.
        if (Headings.Has(table.Title.Text, "周均", "本周", "当周") && document.Year is { } known && sentence.SpanIn(known) is { Days: > DaysOfMonth })
        {
            return true;
        }

        if (Headings.Has(table.Title.Text, "预报", "预测") && !Headings.Has(sentence.Passage.Text, "预报", "预测", "预计"))
        {
            return true;
        }

        if (document.Year is not { } year || TableLinks.SpanOf(document, table) is not { } own)
        {
            return false;
        }

        var said = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).Reverse().Select(other => other.SpanIn(year)).FirstOrDefault(span => span is not null) ?? PeriodWords.SpanOf(sentence.Passage.Subject, year);
        return said is not null && said != own && document.Tables.Any(other => other != table && TableLinks.SpanOf(document, other) == said);
    }

    private static bool IsSingledOut(CheckedDocument document, Sentence sentence, int at, TableView table) =>
        document.Links.Find(sentence, at) == table || (table.Unit is { Kind: not UnitKind.Count } && IsAbout(document, sentence, at, table)) || NamesColumn(document, sentence, table) || IsByHeading(document, sentence, at, table);

    // Where nothing else says which table is meant.
    private static bool IsByHeading(CheckedDocument document, Sentence sentence, int at, TableView table) =>
        document.Links.Find(sentence, at) is null && document.Links.FindByHeading(sentence) == table;

    // 优良天数由2021年的271天增加到…: the words name a column, and no other table has such a column or rows that the sentence names.
    private static bool NamesColumn(CheckedDocument document, Sentence sentence, TableView table)
    {
        var words = sentence.NormalContext;
        if (!HasColumn(table, words))
        {
            return false;
        }

        var isOfTimes = table.Data.All(line => char.IsAsciiDigit(line.Name[0]));
        var isOtherTime = !isOfTimes && document.Year is { } year && sentence.SpanIn(year) is { } said && TableLinks.SpanOf(document, table) is { } own && said != own;
        return !isOtherTime && !document.Tables.Any(other => other != table && other.NameColumn is not null && (isOfTimes || HasColumn(other, words)) && document.Mentions(other, sentence.Text).Count > 0);
    }

    private static bool HasColumn(TableView table, string words) =>
        table.Columns.Any(column => (column.IsValue || column.Role == ColumnRole.Percent) && !Headings.IsBefore(column.Heading) && column.Core.Length > 2 && words.Contains(column.NormalCore, StringComparison.Ordinal));

    /// <summary>Whether an extreme at a place is one of the table's: it may stand beside a column of counts.</summary>
    public static bool MayBeOf(CheckedDocument document, Sentence sentence, int at, TableView table) => !IsOfOtherDays(document, sentence, table) && (IsAbout(document, sentence, at, table) || NamesColumn(document, sentence, table) || IsByHeading(document, sentence, at, table));

    // Where no words name a table, the only one whose rows the paragraph names.
    private static bool IsAbout(CheckedDocument document, Sentence sentence, int at, TableView table) =>
        (document.Links.Find(sentence, at) ?? document.Links.FindByNames(document, sentence, _ => true)) == table;
}
