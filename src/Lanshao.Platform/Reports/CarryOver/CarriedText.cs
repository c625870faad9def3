using System.Globalization;
using System.Text.RegularExpressions;
using Lanshao.Documents.Language;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Reports.Facts;

namespace Lanshao.Platform.Reports.CarryOver;

/// <summary>Goes through last period's running text: titles of annexes, figures, names, words of the period, superlatives.</summary>
/// <param name="before">The facts of the old period.</param>
/// <param name="now">Those of the new one.</param>
/// <param name="titles">The annexes' titles in both.</param>
internal sealed partial class CarriedText(FactCatalogue before, FactCatalogue now, IReadOnlyList<(string Before, string Now)> titles)
{
    private const int LongestSentence = 80;
    private const int LongestCaption = 60;
    private const string Ends = "。；！？\n";
    private const string PictureNote = "（上期的图，未换）";

    // Superlatives, and words that hold for all or for none.
    private static readonly string[] Superlatives = ["全市最优", "全市最好", "历史最好", "历史最优", "历史同期最好", "最优", "首位", "第一", "首次", "唯一", "最好", "末位", "垫底", "名列前茅", "领先", "创新高", "新低", "均达标", "全部达标", "全覆盖", "仅次于", "均同比", "均稳定", "均达到", "都达到", "均符合", "均优于", "稳定达标", "普遍", "无劣Ⅴ", "没有劣Ⅴ", "无街道", "没有街道", "未发生", "未发现", "超额完成", "提前完成"];
    private readonly FigureBinding _binding = new(before, now);
    private readonly PeriodSwap _periods = new(before, now);

    public List<WordEdit> Edits { get; } = [];

    public List<CarriedItem> Items { get; } = [];

    /// <summary>Revises a paragraph.</summary>
    public void Revise(WordParagraph paragraph)
    {
        var plain = ChineseText.ToHalfWidth(paragraph.Text);
        if (plain.Length != paragraph.Text.Length)
        {
            plain = paragraph.Text;
        }

        var taken = new bool[plain.Length];
        var where = WhereOf(paragraph);
        ReviseTitles(paragraph, plain, taken, where);
        ReviseNames(paragraph, plain, taken, where);
        RevisePeriods(paragraph, plain, taken, where);
        var figures = FigureReader.FindAll(plain).Where(figure => !IsNumbering(plain, figure) && !IsSerial(paragraph, plain)).ToList();
        foreach (var (first, second) in figures.Zip(figures.Skip(1)).Where(pair => plain[pair.First.End..pair.Second.Start] is "—" or "-" or "~"))
        {
            ReviseRange(paragraph, plain, first, second, taken, where);
        }

        foreach (var figure in figures)
        {
            ReviseFigure(paragraph, plain, figure, taken, where);
        }

        foreach (var found in Classes().Matches(plain).Select(match => match.Groups["classes"]).Where(found => !taken.AsSpan(found.Index, found.Length).Contains(true)))
        {
            Take(paragraph, plain, found.Index, found.Length, new(CarriedReason.NoFact, null, found.Value, string.Empty), taken, where);
        }

        foreach (var (word, at) in Superlatives.SelectMany(word => PlacesOf(plain, word).Select(at => (word, at))).Where(found => !Superlatives.Any(longer => longer.Length > found.word.Length && longer.Contains(found.word, StringComparison.Ordinal) && plain.Contains(longer, StringComparison.Ordinal))))
        {
            Items.Add(new(CarriedKind.Superlative, where, word, string.Empty, CarriedReason.None, Sentence(plain, at)));
        }
    }

    /// <summary>Names a picture of the old period, with what stands below it, and says so beside it.</summary>
    public void LeavePicture(WordParagraph paragraph, IReadOnlyList<WordParagraph> all)
    {
        var near = all.Skip(paragraph.Index).Take(3).Concat(all.Take(paragraph.Index).TakeLast(1)).Select(other => other.Text.Trim());
        var caption = near.FirstOrDefault(text => text.StartsWith('图') && text.Length <= LongestCaption) ?? string.Empty;
        Items.Add(new(CarriedKind.Picture, WhereOf(paragraph), caption.Length > 0 ? caption : "图", string.Empty, CarriedReason.None, string.Empty));
        Edits.Add(new(paragraph.Index, paragraph.Text.Length, 0, PictureNote, IsNote: true));
    }

    private static string WhereOf(WordParagraph paragraph) =>
        paragraph.Table is { } table ? string.Create(CultureInfo.InvariantCulture, $"表{table}第{paragraph.Row}行") : string.Create(CultureInfo.InvariantCulture, $"第{paragraph.Index + 1}段");

    // A title says the months and how firm the figures are; only what differs is written anew, a number as a whole.
    private void ReviseTitles(WordParagraph paragraph, string plain, bool[] taken, string where)
    {
        foreach (var (old, title) in titles)
        {
            foreach (var at in PlacesOf(plain, old).Where(at => !taken.AsSpan(at, old.Length).Contains(true)))
            {
                taken.AsSpan(at, old.Length).Fill(true);
                if (old != title)
                {
                    var front = old.AsSpan().CommonPrefixLength(title);
                    var back = Enumerable.Range(0, Math.Min(old.Length, title.Length) - front).TakeWhile(i => old[^(i + 1)] == title[^(i + 1)]).Count();
                    front -= old.AsSpan(0, front).Length - old.AsSpan(0, front).TrimEnd("0123456789").Length;
                    back -= old.AsSpan(old.Length - back).Length - old.AsSpan(old.Length - back).TrimStart("0123456789").Length;
                    Items.Add(new(CarriedKind.PeriodChanged, where, old, title, CarriedReason.None, Sentence(plain, at)));
                    Edits.Add(new(paragraph.Index, at + front, old.Length - front - back, title[front..^back]));
                }
            }
        }
    }

    private void ReviseNames(WordParagraph paragraph, string plain, bool[] taken, string where)
    {
        foreach (var name in _binding.Names)
        {
            foreach (var at in PlacesOf(plain, name).Where(at => !taken.AsSpan(at, name.Length).Contains(true)))
            {
                var bound = IsPartOfList(plain, at, name.Length) ? null : _binding.Bind(name, Ahead(plain, at), Behind(plain, at + name.Length), plain[..at]);
                if (bound?.Reason == CarriedReason.Bound || name.Contains('、', StringComparison.Ordinal))
                {
                    Take(paragraph, plain, at, name.Length, bound ?? new(CarriedReason.PartOfList, null, name, string.Empty), taken, where);
                }
            }
        }
    }

    private void ReviseFigure(WordParagraph paragraph, string plain, Figure figure, bool[] taken, string where)
    {
        if (taken.AsSpan(figure.Start, figure.Length).Contains(true))
        {
            return;
        }

        var bound = _binding.Bind(plain[figure.Start..figure.End], Ahead(plain, figure.Start), Behind(plain, figure.End), plain[..figure.Start]);
        Take(paragraph, plain, figure.End - bound.Before.Length, bound.Before.Length, bound, taken, where);
    }

    // 下降3.8%—14.0%: the way is said once and holds for both, so both are written together.
    private void ReviseRange(WordParagraph paragraph, string plain, Figure first, Figure second, bool[] taken, string where)
    {
        if (!taken.AsSpan(first.Start, second.End - first.Start).Contains(true)
            && _binding.BindRange(plain[first.Start..first.End], plain[first.Start..second.End], plain[second.Start..second.End], Ahead(plain, first.Start), Behind(plain, second.End)) is { } bound)
        {
            Take(paragraph, plain, second.End - bound.Before.Length, bound.Before.Length, bound, taken, where);
        }
    }

    private void Take(WordParagraph paragraph, string plain, int start, int length, FigureBinding.Bound bound, bool[] taken, string where)
    {
        taken.AsSpan(start, length).Fill(true);
        var isBound = bound.Reason == CarriedReason.Bound;
        Items.Add(new(isBound ? CarriedKind.Replaced : CarriedKind.Unbound, where, bound.Before, bound.Now, bound.Reason, Sentence(plain, start)) { Label = bound.Fact?.Label ?? string.Empty });
        Edits.Add(new(paragraph.Index, start, length, isBound ? bound.Now : null));
    }

    private void RevisePeriods(WordParagraph paragraph, string plain, bool[] taken, string where)
    {
        foreach (var found in _periods.Find(plain).Where(found => !taken.AsSpan(found.Start, found.Before.Length).Contains(true)))
        {
            taken.AsSpan(found.Start, found.Before.Length).Fill(true);
            Items.Add(new(found.Now is null ? CarriedKind.PeriodLeft : CarriedKind.PeriodChanged, where, found.Before, found.Now ?? string.Empty, CarriedReason.None, Sentence(plain, found.Start)));
            if (found.Now is { } words)
            {
                Edits.Add(new(paragraph.Index, found.Start, found.Before.Length, words));
            }
        }
    }

    // 1. and （1） number a heading, 附件1 an annex, 图1 a chart, 7-9-1 a measure.
    private static bool IsNumbering(string text, Figure figure) => Code().IsMatch(text) || text[..figure.Start].Trim(' ', '　', '：', ':') is "附件" or "图" or "表" || text[..figure.Start].Trim('（', '(', ' ', '　').Length == 0 && figure.End < text.Length && text[figure.End] is '.' or '．' or '、' or '）' or ')';

    // The first column of a table counts its rows.
    private static bool IsSerial(WordParagraph paragraph, string text) => paragraph is { Table: not null, Cell: 1 } && text.Trim().All(char.IsAsciiDigit);

    // 甲、乙 of 甲、乙、丙 is another list.
    private static bool IsPartOfList(string text, int at, int length) => (at > 0 && text[at - 1] == '、') || (at + length < text.Length && text[at + length] == '、');

    [GeneratedRegex("^[0-9]+(-[0-9]+)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex("(为|是|达到|升至|降至|改善至|改善到)(?<classes>劣?[ⅠⅡⅢⅣⅤ][0-9]?类?(、劣?[ⅠⅡⅢⅣⅤ][0-9]?类?)*类|劣?[ⅠⅡⅢⅣⅤ][0-9]?类)", RegexOptions.NonBacktracking)]
    private static partial Regex Classes();

    private static IEnumerable<int> PlacesOf(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static string Ahead(string text, int at) => text[(text.AsSpan(0, at).LastIndexOfAny(Ends) + 1)..at];

    private static string Behind(string text, int at) => text[at..] is var rest && rest.AsSpan().IndexOfAny("，。；、\n") is var end and >= 0 ? rest[..end] : rest;

    private static string Sentence(string text, int at)
    {
        var start = text.AsSpan(0, at).LastIndexOfAny(Ends) + 1;
        var length = text.AsSpan(start).IndexOfAny(Ends) is var end and >= 0 ? end + 1 : text.Length - start;
        if (length <= LongestSentence)
        {
            return text.Substring(start, length);
        }

        var from = Math.Max(start, at - (LongestSentence / 2));
        return string.Concat(text.AsSpan(from, Math.Min(LongestSentence, text.Length - from)), "…");
    }
}
