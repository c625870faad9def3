using System.Buffers;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Small questions about the words around the figures of a sentence.</summary>
internal static class ProseText
{
    private const int LongestException = 24;
    private const decimal MostOfWhole = 105m;
    private const string UnitEnds = "局委厅办部院站处会社司所府镇乡村街道区县市州盟旗场园校厂队";
    private static readonly SearchValues<char> AgencyEnds = SearchValues.Create("局委厅");

    /// <summary>The words just before a place, at most a number of characters.</summary>
    public static string Before(this Sentence sentence, int at, int length) => sentence.Text[Math.Max(0, at - length)..at];

    /// <summary>The words just behind a place.</summary>
    public static string Behind(this Sentence sentence, int at, int length) => sentence.Text[at..Math.Min(sentence.Text.Length, at + length)];

    /// <summary>Whether something is left out of what is said at a place: 除丙县外，甲县最多.</summary>
    public static bool IsExcepted(this Sentence sentence, int at) => at > 0 && sentence.Text.LastIndexOf('除', at - 1) is >= 0 and var from && sentence.Text.IndexOf('外', from) is > 0 and var to && to < at && to - from <= LongestException;

    /// <summary>Whether what is said at a place is to be, not what is: 力争…降至37；优良天数不少于281天.</summary>
    public static bool IsAimed(this Sentence sentence, int at)
    {
        var text = sentence.Passage.Text.AsSpan(0, sentence.Start + at);
        return text[(text.LastIndexOf('。') + 1)..].Contains("力争", StringComparison.Ordinal);
    }

    /// <summary>Whether percentages behind a whole are each of it and together more than it: 42个点次中，昼间达标40个、夜间达标36个，达标率分别为95.2%和85.7%.</summary>
    public static bool HasRatesOf(this Sentence sentence, Figure whole) =>
        sentence.Figures.Where(figure => figure.Start > whole.End && figure.IsPercent()).ToList() is [var first, _, ..] rates && rates.Sum(rate => rate.Value) > MostOfWhole && Headings.Has(sentence.Text[whole.End..first.Start], "率分别");

    /// <summary>Quotes a figure of the sentence, or of another of its paragraph.</summary>
    public static Spot Quote(this Sentence sentence, Figure figure)
    {
        var owner = sentence.Figures.Any(own => ReferenceEquals(own, figure)) ? sentence : sentence.Passage.Sentences.FirstOrDefault(other => other.Figures.Any(own => ReferenceEquals(own, figure)));
        return owner is null ? sentence.Spot : owner.Quote(figure.Start, figure.End);
    }

    /// <summary>The words from the last comma to the next around a figure.</summary>
    public static string Clause(this Sentence sentence, Figure figure) => sentence.ClauseBefore(figure.Start) + sentence.Text[figure.Start..sentence.ClauseEnd(figure.End)];

    /// <summary>The words between the figure before, a pause or the beginning, and a figure.</summary>
    public static string LabelOf(this Sentence sentence, Figure figure)
    {
        var from = Math.Max(sentence.Figures.LastOrDefault(other => other.End <= figure.Start)?.End ?? 0, figure.Start == 0 ? 0 : sentence.Text.AsSpan(0, figure.Start).LastIndexOfAny('，', '、') + 1);
        return sentence.Text[from..figure.Start];
    }

    /// <summary>The sentences of a paragraph, those that a semicolon joins together.</summary>
    public static IEnumerable<IReadOnlyList<Sentence>> Runs(this Passage passage)
    {
        var run = new List<Sentence>();
        foreach (var sentence in passage.Sentences)
        {
            if (run.Count > 0 && passage.Text[sentence.Start - 1] != '；')
            {
                yield return run;
                run = [];
            }

            run.Add(sentence);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    /// <summary>The words of the paragraph up to a place of the sentence, at most the sentence before and this one.</summary>
    public static string Context(this Sentence sentence, int at)
    {
        var from = sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).Select(other => other.Start).DefaultIfEmpty(sentence.Start).TakeLast(2).First();
        return sentence.Passage.Text[from..(sentence.Start + at)];
    }

    /// <summary>Whether a figure is a percentage.</summary>
    public static bool IsPercent(this Figure figure) => figure.Unit is { Kind: UnitKind.Ratio, Name: "%" };

    /// <summary>Whether a figure is a percentage or a difference of two.</summary>
    public static bool IsShare(this Figure figure) => figure.Unit?.Kind is UnitKind.Ratio or UnitKind.Points;

    /// <summary>Whether two figures can be compared: the same unit, or one without.</summary>
    public static bool SameUnit(this Figure one, Figure other) => one.Unit?.Name == other.Unit?.Name || ((one.Unit is null || other.Unit is null) && !one.IsPercent() && !other.IsPercent());

    /// <summary>Where a list of names that ends at a place begins: behind the last comma, colon or opening bracket.</summary>
    public static string ListBefore(this Sentence sentence, int at)
    {
        var from = at == 0 ? -1 : sentence.Text.AsSpan(0, at).LastIndexOfAny("，：:（(".AsSpan());
        return sentence.Text[(from + 1)..at];
    }

    /// <summary>Where the names that 分别 distributes stand: before it in its clause, or in the clause before where its own only says of what: 甲、乙镇，浓度分别为….</summary>
    public static (int Start, int End) NamesBefore(this Sentence sentence, int at)
    {
        var own = sentence.ListBefore(at);
        var start = at - own.Length;
        if (own.Contains('、', StringComparison.Ordinal) || own.Length > 10 || start < 2 || sentence.Text[start - 1] != '，')
        {
            return (start, at);
        }

        var earlier = sentence.ListBefore(start - 1);
        return (earlier.Contains('、', StringComparison.Ordinal) || CountOfList(earlier) > 1) && FigureReader.FindAll(earlier).Count <= 1 ? (start - 1 - earlier.Length, start - 1) : (start, at);
    }

    /// <summary>Counts the members of a list joined by 、 and 和; brackets inside do not count. 0 for an empty text.</summary>
    public static int CountOfList(string list)
    {
        if (list.Trim().Length == 0)
        {
            return 0;
        }

        var (count, depth) = (1, 0);
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] is '（' or '(' or '“' or '《' ? 1 : list[i] is '）' or ')' or '”' or '》' && depth > 0 ? -1 : 0;
            count += depth == 0 && IsJoint(list, i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Splits a list as <see cref="CountOfList"/> counts it.</summary>
    public static IReadOnlyList<string> Members(string list)
    {
        var members = new List<string>();
        var start = 0;
        for (var i = 0; i < list.Length; i++)
        {
            if (IsJoint(list, i))
            {
                members.Add(list[start..i].Trim());
                start = i + 1;
            }
        }

        members.Add(list[start..].Trim());
        return members.FindAll(member => member.Length > 0);
    }

    // 市工业和信息化局: what stands before is no unit, what stands behind ends as one.
    private static bool IsInName(string list, int i)
    {
        var before = list[(i == 0 ? 0 : list.AsSpan(0, i).LastIndexOfAny("、，和") + 1)..i];
        var behind = list[(i + 1)..];
        var stop = behind.AsSpan().IndexOfAny("、，和");
        return before.Length > 0 && !UnitEnds.Contains(before[^1], StringComparison.Ordinal) && (stop < 0 ? behind : behind[..stop]).AsSpan().TrimEnd("0123456789个家").IndexOfAny(AgencyEnds) is > 0;
    }

    // 和 joins in 甲和乙; behind 、 it begins a name.
    private static bool IsJoint(string list, int i) =>
        list[i] == '、' || (!IsInName(list, i) && list[i] is '和' or '及' or '与' && i > 0 && i + 1 < list.Length && list[i - 1] is not ('、' or '以' or '涉' or '参' or '饱' or '总' or '温') && list[i + 1] is not ('谐' or '时' or '其'));
}
