using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>受理386件，办结371件，未办结的15件: what is not done is what is left of the whole, and it has one number wherever the document names it again.</summary>
internal static class UndoneRule
{
    private const int LongestBehind = 10;
    private const int MostBefore = 100;
    private static readonly string[] Rests = ["剩余", "剩余的", "剩下", "剩下的", "余下", "余下的"];
    private static readonly string[] Stills = ["尚有", "仍有", "还有", "另有"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var amounts = document.Sentences.Where(sentence => sentence.Passage.Table is null).SelectMany(AmountsOf).ToList();
        var earlier = new List<(Amount Left, string[] Nouns)>();
        foreach (var left in amounts.Where(amount => amount.Left is not null))
        {
            var pairs = PairsOf(left, amounts);
            var nouns = NounsOf(left.Words);
            var same = earlier.TakeLast(MostBefore).Where(other => other.Left.Left == left.Left && other.Left.Unit == left.Unit && AreAlike(other.Nouns, nouns)).Select(other => other.Left).ToList();
            CheckLeft(left, pairs, same, amounts, log);
            // 排查排污口95个…尚有19个: what is left are 排污口 too.
            earlier.Add((left, [.. nouns, .. pairs.Where(pair => IsRest(pair, left)).SelectMany(pair => NounsOf(pair.Whole.Words))]));
        }
    }

    private static IEnumerable<Amount> AmountsOf(Sentence sentence)
    {
        foreach (var figure in sentence.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) == 0))
        {
            var label = sentence.LabelOf(figure);
            var next = sentence.Figures.FirstOrDefault(other => other.Start >= figure.End)?.Start ?? sentence.Text.Length;
            var behind = sentence.Text[figure.End..Math.Min(figure.End + LongestBehind, Math.Min(next, sentence.ClauseEnd(figure.End)))];
            var left = HandlingVerbs.All.FirstOrDefault(verb => IsLeft(label, behind, verb));
            yield return new Amount(sentence, figure, label + behind, left, left is null ? HandlingVerbs.All.FirstOrDefault(verb => label.EndsWith(verb, StringComparison.Ordinal) && !Headings.Has(label, "未" + verb, "不" + verb)) : null);
        }
    }

    // 未办结的15件, 尚有24个问题未办结, 剩余19个排污口整治.
    private static bool IsLeft(string label, string behind, string verb) =>
        label.EndsWith("未" + verb + "的", StringComparison.Ordinal) || label.EndsWith("未完成" + verb + "的", StringComparison.Ordinal) || label.EndsWith("未" + verb, StringComparison.Ordinal)
        || (Array.Exists(Stills, label.EndsWith) && behind.Contains("未" + verb, StringComparison.Ordinal))
        || (Array.Exists(Rests, label.EndsWith) && behind.Contains(verb, StringComparison.Ordinal) && !Headings.Has(behind, "已", "全部"));

    // The numbers of whole and done stand under the same heading; else what is left is the same as where it was named before.
    private static void CheckLeft(Amount left, List<(Amount Whole, Amount Done)> pairs, List<Amount> same, List<Amount> amounts, CheckLog log)
    {
        // 按期办结50项，逾期办结12项，未办结4项: two numbers may be done.
        var isOfTwo = pairs.Exists(pair => pairs.Exists(other => other.Whole == pair.Whole && other.Done != pair.Done && pair.Whole.Figure.Value - pair.Done.Figure.Value - other.Done.Figure.Value == left.Figure.Value));
        if (isOfTwo || pairs.Exists(pair => IsRest(pair, left)) || same.Exists(other => other.Figure.Value == left.Figure.Value))
        {
            log.Agree();
        }
        else if (pairs.Count > 0)
        {
            // Of several the one of its own paragraph, else that of the greatest whole.
            var pair = pairs.OrderBy(pair => pair.Done.Sentence.Passage == left.Sentence.Passage).ThenBy(pair => pair.Whole.Figure.Value).Last();
            log.Add("DOC-030", CheckKind.Sum, Severity.Warning, left.Sentence.Spot, [pair.Whole.Spot, pair.Done.Spot], left.Spot.Text, Numbers.Plain(pair.Whole.Figure.Value - pair.Done.Figure.Value) + left.Figure.UnitText,
                ("working", $"{Numbers.Plain(pair.Whole.Figure.Value)}－{Numbers.Plain(pair.Done.Figure.Value)}"));
        }
        else if (same.Count == 0 && OnlyPair(left, amounts) is { } only)
        {
            log.Add("DOC-030", CheckKind.Sum, Severity.Warning, left.Sentence.Spot, [only.Whole.Spot, only.Done.Spot], left.Spot.Text, Numbers.Plain(only.Whole.Figure.Value - only.Done.Figure.Value) + left.Figure.UnitText,
                ("working", $"{Numbers.Plain(only.Whole.Figure.Value)}－{Numbers.Plain(only.Done.Figure.Value)}"));
        }
        else if (same.Count > 0)
        {
            log.Add("DOC-010", CheckKind.FigureConflict, Severity.Warning, left.Sentence.Spot, [same[^1].Sentence.Spot], left.Spot.Text, same[^1].Spot.Text, ("name", "未" + left.Left));
        }
        else
        {
            log.Unknown();
        }
    }

    // Under another heading: where the document says once only how many of such are done, beside one number of all, and no other two are so far apart.
    private static (Amount Whole, Amount Done)? OnlyPair(Amount left, List<Amount> amounts)
    {
        var done = amounts.FindAll(amount => amount.Done == left.Left && amount.Unit == left.Unit && IsBefore(amount, left));
        var near = done.Count != 1 ? [] : amounts.FindAll(amount => amount.Unit == left.Unit && amount.Sentence.Passage == done[0].Sentence.Passage && amount.Left is null && amount.Figure.Value > done[0].Figure.Value);
        return near.Count == 1 && near[0].Done is null && IsBefore(near[0], done[0]) && !amounts.Exists(one => one.Unit == left.Unit && amounts.Exists(other => other.Unit == left.Unit && one.Figure.Value - other.Figure.Value == left.Figure.Value)) ? (near[0], done[0]) : null;
    }

    private static List<(Amount Whole, Amount Done)> PairsOf(Amount left, List<Amount> amounts)
    {
        var before = amounts.Where(amount => amount.Unit == left.Unit && amount.Sentence.Passage.Subject == left.Sentence.Passage.Subject && IsBefore(amount, left)).TakeLast(MostBefore).ToList();
        return [.. from done in before
                   where done.Done == left.Left
                   from whole in before
                   where whole.Done is null && whole.Left is null && IsBefore(whole, done) && whole.Figure.Value >= done.Figure.Value
                   select (whole, done)];
    }

    private static bool IsRest((Amount Whole, Amount Done) pair, Amount left) => pair.Whole.Figure.Value - pair.Done.Figure.Value == left.Figure.Value;

    // 排污口 of 排污口尚有…未整治: the words without those that say what is done and left.
    private static string[] NounsOf(string words) =>
        Stills.Concat(Rests).Concat(HandlingVerbs.All).Append("尚").Append("未").Aggregate(words, (rest, word) => rest.Replace(word, "，", StringComparison.Ordinal)).Split('，', StringSplitOptions.RemoveEmptyEntries);

    private static bool AreAlike(string[] nouns, string[] others) => Array.Exists(nouns, noun => Array.Exists(others, other => Likeness.LongestCommon(noun, other).Length > 1));

    private static bool IsBefore(Amount one, Amount other) =>
        one.Sentence == other.Sentence ? one.Figure.End <= other.Figure.Start : (one.Sentence.Passage.Origin.Block ?? one.Sentence.Passage.Origin.Line ?? 0, one.Sentence.Start).CompareTo((other.Sentence.Passage.Origin.Block ?? other.Sentence.Passage.Origin.Line ?? 0, other.Sentence.Start)) < 0;

    private sealed record Amount(Sentence Sentence, Figure Figure, string Words, string? Left, string? Done)
    {
        public string Unit => Figure.Unit!.Name;

        public Spot Spot => Sentence.Quote(Figure);
    }
}
