using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Water classes of single sections in running text, sections that miss their target, and a ratio of good ones beside the number of each class: 甲桥断面为Ⅲ类, 未达到水质目标的断面1个，为丁闸, 5个断面优良率100%，其中Ⅱ类2个、Ⅲ类3个.</summary>
internal static class SectionClassRule
{
    private const int LongestGap = 22;
    private const int AnyYear = 2024;
    private static readonly string[] Missed = ["未达到水质目标", "未达到目标", "未达标", "不达标", "超标"];
    private static readonly string[] Met = ["达到水质目标", "达到目标", "达标"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Of(ColumnRole.Class).Any()).ToList();
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Text.AsSpan().IndexOfAny("类标率") >= 0))
        {
            CheckRatio(sentence, log);
            foreach (var table in tables)
            {
                CheckNamed(document, sentence, table, log);
                CheckTargets(document, sentence, table, log);
            }
        }
    }

    /// <summary>The class that a table reports for now: that of the days of its title, else the first that is not last year's.</summary>
    public static TableColumn NowOf(TableView table) =>
        table.Of(ColumnRole.Class).Where(column => column.Core.Length > 2 && table.Title.Text.Contains(column.Core, StringComparison.Ordinal)).MaxBy(column => column.Core.Length) ?? Latest([.. table.Of(ColumnRole.Class).Where(column => !Headings.IsBefore(column.Heading))]) ?? table.Of(ColumnRole.Class).First();

    // 一季度, 4月, 5月, 6月, 二季度: of columns that name their days the one that ends last, and of those the longest.
    private static TableColumn? Latest(List<TableColumn> columns)
    {
        var dated = columns.ConvertAll(column => (Column: column, Span: PeriodWords.SpanOf(column.Heading, AnyYear)));
        return dated.Exists(one => one.Span is null) ? columns.FirstOrDefault() : dated.OrderByDescending(one => one.Span!.Value.To).ThenByDescending(one => one.Span!.Value.Days).FirstOrDefault().Column;
    }

    private static void CheckNamed(CheckedDocument document, Sentence sentence, TableView table, CheckLog log)
    {
        var mentions = document.Mentions(table, sentence.Text);
        for (var i = 0; i < mentions.Count; i++)
        {
            var next = i + 1 < mentions.Count ? mentions[i + 1].Start : sentence.Text.Length;
            if (StatedClass(sentence.Text, mentions[i].End, next) is not { } stated || (mentions[i].Start > 0 && sentence.Text[mentions[i].Start - 1] is '、' or '和'))
            {
                continue;
            }

            var cell = mentions[i].Line.Cell(NowOf(table));
            if (!WaterClass.TryParse(cell.Text, out var printed))
            {
                continue;
            }

            if (table.Of(ColumnRole.Class).Where(column => !Headings.IsBefore(column.Heading)).Select(mentions[i].Line.Cell).Any(other => WaterClass.TryParse(other.Text, out var any) && any.National == stated.National))
            {
                log.Agree();
                continue;
            }

            log.Add("DOC-032", CheckKind.ClassConflict, Severity.Error, sentence.Spot, [cell.Spot], $"{mentions[i].Line.Name}{stated}类", printed + "类", ("name", mentions[i].Line.Name), ("table", table.Label), ("heading", NowOf(table).Heading));
        }
    }

    // 断面为Ⅲ类, ，水质为Ⅳ类, 由…改善为Ⅴ类: the last 为 before a class, with no pause for another thing between.
    private static WaterClass? StatedClass(string text, int from, int next)
    {
        var stop = text.AsSpan(from, next - from).IndexOfAny("、；") is >= 0 and var pause ? from + pause : next;
        var at = text.AsSpan(from, stop - from).LastIndexOf('为');
        var end = at < 0 ? -1 : text.IndexOf('类', from + at, Math.Min(6, text.Length - from - at));
        var words = at < 0 ? "" : text.Substring(from, at);
        return end > 0 && end < stop && words.Length <= LongestGap && !Headings.Has(words, "目标", "其余", "其他", "分别", "要求", "标准") && !(Headings.Has(words, "去年", "上年", "上月") && !Headings.Has(words, "改善", "好转", "变", "下降"))
            && WaterClass.TryParse(text[(from + at + 1)..(end + 1)], out var found) ? found : null;
    }

    private static void CheckTargets(CheckedDocument document, Sentence sentence, TableView table, CheckLog log)
    {
        if (table.Of(ColumnRole.TargetClass).FirstOrDefault() is not { } target || document.Tables.Count(other => other.Of(ColumnRole.TargetClass).Any()) > 1)
        {
            return;
        }

        CheckMissed(document, sentence, table, target, log);

        foreach (var figure in sentence.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false, UnitText: "个" }))
        {
            var words = sentence.ClauseBefore(figure.Start);
            words = Array.Exists(Met, words.Contains) || Array.Exists(Missed, words.Contains) || words.Length > 0 ? words : sentence.Text[figure.End..sentence.ClauseEnd(figure.End)];
            var isMissed = Array.Exists(Missed, words.Contains);
            if ((isMissed || Array.Exists(Met, words.Contains)) && Headings.Has(words, "断面", "点位") && CountsPlaces(sentence, figure) && !sentence.Figures.Any(other => other.End <= figure.Start && other.Start >= figure.Start - sentence.ClauseBefore(figure.Start).Length))
            {
                Decide(document, sentence, table, figure, [.. table.Data.Where(line => IsMissed(line.Cell(target), line.Cell(NowOf(table))) == isMissed)], log);
            }
        }
    }

    // 以断面达标为两个主攻方向: the number is of something else.
    private static bool CountsPlaces(Sentence sentence, Figure figure) =>
        sentence.Behind(figure.End, 2) is var noun && !Headings.Has(sentence.Behind(figure.End, 8), "月次", "点次", "时次") && (noun.Length == 0 || noun[0] is '，' or '（' or '、' or '：' or '均' or '达' or '未' or '不' or '超' or '水' or '为' or '有' or '(' or '和' || Headings.Has(sentence.Behind(figure.End, 8), "断面", "点位", "监测点", "水源", "河", "湖", "水库", "站"));

    // 未达标的断面为甲断面、乙断面: exactly these.
    private static void CheckMissed(CheckedDocument document, Sentence sentence, TableView table, TableColumn target, CheckLog log)
    {
        var word = Array.Find(Missed, sentence.Text.Contains);
        var at = word is null ? -1 : sentence.Text.IndexOf(word, StringComparison.Ordinal) + word.Length;
        var lead = at < 0 ? "" : sentence.Text[at..sentence.ClauseEnd(at)];
        var start = lead.AsSpan().IndexOfAny("为是有");
        var names = start is > 0 and <= 6 && lead.StartsWith('的') ? lead[(start + 1)..] : "";
        var named = names.Length == 0 ? [] : document.Mentions(table, names).Select(mention => mention.Line).Distinct().ToList();
        // 三个月均不达标的有甲、乙: of the months, not of the quarter.
        if (named.Count == 0 || named.Count != ProseText.CountOfList(names) || Headings.Has(sentence.Text[..at], "个月", "各月", "逐月", "连续"))
        {
            return;
        }

        var missed = table.Data.Where(line => IsMissed(line.Cell(target), line.Cell(NowOf(table))) == true).ToList();
        if (missed.Count == named.Count && named.TrueForAll(missed.Contains))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-009", CheckKind.Count, Severity.Error, sentence.Spot, missed.Concat(named).DistinctBy(line => line.Number).Select(line => line.Cell(NowOf(table)).Spot), names.Trim(), $"{Numbers.Count(missed.Count)}个",
            ("table", table.Label), ("heading", NowOf(table).Heading), ("names", missed.Count == 0 ? "无" : string.Join("、", missed.Take(20).Select(line => line.Name))));
    }

    private static bool? IsMissed(CellView target, CellView found) =>
        WaterClass.TryParse(target.Text, out var wanted) && WaterClass.TryParse(found.Text, out var now) ? now.National.Level > wanted.National.Level : null;

    private static void Decide(CheckedDocument document, Sentence sentence, TableView table, Figure figure, List<TableLine> matching, CheckLog log)
    {
        var (text, named) = NamedList.Read(document, table, sentence, figure.End);
        if (matching.Count == figure.Value && named.All(matching.Contains))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-009", CheckKind.Count, Severity.Error, sentence.Spot, matching.Concat(named).Select(line => line.Cell(NowOf(table)).Spot), sentence.Text[figure.Start..figure.End] + (text.Length > 0 ? $"（{text}）" : ""), $"{Numbers.Count(matching.Count)}个",
            ("table", table.Label), ("heading", NowOf(table).Heading), ("names", matching.Count == 0 ? "无" : string.Join("、", matching.Take(20).Select(line => line.Name))));
    }

    // 5个国控断面优良率100%，其中Ⅱ类2个、Ⅲ类3个.
    private static void CheckRatio(Sentence sentence, CheckLog log)
    {
        var at = sentence.Text.IndexOf("优良", StringComparison.Ordinal);
        var percent = at < 0 ? null : sentence.Figures.FirstOrDefault(figure => figure.IsPercent() && figure.Start > at && figure.Start - at <= 10);
        var whole = percent is null ? null : sentence.Figures.LastOrDefault(figure => figure.End <= at && figure is { IsCounted: true, IsPlain: true } && sentence.Behind(figure.End, 8).Contains("断面", StringComparison.Ordinal));
        var classes = whole is null ? [] : sentence.Figures.Where(figure => figure.Start > percent!.End && figure is { IsCounted: true, IsPlain: true }).Select(figure => (Figure: figure, Class: ClassBefore(sentence.Text, figure.Start))).Where(found => found.Class is not null).ToList();
        if (percent is null || whole is null || classes.Count == 0)
        {
            return;
        }

        var good = classes.Where(found => found.Class!.Value.IsGood).Sum(found => found.Figure.Value);
        if (NumberInterval.Of(good * 100m / whole.Value).Overlaps(percent.Interval))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, classes.Select(found => sentence.Quote(found.Figure)), sentence.Quote(percent).Text, Numbers.Like(percent, good * 100m / whole.Value) + "%", ("working", $"{Numbers.Plain(good)}÷{Numbers.Plain(whole.Value)}"));
    }

    private static WaterClass? ClassBefore(string text, int at)
    {
        var words = text.AsSpan(Math.Max(0, at - 6), Math.Min(6, at)).TrimEnd("断面水质有".AsSpan());
        var from = words.LastIndexOfAny("，、中（") + 1;
        return words.EndsWith("类") && WaterClass.TryParse(words[from..].ToString(), out var found) ? found : null;
    }
}
