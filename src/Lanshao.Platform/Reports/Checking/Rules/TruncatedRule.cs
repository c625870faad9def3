using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>What was cut off: titles in the list of annexes, names of units, texts that end with a comma.</summary>
internal static class TruncatedRule
{
    private const int ShortestBeginning = 4;
    private const decimal AlikeShare = 0.6m;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var entry in document.Annexes)
        {
            CheckAnnex(document, entry, log);
        }

        var names = AgencyCells(document).SelectMany(found => found.Names).ToList();
        var complete = names.Where(name => name.Note != NameNote.CutOff).Select(name => name.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var (cell, list, table) in AgencyCells(document).Select(found => (found.Cell, found.Names, found.Table)))
        {
            CheckUnits(document, cell, list, table, complete, log);
        }

        foreach (var passage in document.Passages.Where(passage => passage.Text.TrimEnd().EndsWith('、') || passage.Text.TrimEnd().EndsWith('，')))
        {
            log.Add("DOC-024", CheckKind.Truncated, Severity.Warning, new Spot(passage.Raw[Math.Max(0, passage.Raw.Length - 60)..].Trim(), passage.Where, passage.Origin), [], passage.Text.TrimEnd()[^1..], "。");
        }
    }

    private static void CheckAnnex(CheckedDocument document, AnnexEntry entry, CheckLog log)
    {
        var listed = Bare(entry.Title);
        if (!document.AnnexTitles.TryGetValue(entry.Number, out var spot) || Bare(spot.Text) is not { Length: > 0 } printed || listed.Length == 0)
        {
            log.Unknown();
            return;
        }

        if (listed == printed || HasOnlyBracketOrTime(document, listed, printed) || HasOnlyBracketOrTime(document, printed, listed))
        {
            log.Agree();
            return;
        }

        var shorter = Math.Min(listed.Length, printed.Length);
        if (shorter >= ShortestBeginning && (printed.StartsWith(listed, StringComparison.Ordinal) || listed.StartsWith(printed, StringComparison.Ordinal)))
        {
            var (cut, whole) = listed.Length < printed.Length ? (entry.Spot, spot) : (spot, entry.Spot);
            log.Add("DOC-015", CheckKind.Truncated, Severity.Error, cut, [whole], listed.Length < printed.Length ? entry.Title : spot.Text, listed.Length < printed.Length ? spot.Text : entry.Title);
            return;
        }

        if (document.Year is { } year && PeriodWords.SpanOf(listed, year) is { } one && PeriodWords.SpanOf(printed, year) is { } other && one != other)
        {
            log.Add("DOC-016", CheckKind.Period, Severity.Error, entry.Spot, [spot], entry.Title, spot.Text);
            return;
        }

        if (Likeness.LongestCommon(listed, printed).Length >= shorter * AlikeShare)
        {
            log.Add("DOC-014", CheckKind.NameVariant, Severity.Warning, entry.Spot, [spot], entry.Title, spot.Text);
            return;
        }

        log.Unknown();
    }

    // （截至8月31日） behind a title, 2025年 before it or 2025年1—6月 in it: nothing is cut off.
    private static bool HasOnlyBracketOrTime(CheckedDocument document, string plain, string full) =>
        (full.StartsWith(plain + "（", StringComparison.Ordinal) && full.EndsWith('）') && full.IndexOf('）', plain.Length) == full.Length - 1)
        || (full.Length == plain.Length + 5 && full.EndsWith(plain, StringComparison.Ordinal) && PeriodWords.YearIn(full[..5]) is not null)
        || (document.Year is { } year && DateMentions.FindAll(plain, year).Count == 0 && WithoutTimes(full, year) == plain);

    private static string WithoutTimes(string title, int year)
    {
        var bare = title;
        foreach (var mention in DateMentions.FindAll(title, year).Reverse())
        {
            bare = bare.Remove(mention.Start, mention.End - mention.Start);
        }

        return bare;
    }

    private static string Bare(string title) => ChineseText.Compact(title).Replace('-', '—').Replace('–', '—').Replace("——", "—", StringComparison.Ordinal).TrimEnd('；', ';', '。', '，');

    private static IEnumerable<(CellView Cell, IReadOnlyList<ListedName> Names, TableView Table)> AgencyCells(CheckedDocument document) =>
        from table in document.Tables
        from column in table.Of(ColumnRole.Agency)
        from line in table.Data
        let cell = line.Cell(column)
        where !cell.IsCovered && !cell.IsEmpty
        select (cell, NameList.Read(cell.Source.Lines, document.Names.Lexicon).Names, table);

    private static void CheckUnits(CheckedDocument document, CellView cell, IReadOnlyList<ListedName> names, TableView table, HashSet<string> complete, CheckLog log)
    {
        var cut = names.FirstOrDefault(name => IsCut(document, name, complete));
        if (cut is null)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-025", CheckKind.Truncated, Severity.Error, cell.Spot, [], cut.Text, string.Join("、", Wholes(document, cut.Text, complete)), ("unit", cut.Text), ("table", table.Label));
    }

    private static bool IsCut(CheckedDocument document, ListedName name, HashSet<string> complete) =>
        name.Text.Length == 1 || (name.Note == NameNote.CutOff && document.Names.Resolve(name.Text) is null && Wholes(document, name.Text, complete).Any());

    private static IEnumerable<string> Wholes(CheckedDocument document, string cut, HashSet<string> complete) =>
        complete.Concat(document.Names.Entries.Select(entry => entry.Name)).Distinct()
            .Where(name => cut.Length > 1 && name.Length > cut.Length && name.StartsWith(cut, StringComparison.Ordinal)).Take(3);
}
