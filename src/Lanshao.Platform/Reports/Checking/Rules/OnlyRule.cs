using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>唯一上升的是铁南街道, 仅双峰水库减少, 6个区县均多于上年, 没有断面变差: which rows changed to one side, where only some, all or none of them are said to. Any change that the table has may be meant.</summary>
internal static class OnlyRule
{
    private const int LongestClause = 30;
    private static readonly string[] Only = ["唯一", "仅有", "仅", "只有"];
    private static readonly string[] All = ["均", "都", "全部", "普遍"];
    private static readonly string[] None = ["没有", "无一", "无"];
    private static readonly string[] More = ["多于", "高于", "好于", "大于"];
    private static readonly string[] Less = ["少于", "低于", "小于"];
    private static readonly string[] Moves = ["下降", "上升", "减少", "增加", "增长", "提高", "降低", "反弹", "升高", "提升", "回落"];
    private static readonly string[] Earlier = ["上年", "去年", "上一", "上月", "上周", "同期", "上次"];
    private static readonly string[] Turned = ["不降反升", "不升反降", "由升转降", "由降转升", "除", "其余", "幅度", "最", "以上", "超过"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 2).ToList();
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && tables.Count > 0 && !log.IsSuspect(sentence.Spot)))
        {
            foreach (var (start, clause) in Clauses(sentence))
            {
                CheckClause(document, tables, sentence, start, clause, log);
            }
        }
    }

    private static IEnumerable<(int Start, string Clause)> Clauses(Sentence sentence)
    {
        var start = 0;
        for (var i = 0; i <= sentence.Text.Length; i++)
        {
            if (i == sentence.Text.Length || sentence.Text[i] is '，' or '：' or '（' or '）')
            {
                if (i - start is > 3 and <= LongestClause)
                {
                    yield return (start, sentence.Text[start..i]);
                }

                start = i + 1;
            }
        }
    }

    private static void CheckClause(CheckedDocument document, List<TableView> tables, Sentence sentence, int start, string clause, CheckLog log)
    {
        var isOnly = Headings.Has(clause, Only);
        var isAll = !isOnly && Headings.Has(clause, All);
        var isNone = !isOnly && !isAll && Array.Exists(None, clause.StartsWith);
        if ((!isOnly && !isAll && !isNone) || Headings.Has(clause, Turned) || SignIn(clause) is not { } sign)
        {
            return;
        }

        var found = tables.Select(table => (Table: table, Rows: document.Mentions(table, clause).Select(mention => mention.Line).Distinct().ToList())).Where(known => isOnly ? known.Rows.Count > 0 && known.Rows.TrueForAll(line => line.Kind == LineKind.Data) : known.Rows.Count == 0).ToList();
        found = isOnly ? found : found.FindAll(known => IsOfAll(known.Table, sentence, start, clause));
        var readings = found.SelectMany(known => RowSeries.Changes(known.Table).Where(series => series.Rows.Count > 2).Select(series => (Series: series, known.Rows))).ToList();
        if (readings.Count == 0)
        {
            return;
        }

        if (readings.Exists(reading => Fits(reading.Series, isOnly ? reading.Rows : isAll ? [.. reading.Series.Rows] : [], sign)))
        {
            log.Agree();
            return;
        }

        Add(sentence, start, clause, readings[0].Series, sign, log);
    }

    private static bool Fits(RowSeries series, List<TableLine> rows, int sign) => series.Rows.All(line => rows.Contains(line) == (Math.Sign(series.Of(line)!.Value) == sign));

    // 6个区县均多于上年: a table of 6 rows that are called so.
    private static bool IsOfAll(TableView table, Sentence sentence, int start, string clause) =>
        sentence.Figures.Any(figure => figure.Start >= start && figure.End <= start + clause.Length && figure.IsCounted && figure.Value == table.Data.Count)
        && (Likeness.LongestCommon(table.Title.Text, clause).Length > 1 || Likeness.LongestCommon(table.NameColumn!.Heading, clause).Length > 1);

    private static int? SignIn(string clause) =>
        Headings.Has(clause, Earlier) && Headings.Has(clause, More) != Headings.Has(clause, Less) ? Headings.Has(clause, More) ? 1 : -1 : Headings.Has(clause, Moves) && ChangeSeries.SignIn(clause) is { } sign && sign != 0 && !Headings.Has(clause, "好转", "变好", "变差", "恶化", "改善") ? sign : null;

    private static void Add(Sentence sentence, int start, string clause, RowSeries series, int sign, CheckLog log)
    {
        var matching = series.Rows.Where(line => Math.Sign(series.Of(line)!.Value) == sign).ToList();
        log.Add("DOC-009", CheckKind.Count, Severity.Error, sentence.Spot, (matching.Count > 0 ? matching : series.Rows).Select(line => line.Cell(series.Column).Spot), sentence.Quote(start, start + clause.Length).Text, $"{Numbers.Count(matching.Count)}个",
            ("table", series.Table.Label), ("heading", series.Column.Heading), ("names", matching.Count == 0 ? "无" : string.Join("、", matching.Take(20).Select(line => line.Name))));
    }
}
