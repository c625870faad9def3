using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>在…—…之间, 范围为…—…: the ends against the least and the greatest value of the table that lists them.</summary>
internal static class RangeRule
{
    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            for (var i = 0; i + 1 < sentence.Figures.Count; i++)
            {
                if (RangeAt(sentence, i) is { } range)
                {
                    CheckRange(document, range, log);
                    i++;
                }
            }
        }
    }

    private static PrintedRange? RangeAt(Sentence sentence, int i)
    {
        var (low, high) = (sentence.Figures[i], sentence.Figures[i + 1]);
        var between = low.End <= high.Start ? sentence.Text[low.End..high.Start] : "";
        var dash = between.Length is > 0 and <= 8 && between[0] is '—' or '-' or '–' or '~' or '～' or '至' or '到' or '－';
        var around = sentence.Text[Math.Max(0, low.Start - 14)..low.Start];
        var behind = sentence.Text[high.End..Math.Min(sentence.Text.Length, high.End + 6)];
        if (!dash || !(around.Contains("范围", StringComparison.Ordinal) || behind.Contains("之间", StringComparison.Ordinal) || around.EndsWith('在') || around.EndsWith('为') || around.EndsWith("介于", StringComparison.Ordinal)))
        {
            return null;
        }

        var (lowSign, highSign) = (Directions.Before(sentence.Text, low.Start), Directions.In(between.AsSpan(1)));
        return new PrintedRange(sentence, low, high, lowSign, highSign == 0 && lowSign < 0 ? lowSign : highSign);
    }

    private static void CheckRange(CheckedDocument document, PrintedRange range, CheckLog log)
    {
        var clause = range.Sentence.ClauseBefore(range.Low.Start);
        var isChange = Headings.Has(clause, "同比", "环比", "变化", "增幅", "降幅");
        var table = document.Links.Find(range.Sentence, range.Low.Start)
            ?? document.Links.FindByNames(document, range.Sentence, IsKind) ?? document.Links.ReadOf(range.Sentence, IsKind);
        bool IsKind(TableView other) => isChange ? other.Of(ColumnRole.Change).Any() : other.Columns.Any(column => range.Fits(other, column) && column.Role != ColumnRole.Change && Likeness.LongestCommon(column.Core, clause).Length >= 2);
        var columns = table?.Columns.Where(column => TableLinks.MayMean(column, clause) && range.Fits(table, column) && (isChange ? column.Role == ColumnRole.Change : column.Role != ColumnRole.Change && !Headings.IsBefore(column.Heading))).ToList() ?? [];
        columns = columns.FindAll(column => Likeness.LongestCommon(column.Core, clause).Length >= 2 && column.Role == ColumnRole.Percent) is { Count: > 0 } named ? named : columns;
        columns = table is null ? columns : TableLinks.OfPeriod(table, columns, range.Sentence);
        if (columns.Count == 0 || Headings.Has(clause, "除", "其余", "其他") || (range.Sentence.Text.AsSpan(0, range.Low.Start).IndexOf("中，") is > 0 and var among && Headings.Has(range.Sentence.Text[..among], "最好的", "最差的", "最高的", "最低的", "最优的", "前", "后")))
        {
            log.Unknown();
            return;
        }

        var spans = columns.ConvertAll(column => Span.Of(table!, column, range));
        // 降幅在2.0%—9.9%之间 of a column of changes with their signs.
        if (isChange && range is { LowSign: 0, HighSign: 0 } && clause.Contains("降幅", StringComparison.Ordinal))
        {
            spans.AddRange(columns.ConvertAll(column => Span.Of(table!, column, range with { LowSign = -1, HighSign = -1 })));
        }

        if (spans.Exists(span => span.Agrees))
        {
            log.Agree();
            return;
        }

        // In several columns it is one of several things: what does not come near to any is about something else.
        var nearest = spans.OrderByDescending(span => span.EndsRight).ThenByDescending(span => span.SameStep).First();
        if (nearest.EndsRight == 0 && spans.Count > 1 && !isChange && columns.Select(column => column.Core).Distinct().Count() > 1)
        {
            log.Unknown();
            return;
        }

        var computed = nearest.Words(range);
        log.Add("DOC-003", CheckKind.Range, Severity.Error, range.Quote, nearest.Ends, range.Words, computed,
            ("table", table!.Label), ("heading", nearest.Column.Heading), ("least", $"{nearest.Least.Name}{nearest.Least.Cell(nearest.Column).Text}"), ("greatest", $"{nearest.Greatest.Name}{nearest.Greatest.Cell(nearest.Column).Text}"));
    }

    private sealed record PrintedRange(Sentence Sentence, Figure Low, Figure High, int LowSign, int HighSign)
    {
        public NumberInterval LowInterval => LowSign < 0 ? Low.Interval.Negated() : Low.Interval;

        public NumberInterval HighInterval => HighSign < 0 ? High.Interval.Negated() : High.Interval;

        public string Words => Sentence.Text[Low.Start..High.End].Trim();

        public Spot Quote => Sentence.Spot;

        /// <summary>Whether the unit of the range can be the unit of a column.</summary>
        public bool Fits(TableView table, TableColumn column) => High.IsPercent()
            ? column.Role is ColumnRole.Percent or ColumnRole.Change
            : column.IsValue && (High.Unit is not { } unit || (column.Unit ?? table.Unit) is not { } other || unit.Kind == other.Kind);
    }

    private sealed record Span(TableColumn Column, TableLine Least, TableLine Greatest, bool LowRight, bool HighRight, bool SameStep)
    {
        public bool Agrees => LowRight && HighRight;

        public int EndsRight => (LowRight ? 1 : 0) + (HighRight ? 1 : 0);

        public IEnumerable<Spot> Ends => new[] { (LowRight, Least), (HighRight, Greatest) }.OrderBy(end => end.Item1).Select(end => end.Item2.Cell(Column).Spot);

        public static Span Of(TableView table, TableColumn column, PrintedRange range)
        {
            var rows = table.With(column);
            var (least, greatest) = (rows.MinBy(line => line.Value(column))!, rows.MaxBy(line => line.Value(column))!);
            // 下降24.2%—9.3%: the ends may stand either way round.
            var (one, other) = ((Figure: range.Low, Turned: range.LowSign < 0), (Figure: range.High, Turned: range.HighSign < 0));
            var (low, high) = range.LowInterval.Low <= range.HighInterval.Low ? (one, other) : (other, one);
            return new Span(column, least, greatest,
                low.Figure.Agrees(table.Scaled(least, column)!, low.Turned), high.Figure.Agrees(table.Scaled(greatest, column)!, high.Turned), rows.Min(line => line.Cell(column).Figure!.Step) == Math.Min(range.Low.Step, range.High.Step));
        }

        public string Words(PrintedRange range) =>
            $"{Numbers.Like(range.Low, Least.Value(Column)!.Value)}—{Numbers.Like(range.High, Greatest.Value(Column)!.Value)}{range.High.UnitText}";
    }
}
