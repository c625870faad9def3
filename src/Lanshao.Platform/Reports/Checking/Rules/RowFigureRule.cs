using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>A figure behind the name of a row, where nothing between says more than which column: 新城区受理量最多，占全市的26.4%; PM2.5浓度由46下降到41，完成规划降幅的62.5%. Right is every value that the row can give, read as kindly as possible; wrong is what it can not.</summary>
internal static class RowFigureRule
{
    private const int LongestGap = 120;
    private const int NounLength = 2;
    private const int LongestJoint = 8;
    private const decimal MostFraction = 1000m;
    private const decimal LeastTelling = 20m;
    private static readonly string[] Gaps = ["比", "较", "高于", "低于", "多于", "少于", "相差", "还差", "提高", "增加", "减少", "下降", "上升", "降低", "高", "低", "多", "少"];

    private static readonly string[] Rests = ["未", "剩余", "尚", "其余", "新增", "不", "正在", "仍"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 2).Select(table => (Table: table, Values: document.ValuesOf(table))).ToList();
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 0))
        {
            var named = tables.Select(known => new Named(known.Table, known.Values, document.Mentions(known.Table, sentence.Text))).Where(known => known.Mentions.Count > 0).ToList();
            foreach (var figure in named.Count == 0 || log.IsSuspect(sentence.Spot) ? [] : sentence.Figures.Where(figure => figure is { IsOrdinal: false, Unit: not null } && figure.Bound is Bound.None or Bound.ByNature))
            {
                CheckFigure(document, sentence, figure, named, log);
            }
        }
    }

    private static void CheckFigure(CheckedDocument document, Sentence sentence, Figure figure, List<Named> named, CheckLog log)
    {
        var nearest = named.Max(known => EndBefore(known.Mentions, figure.Start));
        if (nearest < 0 || IsSpan(sentence, nearest) || figure.Start - nearest > LongestGap)
        {
            return;
        }

        var own = named.FindAll(known => EndBefore(known.Mentions, figure.Start) == nearest).ConvertAll(known => (Known: known, Rows: RowsBefore(sentence, known.Mentions, nearest)));
        // NO2为31微克/立方米，O3最大8小时182微克/立方米: another thing is named between.
        if (Indicator.Symbols(Indicator.Normal(sentence.Text[nearest..figure.Start])) is { Count: > 0 } between && own.TrueForAll(found => !Indicator.Symbols(Indicator.Normal(found.Rows[0].Name)).Overlaps(between) && Indicator.Symbols(Indicator.Normal(found.Rows[0].Name)).Count > 0))
        {
            return;
        }

        // 办结率低于平均6.3个百分点, where no column is headed so: the table does not have it.
        if (IsOfOtherThing(document, sentence, figure, own.ConvertAll(found => found.Known)) || figure.IsShare() && !figure.IsPercent() && own.TrueForAll(found => !found.Known.Values.IsOfIndicators) && IsOfOtherRate(sentence, figure, own.Select(found => found.Known.Table)))
        {
            return;
        }

        var meant = Headings.Has(sentence.Text[..figure.Start], "及以上", "及以下") ? [] : own.FindAll(found => IsMeant(document, sentence, figure, found.Known, found.Rows, nearest));
        if (meant.Count == 0)
        {
            return;
        }

        // Where nothing is compared and no share is taken, the figure is that of a cell.
        var gap = sentence.Text[nearest..figure.Start];
        var isPlain = !gap.Contains('占', StringComparison.Ordinal) && !Headings.Has(gap, Gaps) && !Headings.Has(gap, "完成", "率", "比") && !Headings.Has(sentence.Text[..figure.Start], Rests)
            && !IsOfOtherRate(sentence, figure, meant.Select(found => found.Known.Table)) && meant.TrueForAll(found => found.Known.Values.Fitting(found.Rows[0], figure).Count > 0);
        if ((!isPlain && FollowsFromText(sentence, figure)) || own.Exists(found => Values(found.Known, found.Rows, figure).Any(value => (!isPlain || value.Kind == RowValueKind.Cell) && Agrees(figure, value.Value))))
        {
            log.Agree();
            return;
        }

        Add(sentence, figure, meant[0].Known, meant[0].Rows, gap, log);
    }

    // 码头三期 is a name; 16.0个 for each hundred is no count; 2个工地 is of the table that lists 工地.
    private static bool IsOfOtherThing(CheckedDocument document, Sentence sentence, Figure figure, List<Named> own)
    {
        if (figure.Unit!.Name == "期" || (figure is { Step: < 1m, Unit.Kind: UnitKind.Count } && figure.Value < MostFraction))
        {
            return true;
        }

        // 三家合计63项 counts the names.
        var noun = sentence.Behind(figure.End, NounLength);
        if (figure.Unit.Kind == UnitKind.Count && noun is "合计" or "共计")
        {
            return true;
        }

        return figure.Unit.Kind == UnitKind.Count && noun.Length == NounLength && !own.Exists(known => IsAbout(known.Table, noun)) && document.Tables.Any(table => IsAbout(table, noun));
    }

    private static bool IsAbout(TableView table, string noun) => table.Title.Text.Contains(noun, StringComparison.Ordinal) || table.Columns.Any(column => column.Heading.Contains(noun, StringComparison.Ordinal));

    private static IEnumerable<RowValue> Values(Named known, List<TableLine> rows, Figure figure) =>
        known.Values.Of(rows, [.. known.Mentions.Select(mention => mention.Line).Concat(known.Values.Ends).Distinct()], figure);

    // 整改率最低的为甲工地（84.3%）, where no column is headed 整改率: no cell, though a column of changes has percentages too.
    private static bool IsOfOtherRate(Sentence sentence, Figure figure, IEnumerable<TableView> tables) =>
        figure.IsShare() && sentence.Text[..figure.Start].Contains('率', StringComparison.Ordinal) && tables.All(table => !table.Columns.Any(column => column.Heading.Contains('率', StringComparison.Ordinal)));

    // 未安装的117家中，小型单位104家，占88.9%: what the figures of the paragraph make true themselves.
    private static bool FollowsFromText(Sentence sentence, Figure figure)
    {
        var others = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).TakeLast(3).SelectMany(other => other.Figures.Where(known => (other != sentence || known.Start != figure.Start) && known is { IsOrdinal: false, Unit: not null })).ToList();
        return others.Exists(one => others.Exists(other => one != other && one.Unit!.Name == other.Unit!.Name
            && (figure.IsPercent() ? one.Rounded.PercentOf(other.Rounded) is { } ratio && (Agrees(figure, ratio) || Agrees(figure, ratio.Minus(NumberInterval.Of(100m)))) : figure.IsShare() == one.IsShare() && (figure.IsShare() || figure.Unit!.Name == one.Unit.Name) && Agrees(figure, one.Rounded.Minus(other.Rounded)))));
    }

    private static bool Agrees(Figure figure, NumberInterval value) => figure.Interval.Overlaps(value) || figure.Interval.Overlaps(value.Negated());

    // Where the last name before a place ends.
    private static int EndBefore(IReadOnlyList<NameMention> mentions, int at)
    {
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            if (mentions[i].End <= at)
            {
                return mentions[i].End;
            }
        }

        return -1;
    }

    // The name that ends there, and those that are joined to it.
    private static List<TableLine> RowsBefore(Sentence sentence, IReadOnlyList<NameMention> mentions, int end)
    {
        var last = mentions.TakeWhile(mention => mention.End <= end).Count() - 1;
        var from = last;
        while (from > 0 && sentence.Text[mentions[from - 1].End..mentions[from].Start] is var joint && joint.Length <= 3 && joint.TrimStart('类', '镇', '县', '区', '站') is "、" or "和" or "与" or "及")
        {
            from--;
        }

        return from == last ? [mentions[last].Line] : [.. mentions.Skip(from).Take(last - from + 1).Select(mention => mention.Line).Distinct()];
    }

    private static bool IsMeant(CheckedDocument document, Sentence sentence, Figure figure, Named known, List<TableLine> rows, int end)
    {
        var gap = sentence.Text[end..figure.Start];
        // 两处占处罚总数的56.7%, 3个街道合计139件: of several, not of the last that was named.
        var isOfAll = Headings.Has(gap, "合计", "共计", "两", "二者", "三者", "前三", "各", "三个", "四个", "三家", "三项", "三地", "三类", "四类", "三县", "三区", "三市", "三镇", "三条", "三处");
        if ((rows.Count == 1) == isOfAll || gap.Contains("分别", StringComparison.Ordinal) || rows.Exists(line => line.Kind != LineKind.Data || line.IsRest) || IsOtherTime(document, sentence, known.Table))
        {
            return false;
        }

        // 同比提高3.2个百分点, where the table has a target but no year before; 力争达到77.0% is to be.
        if ((ComparisonTerms.In(gap) == ComparisonTerms.LastYear && !known.Table.Columns.Any(IsOfChange)) || sentence.IsAimed(figure.Start) || Headings.Has(sentence.Text[..figure.Start], "往年", "历年", "以往"))
        {
            return false;
        }

        // 污水池加盖和天泽精细尾气冷凝改造: of both; 土壤最高，为43.1%: of what the sentence before names.
        if ((rows.Count == 1 && IsLastOfSeveral(sentence, known, end)) || (figure.IsPercent() && Headings.Has(gap, "最高", "最低") && !known.Table.Columns.Any(column => column.Role is ColumnRole.Percent or ColumnRole.Change && Likeness.LongestCommon(column.Core, sentence.Text).Length > 1) && sentence.Start > 0))
        {
            return false;
        }

        return IsNamed(document, sentence, figure, known, rows[0]) && (!Headings.Has(gap, Gaps) || known.Values.HasPair(rows[0], figure)) && IsOwn(sentence, known, end, gap) && PlainWords.Rest(Bare(sentence, end, figure.Start), known.Table) == 0;
    }

    private static bool IsLastOfSeveral(Sentence sentence, Named known, int end)
    {
        var last = known.Mentions.Last(mention => mention.End == end);
        return known.Mentions.LastOrDefault(mention => mention.End <= last.Start) is { } before && sentence.Text[before.End..last.Start] is { Length: > 1 and <= LongestJoint } joint && joint[0] is '和' or '、' or '与' or '及' && joint.AsSpan().IndexOf('，') < 0 && !joint.Any(char.IsAsciiDigit);
    }

    private static bool IsOfChange(TableColumn column) => column.Role == ColumnRole.Change || Headings.IsBefore(column.Heading) || PeriodWords.YearIn(column.Heading) is not null || column.Heading.Contains("同比", StringComparison.Ordinal);

    // A column of that unit that the words name, or the table that they single out.
    private static bool IsNamed(CheckedDocument document, Sentence sentence, Figure figure, Named known, TableLine line)
    {
        var words = sentence.Text[..figure.Start];
        return (figure.IsPercent() || known.Values.Fitting(line, figure).Count > 0)
            && (known.Values.IsOfIndicators || known.Table.Columns.Any(column => (column.IsValue || column.Role is ColumnRole.Percent or ColumnRole.Change) && Likeness.LongestCommon(column.Core, words).Length > 1) || (document.Links.Find(sentence, figure.Start) ?? document.Links.FindByNames(document, sentence, _ => true)) == known.Table || document.Links.IsRead(sentence, known.Table));
    }

    // 1月13日至17日 is no row.
    private static bool IsSpan(Sentence sentence, int end) => end + 1 < sentence.Text.Length && sentence.Text[end] == '）' && sentence.Text[end + 1] is '至' or '到' || end + 1 < sentence.Text.Length && sentence.Text[end] is '至' or '—' or '-' or '~' or '～' && char.IsAsciiDigit(sentence.Text[end + 1]);

    // The words without the figures between and without brackets.
    private static string Bare(Sentence sentence, int from, int to)
    {
        var bare = new System.Text.StringBuilder();
        var depth = 0;
        for (var i = from; i < to; i++)
        {
            depth += sentence.Text[i] is '（' or '(' ? 1 : 0;
            var inside = sentence.Figures.FirstOrDefault(figure => figure.Start <= i && figure.End > i);
            if (inside is not null)
            {
                i = Math.Min(to, inside.End) - 1;
            }
            else if (depth == 0)
            {
                bare.Append(sentence.Text[i]);
            }

            depth -= sentence.Text[i] is '）' or ')' && depth > 0 ? 1 : 0;
        }

        return depth > 0 ? sentence.Text[from..to].TrimStart('（', '(') : bare.ToString();
    }

    // 比甲镇高19: what stands beside 甲镇 is named before.
    private static bool IsOwn(Sentence sentence, Named known, int end, string gap)
    {
        var last = known.Mentions.Last(mention => mention.End == end);
        // 是清溪的10.5倍，总磷0.226: with what it is compared.
        if (last.Start > 0 && sentence.Text[last.Start - 1] == '是' && sentence.Behind(last.End, 1) == "的")
        {
            return false;
        }

        // 占前三季度的37.0%: the whole of which it is a part.
        if (last.Start > 0 && sentence.Text[last.Start - 1] is '占' or '前')
        {
            return false;
        }

        return last.Start == 0 || sentence.Text[last.Start - 1] is not ('较' or '比' or '与' or '于') || (Headings.Has(gap, Gaps) && known.Mentions.Any(mention => mention.End < last.Start && mention.Line != last.Line) && !char.IsAsciiDigit(last.Line.Name[0]));
    }

    private static bool IsOtherTime(CheckedDocument document, Sentence sentence, TableView table) =>
        document.Year is { } year && sentence.SpanIn(year) is { } said && TableLinks.SpanOf(document, table) is { } own && said != own;

    private static void Add(Sentence sentence, Figure figure, Named known, List<TableLine> rows, string gap, CheckLog log)
    {
        var kind = gap.Contains('占', StringComparison.Ordinal) ? RowValueKind.Share : Headings.Has(gap, Gaps) ? RowValueKind.Gap : RowValueKind.Cell;
        var values = Values(known, rows, figure).ToList();
        if (values.Count == 0)
        {
            log.Unknown();
            return;
        }

        // What a slip of the pen explains is most probably meant.
        var slips = figure.Step >= 1m && figure.Value < LeastTelling ? [] : values.FindAll(value => Rounding.HalfEven(Math.Abs(value.Value.Low + value.Value.High) / 2m / figure.Step, 0) * figure.Step is var right && right != figure.Value && Slip.IsNear(figure.Value, right));
        values = slips.Count > 0 ? slips : values;
        var shown = (values.FindAll(value => value.Kind == kind) is { Count: > 0 } same ? same : values).MinBy(value => Math.Abs(Math.Abs(value.Value.Low + value.Value.High) - (2m * Math.Abs(figure.Value))));
        if (shown.Cells is null)
        {
            return;
        }

        var middle = Numbers.Like(figure, Math.Abs(shown.Value.Low + shown.Value.High) / 2m) + figure.UnitText;
        log.Add("DOC-030", shown.Kind is RowValueKind.Share or RowValueKind.Ratio or RowValueKind.Progress ? CheckKind.Ratio : CheckKind.FigureConflict, Severity.Warning, sentence.Spot, shown.Cells.Select(cell => cell.Spot), sentence.Quote(figure).Text, middle,
            ("working", $"{known.Table.Label}“{string.Join("、", rows.Select(line => line.Name))}”{string.Join("与", shown.Cells.Select(cell => cell.Text))}，"), ("table", known.Table.Label));
    }

    private sealed record Named(TableView Table, RowValues Values, IReadOnlyList<NameMention> Mentions);
}
