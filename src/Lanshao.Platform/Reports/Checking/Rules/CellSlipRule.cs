using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>A figure that no cell, no other place and no reckoning gives, in a sentence that names a row and a column, of which the cell has nearly it or its digits in another order, in a paragraph that reads from that table and has the cell's figure nowhere.</summary>
internal static class CellSlipRule
{
    private const decimal Near = 0.1m;
    private const decimal LeastTelling = 10m;
    private static readonly string[] Others =
        ["去年", "上年", "同期", "上月", "上周", "上季", "上一", "目标", "计划", "任务", "力争", "预计", "预报", "标准", "要求", "不少于", "不低于", "不超过", "控制", "其余", "其他", "剩余", "尚", "还", "未", "近", "约", "某", "年的", "月的", "每", "均", "需", "须"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 1).ToList();
        var printed = tables.Count == 0 ? [] : tables.SelectMany(table => table.Lines.SelectMany(line => table.Columns.Select(column => table.Scaled(line, column)))).OfType<Figure>().Select(figure => Math.Abs(figure.Value)).ToHashSet();
        var said = tables.Count == 0 ? null : document.Sentences.Where(sentence => sentence.Passage.Table is null).SelectMany(sentence => sentence.Figures).GroupBy(figure => (figure.Value, figure.UnitText)).ToDictionary(group => group.Key, group => group.Count());
        foreach (var sentence in said is null ? [] : document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 0))
        {
            foreach (var figure in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit: not null } && (figure.Value >= LeastTelling || figure.Step < 1m) && !printed.Contains(Math.Abs(figure.Value)) && said![(figure.Value, figure.UnitText)] == 1))
            {
                if (!log.IsSuspect(sentence.Spot))
                {
                    CheckFigure(document, tables, sentence, figure, log);
                }
            }
        }
    }

    private static void CheckFigure(CheckedDocument document, List<TableView> tables, Sentence sentence, Figure figure, CheckLog log)
    {
        if (Headings.Has(sentence.ClauseBefore(figure.Start), Others) || sentence.IsExcepted(figure.Start))
        {
            return;
        }

        var read = tables.FindAll(table => document.Links.IsRead(sentence, table));
        var found = read.SelectMany(table => Cells(document, table, sentence, figure)).FirstOrDefault(cell => IsSlip(figure, cell.Printed) && !IsClaimed(sentence.Passage, cell.Printed));
        if (found is null)
        {
            return;
        }

        if (FollowsFromText(sentence, figure) || read.Exists(table => FollowsFromRows(document, table, sentence, figure)))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-032", CheckKind.FigureConflict, Severity.Warning, sentence.Spot, [found.Line.Cell(found.Column).Spot], sentence.Quote(figure).Text, found.Line.Cell(found.Column).Text, ("name", found.Line.Name), ("table", found.Table.Label), ("heading", found.Column.Heading));
    }

    // The cells of rows that the sentence names, or of all rows, under columns that the words before the figure name.
    private static IEnumerable<Candidate> Cells(CheckedDocument document, TableView table, Sentence sentence, Figure figure)
    {
        var words = sentence.Text[..figure.Start];
        var clause = sentence.ClauseBefore(figure.Start);
        var label = sentence.LabelOf(figure).TrimEnd('为', '达', '共', '计', '合');
        var rows = document.Mentions(table, words).Select(mention => mention.Line).Distinct().ToList();
        var isInClause = document.Mentions(table, clause).Count > 0;
        return from line in rows.Concat(table.Lines.Where(line => line.Kind is LineKind.Total or LineKind.Summary))
               from column in document.ValuesOf(table).Fitting(line, figure)
               where !Headings.IsBefore(column.Heading) && (Likeness.LongestCommon(column.Core, clause).Length > 1 || label.EndsWith(column.Core, StringComparison.Ordinal) || (isInClause && line.Kind == LineKind.Data) || (line.Kind == LineKind.Data && Likeness.LongestCommon(column.Core, words).Length > 1))
               let printed = table.Scaled(line, column)
               where printed is not null
               select new Candidate(table, line, column, printed);
    }

    private static bool IsSlip(Figure figure, Figure printed)
    {
        var (said, cell) = (Math.Abs(figure.Value), Math.Abs(printed.Value));
        return figure.Step == printed.Step && said != cell && cell > 0m && (Math.Abs(said - cell) <= Near * cell || Digits(said) == Digits(cell));
    }

    private static string Digits(decimal value) => string.Concat(Numbers.Plain(value).Where(char.IsAsciiDigit).Order());

    private static bool IsClaimed(Passage passage, Figure printed) => passage.Sentences.Any(sentence => sentence.Figures.Any(figure => Math.Abs(figure.Value) == Math.Abs(printed.Value)));

    // Sums, differences, parts and changes of what stands near.
    private static bool FollowsFromText(Sentence sentence, Figure figure)
    {
        var others = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).TakeLast(3).SelectMany(other => other.Figures.Where(known => (other != sentence || known.Start != figure.Start) && !known.IsOrdinal && known.Unit is not null)).ToList();
        return others.Exists(one => others.Exists(other => one != other && (figure.IsShare()
            ? one.Rounded.PercentOf(other.Rounded) is { } ratio && (Agrees(figure, ratio) || Agrees(figure, ratio.Minus(NumberInterval.Of(100m)))) | (one.IsShare() && other.IsShare() && Agrees(figure, one.Rounded.Minus(other.Rounded)))
            : !one.IsShare() && !other.IsShare() && (Agrees(figure, one.Rounded.Minus(other.Rounded)) || Agrees(figure, one.Rounded.Plus(other.Rounded)) || (other.Value != 0m && Agrees(figure, one.Rounded.Times(1m / other.Value)))))));
    }

    private static bool FollowsFromRows(CheckedDocument document, TableView table, Sentence sentence, Figure figure)
    {
        var rows = document.Mentions(table, sentence.Passage.Text).Select(mention => mention.Line).Distinct().ToList();
        var values = document.ValuesOf(table);
        var all = rows.Concat(values.Ends).Distinct().ToList();
        return values.Of(all, all, figure).Any(value => Agrees(figure, value.Value)) || values.Of(rows, [], figure).Any(value => Agrees(figure, value.Value));
    }

    private static bool Agrees(Figure figure, NumberInterval value) => figure.Rounded.Overlaps(value) || figure.Rounded.Overlaps(value.Negated());

    private sealed record Candidate(TableView Table, TableLine Line, TableColumn Column, Figure Printed);
}
