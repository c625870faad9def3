using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>共45件，其中甲12件、乙33件: parts are never more than the whole. Fewer they may be, since 其中 need not name all, unless they say that they do; 甲9种、乙43种，合计52种 names all.</summary>
internal static class PartsSumRule
{
    private const string Among = "其中";
    private const int MostWholeGap = 12;
    private static readonly string[] Views = ["看，", "说，", "统计，"];
    private static readonly string[] Sums = ["合计", "共计", "共", "合计为", "总计"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count > 1))
        {
            for (var at = sentence.Text.IndexOf(Among, StringComparison.Ordinal); at >= 0; at = sentence.Text.IndexOf(Among, at + 1, StringComparison.Ordinal))
            {
                CheckAmong(sentence, at, log);
            }

            CheckBehindWhole(sentence, log);
            CheckBeforeSum(sentence, log);
            for (var at = sentence.Text.IndexOf("分别", StringComparison.Ordinal); at >= 0; at = sentence.Text.IndexOf("分别", at + 2, StringComparison.Ordinal))
            {
                CheckRespective(sentence, at, log);
            }

            CheckPartition(sentence, log);
        }
    }

    private static void CheckAmong(Sentence sentence, int at, CheckLog log)
    {
        var parts = PartList.Read(sentence, at + Among.Length);
        var wholes = parts.Count == 0 ? [] : WholesOf(sentence, at, parts[0].Figure);
        if (wholes.Count == 0)
        {
            return;
        }

        // Of several figures any may be meant; where none fits, the one that comes nearest is shown.
        var sum = parts.Sum(part => part.Figure.Value);
        var isExhaustive = PartList.IsExhaustive(parts) || AreLevels(sentence, at, parts) || wholes.TrueForAll(whole => CountsKinds(sentence, whole, parts.Sum(part => part.Times)));
        // 工地178个，已安装163个，其中房建112个、市政66个: of what was named first, where they add up to it.
        if (parts.Count > 1 && sentence.Figures.Any(figure => figure.End <= at && IsAmount(figure) && figure.Unit!.Name == parts[0].Figure.Unit!.Name && figure.Value == sum))
        {
            log.Agree();
            return;
        }

        Decide(sentence, wholes.Find(whole => Fits(whole, parts, isExhaustive)) ?? wholes.MinBy(whole => Math.Abs(whole.Value - sum))!, parts, isExhaustive, log);
    }

    // 三级河长共巡河12288人次，其中区级…、街镇级…、村居级…: the words count the levels.
    private static bool AreLevels(Sentence sentence, int at, IReadOnlyList<ListedPart> parts) =>
        parts.Count > 1 && parts.All(part => part.Label.Contains('级', StringComparison.Ordinal)) && Headings.Has(sentence.Text[..at], parts.Count switch { 2 => ["两级", "二级"], 3 => ["三级"], 4 => ["四级"], _ => [] });

    // 四项污染物排放总量82.5万吨，其中 four: the words before the whole say how many there are.
    private static bool CountsKinds(Sentence sentence, Figure whole, int count) =>
        count > 1 && sentence.Figures.LastOrDefault(figure => figure.End <= whole.Start) is { IsCounted: true, IsPlain: true, IsOrdinal: false } kinds && kinds.Value == count && kinds.Unit!.Name is "项" or "类" or "种" or "个"
        && sentence.Text[kinds.End..whole.Start] is { Length: <= MostWholeGap } words && (Headings.Has(words, Sums.Append("总").ToArray()) || words.EndsWith('的')) && !words.Contains('，', StringComparison.Ordinal);

    // 284起案件中，大气类98起、水类84起、其他45起.
    private static void CheckBehindWhole(Sentence sentence, CheckLog log)
    {
        foreach (var whole in sentence.Figures.Where(figure => IsAmount(figure) && figure.IsPlain))
        {
            var stop = sentence.ClauseEnd(whole.End);
            if (stop < sentence.Text.Length && !sentence.HasRatesOf(whole) && stop - whole.End <= MostWholeGap && sentence.Text[stop - 1] is '中' or '里' && PartList.Read(sentence, stop + 1) is { Count: > 1 } parts
                && parts[0].Figure.Unit!.Name == whole.Unit!.Name && PartList.IsExhaustive(parts))
            {
                Decide(sentence, whole, parts, isExhaustive: true, log);
            }
        }
    }

    // 国家一级9种、国家二级43种，合计52种: the sum stands behind.
    private static void CheckBeforeSum(Sentence sentence, CheckLog log)
    {
        foreach (var sum in sentence.Figures.Where(figure => IsAmount(figure) && figure.IsPlain && EndsWithSum(sentence.Text[..figure.Start])))
        {
            var pause = Math.Max(0, sentence.Text.AsSpan(0, sum.Start).LastIndexOfAny('，', '（'));
            var from = sentence.Text.AsSpan(0, pause).LastIndexOf('，') + 1;
            // 9个乡镇共有镇级河长42名、村级河长136名: the number that says of how many is none of them.
            var head = sentence.Figures.FirstOrDefault(figure => figure.Start >= from) is { IsCounted: true } first && first.Unit!.Name != sum.Unit!.Name && first.End < sum.Start && Headings.Has(sentence.Text[first.End..sum.Start].Split('、')[0], "共有", "设有", "现有", "共设", "共聘") ? first : null;
            from = head?.End ?? from;
            var parts = PartList.Read(sentence, from).TakeWhile(part => part.Figure.End <= sum.Start).ToList();
            // 两项合计: the number that counts the parts is none of them.
            var all = sentence.Figures.Where(figure => figure.Start >= from && figure.End <= (sentence.Text[pause] == '，' && parts.Count > 1 ? pause : sum.Start)).ToList();
            var mixed = parts.Count == 1 && all.Count == 2 && all.TrueForAll(figure => figure is { IsCounted: true, IsPlain: true }) && sentence.Text[all[0].End..all[1].Start].Contains('、', StringComparison.Ordinal) && sentence.Text[sum.Start - 2] == '（';
            if (CountedBefore(sentence.Text[pause..sum.Start]) is { } counted && counted > parts.Count)
            {
                continue;
            }

            if (parts.Count > 1 && parts.Count == all.Count && parts[0].Figure.Unit!.Name == sum.Unit!.Name)
            {
                Decide(sentence, sum, parts, isExhaustive: true, log);
            }
            else if (mixed && all.Sum(figure => figure.Value) is var total && total != sum.Value)
            {
                Add(sentence, sum, all, log);
            }
        }
    }

    // 分别减排6.8吨、15.4吨、9.2吨，共31.4吨; 一至四季度分别完成1.84亿元、…，全年合计10.00亿元.
    private static void CheckRespective(Sentence sentence, int at, CheckLog log)
    {
        var values = RespectiveValues.Read(sentence, at).Select(value => value.Figure).OfType<Figure>().ToList();
        var sum = values.Count < 2 || values[^1].Unit is null ? null : sentence.Figures.FirstOrDefault(figure => figure.Start >= values[^1].End);
        if (sum is not { IsPlain: true } || !IsAmount(sum) || sum.Unit!.Name != values[^1].Unit!.Name || values.Exists(value => value.Unit is { } unit && unit.Name != sum.Unit.Name) || !IsSumWord(sentence.Text[values[^1].End..sum.Start]) || CountedBefore(sentence.Text[values[^1].End..sum.Start]) > values.Count)
        {
            return;
        }

        var parts = values.ConvertAll(value => new ListedPart("", value with { Unit = sum.Unit }, null));
        Decide(sentence, sum, parts, isExhaustive: true, log);
    }

    private static bool IsSumWord(string gap) => gap.StartsWith('，') && gap.Length <= 8 && Array.Exists(Sums, gap.EndsWith) && !Headings.Has(gap, "其他", "另", "加上", "累计");

    // 反馈问题48项，按时限分，甲的12项、乙的21项、丙的15项: a division names all.
    private static void CheckPartition(Sentence sentence, CheckLog log)
    {
        var seen = Views.Select(word => sentence.Text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var found ? found + word.Length - 2 : -1).Max();
        var at = seen > 0 ? seen : sentence.Text.IndexOf("分，", StringComparison.Ordinal);
        var from = at < 1 ? -1 : sentence.Text.LastIndexOfAny(['按', '分', '从'], at - 1);
        var parts = from < 0 || at - from > MostWholeGap || sentence.Text.AsSpan(from, at - from).IndexOf('，') >= 0 ? [] : PartList.Read(sentence, at + 2);
        parts = parts.Count < 2 && from >= 0 && at - from <= MostWholeGap ? Respective(sentence, at + 2) : parts;
        var wholes = parts.Count < (seen > 0 ? 4 : 3) ? [] : sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= from) && IsAmount(figure) && figure.IsPlain && figure.Unit!.Name == parts[0].Figure.Unit!.Name
            && figure.Value > parts.Max(part => part.Figure.Value) && Directions.Before(other.Text, figure.Start) == 0)).ToList();
        if (wholes.Count == 0)
        {
            return;
        }

        if (wholes.Exists(whole => Fits(whole, parts, isExhaustive: true)))
        {
            log.Agree();
            return;
        }

        var sum = parts.Sum(part => part.Figure.Value);
        Add(sentence, wholes.MinBy(whole => Math.Abs(whole.Value - sum))!, parts.Select(part => part.Figure), log, Severity.Warning);
    }

    // 按领域分，大气、水、土壤分别为4项、5项、1项.
    private static List<ListedPart> Respective(Sentence sentence, int from)
    {
        var at = sentence.Text.IndexOf("分别", from, StringComparison.Ordinal);
        var values = at < 0 || sentence.ListBefore(at).Length != at - from ? [] : RespectiveValues.Read(sentence, at).Select(value => value.Figure).OfType<Figure>().ToList();
        return values.Count > 1 && values.TrueForAll(value => IsAmount(value) && value.Unit!.Name == values[0].Unit!.Name) && ProseText.CountOfList(sentence.ListBefore(at)) == values.Count ? values.ConvertAll(value => new ListedPart("", value, null)) : [];
    }

    // 三类合计 of what two clauses before have listed: more than stand in the last.
    private static decimal? CountedBefore(string words) => words.TrimStart('，', '（', '前', '后') is { Length: > 0 } counted && ChineseNumber.TryReadAt(counted, 0, out var number) ? number.Value : null;

    // 三类案件共9起, 三地合计1571家次: a few words that count the parts may stand between.
    private static bool EndsWithSum(string text)
    {
        var word = Array.Find(Sums, text.EndsWith);
        var pause = text.AsSpan().LastIndexOfAny('，', '（');
        var between = word is null || pause < 0 ? "" : text[(pause + 1)..^word.Length];
        return word is not null && pause >= 0 && between.Length <= 6 && (between.Length == 0 || between.Any(c => ChineseNumber.IsNumeral(c) || char.IsAsciiDigit(c)));
    }

    // 310件（电话202件、来信32件），其中: what stands in a closed bracket is no whole of what follows it; a mean is none at all.
    private static Figure? Last(Sentence sentence, int at) => sentence.Figures.LastOrDefault(figure => figure.End <= at && IsAmount(figure) && Directions.Before(sentence.Text, figure.Start) == 0 && !IsInClosedBracket(sentence.Text, figure.Start, at)) is { } last
        && !Headings.Has(sentence.ClauseBefore(last.Start), "平均", "人均", "户均") ? last : null;

    private static bool IsInClosedBracket(string text, int from, int at) =>
        text.AsSpan(from, at - from).IndexOfAny('（', '）') is >= 0 and var next && text[from + next] == '）';

    // The nearest figure of the same unit before 其中; where its own sentence has none, those of the sentence before.
    private static List<Figure> WholesOf(Sentence sentence, int at, Figure part) =>
        Last(sentence, at) is { } own ? (own.Unit!.Name == part.Unit!.Name ? [own] : [])
            : at > 0 ? []
            : sentence.Passage.Sentences.LastOrDefault(other => other.Start < sentence.Start)?.Figures.Where(figure => IsAmount(figure) && figure.Unit!.Name == part.Unit!.Name).ToList() ?? [];

    private static bool Fits(Figure whole, IReadOnlyList<ListedPart> parts, bool isExhaustive) =>
        PartList.Sum(parts) is var sum && (isExhaustive ? sum.Overlaps(whole.Interval) : sum.Low <= whole.Interval.High);

    private static bool IsAmount(Figure figure) => figure is { IsOrdinal: false } && figure.Unit is { Kind: not (UnitKind.Ratio or UnitKind.Points) };

    private static void Decide(Sentence sentence, Figure whole, IReadOnlyList<ListedPart> parts, bool isExhaustive, CheckLog log)
    {
        // 优良天数278天，其中优62天、良216天、轻度…: the first of them make up the whole, the list goes on.
        if (Fits(whole, parts, isExhaustive) || Enumerable.Range(2, Math.Max(0, parts.Count - 2)).Any(first => Fits(whole, [.. parts.Take(first)], isExhaustive: true)))
        {
            log.Agree();
            return;
        }

        Add(sentence, whole, parts.Select(part => part.Figure), log);
    }

    private static void Add(Sentence sentence, Figure whole, IEnumerable<Figure> parts, CheckLog log, Severity severity = Severity.Error)
    {
        var all = parts.ToList();
        log.Add("DOC-030", CheckKind.Sum, severity, sentence.Spot, all.Select(part => sentence.Quote(part.Start, part.End)), sentence.Quote(whole).Text,
            Numbers.Plain(all.Sum(part => part.Value) / ScaleOf(whole)) + ScaleWord(whole) + whole.UnitText, ("working", string.Join("＋", all.Select(part => Numbers.Plain(part.Value / ScaleOf(whole))))));
    }

    // 12.6亿元 is answered in 亿元.
    private static decimal ScaleOf(Figure figure) => Math.Abs(figure.Value) switch { >= 100_000_000m when figure.Step >= 1_000m => 100_000_000m, >= 10_000m when figure.Step >= 10m => 10_000m, _ => 1m };

    private static string ScaleWord(Figure figure) => ScaleOf(figure) switch { 100_000_000m => "亿", 10_000m => "万", _ => "" };
}
