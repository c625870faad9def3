using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>受理386件，办结371件，未办结的15件: what is not done is what is left of the whole, and it has one number wherever the document names it again.</summary>
internal static class UndoneRule
{
    private const int LongestBehind = 10;
    private static readonly string[] Verbs = ["办结", "整改", "整治", "治理", "销号", "验收", "修复", "复检", "完工", "开工", "完成", "达标"];
    private static readonly string[] Rests = ["剩余", "剩余的", "剩下", "剩下的", "余下", "余下的"];
    private static readonly string[] Stills = ["尚有", "仍有", "还有", "另有"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var amounts = document.Sentences.Where(sentence => sentence.Passage.Table is null).SelectMany(AmountsOf).ToList();
        var earlier = new List<Amount>();
        foreach (var left in amounts.Where(amount => amount.Left is not null))
        {
            CheckLeft(left, amounts, earlier, log);
            earlier.Add(left);
        }
    }

    private static IEnumerable<Amount> AmountsOf(Sentence sentence)
    {
        foreach (var figure in sentence.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) == 0))
        {
            var label = sentence.LabelOf(figure);
            var next = sentence.Figures.FirstOrDefault(other => other.Start >= figure.End)?.Start ?? sentence.Text.Length;
            var behind = sentence.Text[figure.End..Math.Min(figure.End + LongestBehind, Math.Min(next, sentence.ClauseEnd(figure.End)))];
            var left = Array.Find(Verbs, verb => IsLeft(label, behind, verb));
            yield return new Amount(sentence, figure, label + behind, left, left is null ? Array.Find(Verbs, verb => label.EndsWith(verb, StringComparison.Ordinal) && !Headings.Has(label, "未" + verb, "不" + verb)) : null);
        }
    }

    // 未办结的15件, 尚有24个问题未办结, 剩余19个排污口整治.
    private static bool IsLeft(string label, string behind, string verb) =>
        label.EndsWith("未" + verb + "的", StringComparison.Ordinal) || label.EndsWith("未" + verb, StringComparison.Ordinal)
        || (Array.Exists(Stills, label.EndsWith) && behind.Contains("未" + verb, StringComparison.Ordinal))
        || (Array.Exists(Rests, label.EndsWith) && behind.Contains(verb, StringComparison.Ordinal) && !Headings.Has(behind, "已", "全部"));

    // The numbers of whole and done stand under the same heading; else what is left is the same as where it was named before.
    private static void CheckLeft(Amount left, List<Amount> amounts, List<Amount> earlier, CheckLog log)
    {
        var before = amounts.FindAll(amount => amount.Unit == left.Unit && amount.Sentence.Passage.Subject == left.Sentence.Passage.Subject && IsBefore(amount, left));
        var pairs = before.Where(done => done.Done == left.Left).SelectMany(done => before.Where(whole => whole.Done is null && whole.Left is null && IsBefore(whole, done) && whole.Figure.Value >= done.Figure.Value).Select(whole => (Whole: whole, Done: done))).ToList();
        var same = earlier.FindAll(other => other.Left == left.Left && other.Unit == left.Unit && Likeness.LongestCommon(other.Noun, left.Noun).Length > 1);
        if (pairs.Exists(pair => pair.Whole.Figure.Value - pair.Done.Figure.Value == left.Figure.Value) || same.Exists(other => other.Figure.Value == left.Figure.Value))
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
        else if (same.Count > 0)
        {
            log.Add("DOC-010", CheckKind.FigureConflict, Severity.Warning, left.Sentence.Spot, [same[^1].Sentence.Spot], left.Spot.Text, same[^1].Spot.Text, ("name", "未" + left.Left));
        }
        else
        {
            log.Unknown();
        }
    }

    private static bool IsBefore(Amount one, Amount other) =>
        one.Sentence == other.Sentence ? one.Figure.End <= other.Figure.Start : (one.Sentence.Passage.Origin.Block ?? one.Sentence.Passage.Origin.Line ?? 0, one.Sentence.Start).CompareTo((other.Sentence.Passage.Origin.Block ?? other.Sentence.Passage.Origin.Line ?? 0, other.Sentence.Start)) < 0;

    private sealed record Amount(Sentence Sentence, Figure Figure, string Words, string? Left, string? Done)
    {
        public string Unit => Figure.Unit!.Name;

        public Spot Spot => Sentence.Quote(Figure);

        /// <summary>The words without those that say that something is left: 排污口 of 排污口尚有…未整治.</summary>
        public string Noun => Stills.Concat(Rests).Concat(Verbs.Select(verb => "未" + verb)).Append("尚").Aggregate(Words, (words, word) => words.Replace(word, "|", StringComparison.Ordinal));
    }
}
