namespace Lanshao.Platform.Reports.Checking;

/// <summary>Finds the table that a statement is about: by the thing that is measured, the places that are listed, and the period. In doubt there is none.</summary>
internal sealed class TableLinks
{
    private const int AnyYear = 2023;
    private const int MostKept = 20_000;
    private static readonly string[] Noise =
        ["情况", "统计", "汇总", "一览", "表", "累计", "各街道", "各乡镇", "各镇", "各区", "（地区）", "街道", "地区", "上半年", "下半年", "季度", "全年", "年度", "年", "月", "监测", "工作", "进展", "完成", "有关", "数据", "结果", "排名", "明细", "主要", "全区", "各"];

    private static readonly string[] Scopes = ["街道", "乡镇", "断面", "点位", "社区", "园区", "企业", "区县", "各区", "各镇"];

    private static readonly string[] Compared = ["去年同期", "上年同期", "去年同月", "上年同月", "与去年", "与上年", "较去年", "较上年", "比去年", "比上年"];
    private readonly List<(TableView Table, string Title, List<string> Keys, IReadOnlySet<string> Symbols, DaySpan? Span)> _tables;
    private readonly CheckedDocument _document;
    private readonly TableWitnesses _witnesses;
    private readonly Dictionary<Sentence, Dictionary<int, TableView?>> _found = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Words, DaySpan? Span, string? Scope), (TableView? Table, bool Named)> _matches = [];
    private readonly Dictionary<Passage, HashSet<TableView>> _spoken = new(ReferenceEqualityComparer.Instance);

    public TableLinks(CheckedDocument document)
    {
        _document = document;
        _tables = [.. document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 2).Select(table =>
        {
            var title = Indicator.Normal(table.Title.Text);
            var symbols = Indicator.Symbols(title) is { Count: > 0 } named ? named : Indicator.Symbols(Indicator.Normal(string.Join('，', table.Columns.Select(column => column.Heading))));
            return (table, title, KeysOf(title, symbols), symbols, SpanOf(document, table));
        })];
        _witnesses = new TableWitnesses(document, [.. _tables.Select(known => known.Table)]);
    }

    /// <summary>The days that a table is about, as its title says.</summary>
    public static DaySpan? SpanOf(CheckedDocument document, TableView table) => document.SpanOf(table);

    /// <summary>Finds the table for words of a sentence; where they name nothing, what stands before in the paragraph and the headings above decide.</summary>
    public TableView? Find(Sentence sentence, int at)
    {
        if (!_found.TryGetValue(sentence, out var places))
        {
            _found[sentence] = places = [];
        }

        if (!places.TryGetValue(at, out var table))
        {
            places[at] = table = FindFor(sentence, at, ScopeOf(sentence.Text));
        }

        return table;
    }

    /// <summary>Finds the table for words of a sentence where it is of a kind, else the only one of the kind whose rows the paragraph names.</summary>
    public TableView? FindWith(Sentence sentence, int at, Func<TableView, bool> isKind) => Find(sentence, at) is { } table && isKind(table) ? table : FindByNames(_document, sentence, isKind) ?? ReadOf(sentence, isKind);

    /// <summary>Finds the only table of a kind whose rows a paragraph names or counts; null where there are several.</summary>
    public TableView? FindByNames(CheckedDocument document, Sentence sentence, Func<TableView, bool> isKind)
    {
        var spoken = sentence.Passage.Table is not null ? [] : SpokenIn(document, sentence.Passage);
        var symbols = sentence.Symbols;
        // Where there are tables of what a sentence names, a table that names nothing is not meant.
        var isMeasured = _tables.Exists(known => known.Symbols.Overlaps(symbols));
        var found = sentence.Passage.Table is not null ? [] : _tables.Where(known => isKind(known.Table) && (symbols.Count == 0 || (known.Symbols.Count == 0 && !isMeasured) || known.Symbols.Overlaps(symbols)) && spoken.Contains(known.Table)).ToList();
        var scored = found.Count < 2 ? [] : found.Select(known => (known.Table, Score: Score(known.Keys, known.Symbols, sentence.Normal, symbols))).OrderByDescending(known => known.Score).ToList();
        return found is [var only] ? only.Table : scored.Count > 1 && scored[0].Score >= 2 && scored[0].Score > scored[1].Score ? scored[0].Table : found.Count > 1 ? _witnesses.Best(sentence, table => found.Exists(known => known.Table == table)) : null;
    }

    /// <summary>The table of a kind from which a sentence, else its paragraph, reads its figures.</summary>
    public TableView? ReadOf(Sentence sentence, Func<TableView, bool> isKind) => sentence.Passage.Table is null ? _witnesses.Best(sentence, isKind) : null;

    /// <summary>Whether the figures of a sentence's paragraph come from a table.</summary>
    public bool IsRead(Sentence sentence, TableView table) => _witnesses.IsRead(sentence.Passage, table);

    /// <summary>Finds the table of which a column is named by a sentence that names a row or counts all rows, where no other has such a column: 扬尘类 for 扬尘类排查数（个）.</summary>
    public TableView? FindByHeading(Sentence sentence)
    {
        if (sentence.Passage.Table is not null)
        {
            return null;
        }

        var scored = _tables.Select(known => (known.Table, Score: HeadingScore(known.Table, sentence.Text))).Where(known => known.Score > 0)
            .Where(known => _document.Mentions(known.Table, sentence.Text).Count > 0 || CountsRows(known.Table, sentence.Text)).OrderByDescending(known => known.Score).Take(2).ToList();
        return scored.Count == 1 || (scored.Count == 2 && scored[0].Score > scored[1].Score) ? scored[0].Table : null;
    }

    private static int HeadingScore(TableView table, string words) =>
        table.Columns.Where(column => (column.IsValue || column.Role == ColumnRole.Percent) && !Headings.IsBefore(column.Heading) && MayMean(column, words))
            .Select(column => Likeness.LongestCommon(column.Core, words).Length).Where(length => length > 2).DefaultIfEmpty(0).Max();

    /// <summary>The columns of which words name the most; several where merged headings share their beginning.</summary>
    public static List<TableColumn> NamedColumns(TableView table, string words)
    {
        var values = table.Columns.Where(column => column.Role == ColumnRole.Number && !Headings.IsBefore(column.Heading) && MayMean(column, words)).Select(column => (Column: column, Length: Likeness.LongestCommon(column.Core, words).Length)).Where(named => named.Length > 2).ToList();
        return values.Count == 0 ? [] : [.. values.Where(named => named.Length == values.Max(other => other.Length)).Select(named => named.Column)];
    }

    // The tables of which a paragraph names two rows, or counts the rows.
    private HashSet<TableView> SpokenIn(CheckedDocument document, Passage passage)
    {
        if (!_spoken.TryGetValue(passage, out var tables))
        {
            _spoken[passage] = tables = [.. _tables.Select(known => known.Table).Where(table => CountsRows(table, passage.Text) || document.Mentions(table, passage.Text).Select(mention => mention.Line).Distinct().Skip(1).Any())];
        }

        return tables;
    }

    // 12个街镇 for a table whose names are headed 街镇.
    private static bool CountsRows(TableView table, string text)
    {
        var noun = table.NameColumn!.Core.Replace("名称", "", StringComparison.Ordinal);
        return noun.Length > 1 && (text.Contains("个" + noun, StringComparison.Ordinal) || text.Contains("各" + noun, StringComparison.Ordinal) || text.Contains("的" + noun, StringComparison.Ordinal));
    }

    /// <summary>Finds the table that lists places of a kind.</summary>
    public TableView? FindFor(Sentence sentence, int at, string? scope)
    {
        if (sentence.Passage.Table is not null)
        {
            return null;
        }

        scope = scope is "城六区" or "全市" or "中心城区" or "各区" ? "各区" : scope;
        var span = SpanOf(sentence);
        foreach (var words in Contexts(sentence, at))
        {
            var (found, named) = Match(words, span, scope);
            if (found is not null || named)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether a column may be meant by words: one that is headed PM10 is not meant by PM2.5.</summary>
    public static bool MayMean(TableColumn column, string words) =>
        column.Symbols.Count == 0 || Indicator.Symbols(Indicator.Normal(words)) is not { Count: > 0 } said || column.Symbols.Overlaps(said);

    /// <summary>The column that a statement about the table's values means: the only one, the one that its words name, or the one of the totals.</summary>
    public static TableColumn? ValueColumn(TableView table, string words)
    {
        var values = table.Columns.Where(column => column.IsValue && !Headings.IsBefore(column.Heading) && MayMean(column, words)).ToList();
        var likeness = values.Select(column => column.Role == ColumnRole.Number ? Likeness.LongestCommon(column.Core, words).Length : 0).DefaultIfEmpty(0).Max();
        var named = likeness < 2 ? [] : values.FindAll(column => column.Role == ColumnRole.Number && Likeness.LongestCommon(column.Core, words).Length == likeness);
        var measured = named.Count > 0 ? named : values.FindAll(column => column.Role == ColumnRole.Number);
        return Latest(measured) is { } latest ? latest : measured.Select(column => column.Core).Distinct().Count() == 1 ? Finest(table, measured)
            : named.Count == 0 ? OnlyTotal(values) : null;
    }

    /// <summary>Of columns with the same figures the one with the most decimals.</summary>
    public static TableColumn? Finest(TableView table, List<TableColumn> columns) => columns.MinBy(column => table.With(column).Select(line => line.Cell(column).Figure!.Step).DefaultIfEmpty(1m).Min());

    // 合计 beside 二季度合计 is of now.
    private static TableColumn? OnlyTotal(List<TableColumn> values)
    {
        var totals = values.FindAll(column => column.Role == ColumnRole.Total);
        return totals is [var total] ? total : totals.FindAll(column => totals.TrueForAll(other => other.Heading.EndsWith(column.Heading, StringComparison.Ordinal))) is [var plain] ? plain : null;
    }

    /// <summary>The column that an extreme is about: a rate where the words name one, else a value.</summary>
    public static TableColumn? ExtremeColumn(TableView table, string clause, string words)
    {
        // 超标率高于平均的有4个，其中甲市最高: a clause that names nothing goes on with what the sentence is about.
        clause = Headings.Has(clause, "率", "比例", "占比") || table.Columns.Any(column => Likeness.LongestCommon(column.Core, clause).Length >= 2 && column.Role != ColumnRole.Name) ? clause : words;
        if (table.Columns.Where(column => column.IsValue && column.Core.Length > 1 && !Headings.IsBefore(column.Heading) && clause.EndsWith(column.Core, StringComparison.Ordinal)).ToList() is [var whole])
        {
            return whole;
        }

        var rates = Headings.Has(clause, "率", "比例", "占比") ? table.Of(ColumnRole.Percent).ToList() : [];
        var likeness = rates.Select(column => Likeness.LongestCommon(column.Heading, clause).Length).DefaultIfEmpty(0).Max();
        return likeness >= 2 ? rates.FindAll(column => Likeness.LongestCommon(column.Heading, clause).Length == likeness) is [var rate] ? rate : null : rates.Count > 0 ? null : ValueColumn(table, words);
    }

    /// <summary>Of several columns those of the days that a sentence or one before it names; all where none are named. A column of changes is of the days of the values before it.</summary>
    public static List<TableColumn> OfPeriod(TableView table, List<TableColumn> columns, Sentence sentence)
    {
        var span = columns.Count < 2 ? null : sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).Reverse().Select(other => DaysOf(other.SpanIn(AnyYear))).FirstOrDefault(days => days is not null);
        var found = span is null ? [] : columns.FindAll(column => DaysIn(column.Heading) == span || (column.Role == ColumnRole.Change && DaysIn(column.Heading) is null && Measured(table, column) is { } measured && DaysIn(measured.Heading) == span));
        return found.Count > 0 ? found : columns;
    }

    private static TableColumn? Measured(TableView table, TableColumn change) => table.Columns.LastOrDefault(column => column.Index < change.Index && column.IsValue && !Headings.IsBefore(column.Heading));

    // Of whichever year.
    private static (int, int)? DaysIn(string text) => DaysOf(PeriodWords.SpanOf(text, AnyYear));

    private static (int, int)? DaysOf(DaySpan? days) => days is { } span ? (span.From.DayOfYear, span.To.DayOfYear) : null;

    /// <summary>Of several columns that are headed by years the last; null for others.</summary>
    public static TableColumn? Latest(IReadOnlyList<TableColumn> columns) =>
        columns.Count > 1 && columns.All(column => PeriodWords.YearIn(column.Heading) is not null) ? columns.MaxBy(column => PeriodWords.YearIn(column.Heading)) : null;

    /// <summary>Whether words name what a table is about.</summary>
    public bool IsNamed(TableView table, string words) => _tables.Exists(known => known.Table == table && Score(known.Keys, known.Symbols, words, Indicator.Symbols(words)) >= 2);

    // In a table of months a month is a row, not the days that the table is about.
    private static bool IsByMonth(TableView table) => table.NameColumn!.Heading.Contains('月', StringComparison.Ordinal);

    // Behind a semicolon the days of the words before it go on.
    private DaySpan? SpanOf(Sentence sentence)
    {
        if (_document.Year is not { } year)
        {
            return null;
        }

        var before = sentence.Start > 0 && sentence.Passage.Text[sentence.Start - 1] == '；' ? sentence.Passage.Sentences.LastOrDefault(other => other.Start < sentence.Start) : null;
        return PeriodWords.SpanOf(WithoutComparison(sentence.Text), year) ?? (before is null ? null : PeriodWords.SpanOf(WithoutComparison(before.Text), year));
    }

    // 与上年同期相比: what is compared with is not what is spoken of.
    private static string WithoutComparison(string text) => Compared.Aggregate(text, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));

    // 各街道, 9个街道, 无街道: the kind of places that is spoken of; the 街道 in a name is none.
    private static string? ScopeOf(string text) => Array.Find(Scopes, word => text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
        && (word.StartsWith('各') || (at > 0 && text[at - 1] is '各' or '个' or '无' or '有')));

    private static IEnumerable<string> Contexts(Sentence sentence, int at)
    {
        yield return sentence.ClauseBefore(at) + sentence.Text[at..sentence.ClauseEnd(at)];
        yield return sentence.Text[..at];
        foreach (var before in sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).Reverse().Take(2))
        {
            yield return before.Text;
        }

        yield return sentence.Passage.Subject;
    }

    // The best of the tables, if it is better than all others; named says that the words name something measured, be there a table or not.
    private (TableView? Table, bool Named) Match(string words, DaySpan? span, string? scope)
    {
        if (!_matches.TryGetValue((words, span, scope), out var match))
        {
            match = (BestOf(Indicator.Normal(words), span, scope, out var named), named);
            if (_matches.Count < MostKept)
            {
                _matches[(words, span, scope)] = match;
            }
        }

        return match;
    }

    private TableView? BestOf(string words, DaySpan? span, string? scope, out bool named)
    {
        var symbols = Indicator.Symbols(words);
        named = symbols.Count > 0;
        var scored = _tables
            .Where(table => symbols.Count == 0 ? table.Symbols.Count == 0 : table.Symbols.Overlaps(symbols))
            .Where(table => span is not { } days || table.Span is not { } own || days == own || (IsByMonth(table.Table) && own.Contains(days)))
            .Where(table => scope is null || table.Title.Contains(scope, StringComparison.Ordinal) || table.Table.NameColumn!.Heading.Contains(scope, StringComparison.Ordinal))
            .Select(table => (table.Table, Score: Score(table.Keys, table.Symbols, words, symbols)))
            .Where(found => found.Score >= 2).OrderByDescending(found => found.Score).Take(2).ToList();
        named |= scored.Count > 0;
        return scored.Count == 1 || (scored.Count == 2 && scored[0].Score > scored[1].Score) ? scored[0].Table : null;
    }

    private static int Score(List<string> keys, IReadOnlySet<string> tableSymbols, string words, IReadOnlySet<string> symbols) =>
        (tableSymbols.Overlaps(symbols) ? 4 : 0) + keys.Select(key => Likeness.LongestCommon(key, words).Length).Where(length => length >= 2).Sum();

    private static List<string> KeysOf(string title, IReadOnlySet<string> symbols)
    {
        var rest = title;
        foreach (var word in symbols)
        {
            rest = rest.Replace(word, "|", StringComparison.Ordinal);
        }

        foreach (var word in Noise)
        {
            rest = rest.Replace(word, "|", StringComparison.Ordinal);
        }

        return [.. rest.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim("0123456789—-–~、（）()的".ToCharArray())).Where(part => part.Length >= 2)];
    }
}
