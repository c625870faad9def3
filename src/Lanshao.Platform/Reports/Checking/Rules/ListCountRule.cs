using System.Buffers;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Lists: as many values behind 分别 as names before it, as many names as the number that counts them.</summary>
internal static class ListCountRule
{
    private static readonly SearchValues<char> Joints = SearchValues.Create("至到—-–~～");
    private static readonly string[] Counted = ["街道", "乡镇", "地区", "断面", "点位", "单位", "部门", "企业", "社区", "区", "镇", "站点", "河段", "园区", "工地", "镇街", "街镇", "村", "县", "项目"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            CheckRespectively(sentence, log);
            CheckNamed(sentence, log);
        }
    }

    private static void CheckRespectively(Sentence sentence, CheckLog log)
    {
        for (var at = sentence.Text.IndexOf("分别", StringComparison.Ordinal); at >= 0; at = sentence.Text.IndexOf("分别", at + 2, StringComparison.Ordinal))
        {
            var values = RespectiveValues.Read(sentence, at);
            var (from, to) = sentence.NamesBefore(at);
            var names = sentence.Text[from..to];
            // 甲、乙比例由20%、30%分别提高到25%、35%: what they were stands between.
            names = names.LastIndexOfAny(['由', '从']) is > 0 and var moved && FigureReader.FindAll(names[moved..]).Count > 1 ? names[..moved] : names;
            // 甲市、乙区分列第二、第三位，完成率分别为: the places are no names.
            names = Array.FindAll([names.IndexOf("分列", StringComparison.Ordinal), names.IndexOf("列第", StringComparison.Ordinal), names.IndexOf("居第", StringComparison.Ordinal), names.IndexOf("排第", StringComparison.Ordinal)], place => place > 0 && names.AsSpan(0, place).IndexOfAny('、', '和') > 0) is { Length: > 0 } places ? names[..places.Min()] : names;
            // 居第二、三位的是市本级、泽东区: what they are said of is no name.
            if (names.LastIndexOf("的是", StringComparison.Ordinal) is > 0 and var told)
            {
                from += names.Length == to - from ? told + 2 : 0;
                names = names[(told + 2)..];
            }

            var said = sentence.Figures.LastOrDefault(figure => figure.Start >= from && figure.End <= to && figure is { IsCounted: true, IsPlain: true } && (figure.Unit!.Name is "个" or "家" or "名" || !names.Contains('、', StringComparison.Ordinal)));
            var count = said is not null ? (int)said.Value : ProseText.CountOfList(names);
            if (values.Count < 2 || count < 2)
            {
                continue;
            }

            // 一至四季度分别为30、60、90、60辆; 14个断面氨氮、总磷分别为: the times of a span, or what is listed behind the number.
            if (count == values.Count || MayBeOneLess(names, said, values.Count) || TimesIn(sentence.ListBefore(at)) == values.Count || (said is not null && said.End <= to && ProseText.CountOfList(sentence.Text[said.End..to]) == values.Count && sentence.Text.AsSpan(said.End, to - said.End).Contains('、')))
            {
                log.Agree();
                continue;
            }

            log.Add("DOC-031", CheckKind.Count, Severity.Error, sentence.Spot, [], string.Join("、", values.Select(value => value.Text)), Numbers.Count(count), ("names", names.Trim()), ("count", Numbers.Count(count)), ("values", Numbers.Count(values.Count)));
        }
    }

    // A、采样与样品管理、C和D: beside 、 a 和 or 与 may stand within a name.
    private static bool MayBeOneLess(string names, Figure? said, int values) => said is null && names.Contains('、', StringComparison.Ordinal) && names.Count(letter => letter == '、') + 1 is var pauses && values >= pauses && values <= ProseText.CountOfList(names);

    // 4 for 一至四季度, 6 for 1至6月; 0 where no such span stands at the end.
    private static int TimesIn(string words)
    {
        var unit = Math.Max(words.LastIndexOf("季度", StringComparison.Ordinal), words.LastIndexOf('月'));
        var joint = unit < 0 ? -1 : words.AsSpan(0, unit).LastIndexOfAny(Joints);
        var (from, to) = joint < 1 ? (0, 0) : (NumberBefore(words[..joint]), NumberBefore(words[..unit]));
        return from > 0 && to > from ? to - from + 1 : 0;
    }

    private static int NumberBefore(string words)
    {
        var start = words.Length;
        while (start > 0 && (char.IsAsciiDigit(words[start - 1]) || "一二三四".Contains(words[start - 1], StringComparison.Ordinal)) && words.Length - start < 2)
        {
            start--;
        }

        var digits = words[start..];
        return digits.Length == 1 && "一二三四".IndexOf(digits[0], StringComparison.Ordinal) is >= 0 and var written ? written + 1 : int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    // 甲河4个断面、乙河3个断面: each has a number of its own.
    private static bool HasCounts(Sentence sentence, Figure figure, string list) =>
        sentence.Figures.Any(other => other.Start >= figure.Start - list.Length && other.End <= figure.Start && other.Unit?.Name == figure.Unit!.Name);

    // 甲、乙、丙3个街道; with 等 the number may be greater, never less.
    private static void CheckNamed(Sentence sentence, CheckLog log)
    {
        foreach (var figure in sentence.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && figure.Unit!.Name is "个" or "家" or "处" && figure.Value is > 1m and < 100m))
        {
            var noun = sentence.Behind(figure.End, 6);
            var list = sentence.ListBefore(figure.Start);
            var isOpen = list.EndsWith('等');
            if (!Array.Exists(Counted, noun.StartsWith) || !list.Contains('、', StringComparison.Ordinal) || list.EndsWith('、') || HasCounts(sentence, figure, list) || Headings.Has(list, "分别", "其中", "共", "的"))
            {
                continue;
            }

            var count = ProseText.CountOfList(list.TrimEnd('等'));
            if (isOpen ? count <= figure.Value : count == figure.Value)
            {
                log.Agree();
                continue;
            }

            log.Add("DOC-040", CheckKind.Count, Severity.Error, sentence.Spot, [sentence.Quote(figure.Start - list.Length, figure.Start)], sentence.Text[figure.Start..figure.End], Numbers.Count(count), ("names", list.Trim()));
        }
    }
}

/// <summary>A value of a list behind 分别: a number or a class.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Figure">The number, if it is one.</param>
/// <param name="Class">The class, if it is one.</param>
internal sealed record RespectiveValue(string Text, Figure? Figure, WaterClass? Class);

/// <summary>Reads the values behind 分别.</summary>
internal static class RespectiveValues
{
    private const int MostGap = 6;

    public static IReadOnlyList<RespectiveValue> Read(Sentence sentence, int at)
    {
        var classes = Classes(sentence, at);
        if (classes.Count > 0)
        {
            return classes;
        }

        var values = new List<RespectiveValue>();
        var end = at + 2;
        foreach (var figure in sentence.Figures.Where(figure => figure.Start >= at))
        {
            var gap = sentence.Text[Math.Min(end, figure.Start)..figure.Start];
            if (gap.Contains('，', StringComparison.Ordinal) || gap.Length > MostGap || (values.Count > 0 && gap.AsSpan().IndexOfAny("、和及与".AsSpan()) < 0))
            {
                break;
            }

            values.Add(new RespectiveValue(sentence.Text[figure.Start..figure.End], figure, null));
            end = figure.End;
        }

        return values;
    }

    private static List<RespectiveValue> Classes(Sentence sentence, int at)
    {
        var stop = sentence.ClauseEnd(at);
        var words = sentence.Text[(at + 2)..stop].TrimStart('为', '达', '到', '是');
        var members = ProseText.Members(words);
        var read = members.Select(member => (Text: member, Class: WaterClass.TryParse(member, out var value) ? value : (WaterClass?)null)).TakeWhile(found => found.Class is not null || found.Text == "无水").ToList();
        return [.. read.Select(found => new RespectiveValue(found.Text, null, found.Class))];
    }
}
