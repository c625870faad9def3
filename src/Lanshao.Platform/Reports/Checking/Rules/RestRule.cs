using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>好转的断面2个，变差的断面1个，其余9个断面保持稳定: the parts and the rest are the number of all that the text has.</summary>
internal static class RestRule
{
    private const int NounLength = 6;
    private static readonly string[] Rests = ["其余", "另有", "剩余", "尚有", "仍有", "还有"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var word in Rests)
            {
                var at = sentence.Text.IndexOf(word, StringComparison.Ordinal);
                var rest = at >= 0 ? sentence.Figures.FirstOrDefault(figure => figure.Start == at + word.Length) : null;
                // 还有4家正在验收: some of what is left may be so.
                if (rest is { IsPlain: true, IsOrdinal: false, Unit.Kind: UnitKind.Count } && !(word is "还有" or "另有" && sentence.Text[rest.End..sentence.ClauseEnd(rest.End)].Contains("正在", StringComparison.Ordinal)))
                {
                    CheckSum(document, sentence, rest, isOther: word is "另有" or "还有", log);
                    CheckTogether(sentence, rest, log);
                }
            }
        }
    }

    // 处罚67辆，其中甲站21辆、乙站17辆，…；其余3个站共处罚29辆: what the rest have together, beside the parts that are named.
    private static void CheckTogether(Sentence sentence, Figure rest, CheckLog log)
    {
        var together = sentence.Figures.FirstOrDefault(figure => figure.Start >= rest.End);
        var gap = together is null ? "" : sentence.Text[rest.End..together.Start];
        if (together is not { IsPlain: true, Unit: not null } || together.Unit.Name == rest.Unit!.Name || gap.Contains('，', StringComparison.Ordinal) || !Headings.Has(gap, "共", "合计"))
        {
            return;
        }

        var run = sentence.Passage.Runs().First(found => found.Contains(sentence)).TakeWhile(other => other.Start <= sentence.Start);
        var before = run.SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= rest.Start) && figure is { IsPlain: true, IsOrdinal: false } && figure.Unit?.Name == together.Unit.Name && Directions.Before(other.Text, figure.Start) == 0)).ToList();
        if (before.Count < 2 || before[0].Value < before.Skip(1).Max(part => part.Value))
        {
            return;
        }

        var parts = before.Skip(1).Sum(part => part.Value);
        if (before[0].Value == parts + together.Value)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, before.Select(part => sentence.Quote(part)), sentence.Quote(together).Text, Numbers.Plain(before[0].Value - parts) + together.UnitText,
            ("working", Numbers.Plain(before[0].Value) + string.Concat(before.Skip(1).Select(part => "－" + Numbers.Plain(part.Value)))));
    }

    private static void CheckSum(CheckedDocument document, Sentence sentence, Figure rest, bool isOther, CheckLog log)
    {
        var parts = sentence.Figures.Where(figure => figure.End <= rest.Start && figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && figure.Unit!.Name == rest.Unit!.Name && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
        var above = Above(document, sentence, rest);
        if (parts.Count == 1 && sentence.Figures.Where(figure => figure.IsPercent() && figure.Start >= parts[0].End && figure.End <= rest.Start).ToList() is [var rate] && sentence.Before(rate.Start, 2).Contains('率', StringComparison.Ordinal) && !isOther)
        {
            CheckRate(sentence, parts[0], rest, rate, log);
        }

        // 完成26家，占应整治32家的81.3%，其余6家: the share says of what.
        if (parts is [.., var done, var all] && all.Value > done.Value && sentence.Text[done.End..all.Start] is { Length: <= 12 } of && of.StartsWith("，占", StringComparison.Ordinal) && sentence.Text[all.End..] is ['的', ..] or ['）', '的', ..]
            && sentence.Figures.Count(figure => figure.Start >= all.End && figure.End <= rest.Start) == 1)
        {
            Decide(sentence, done, all, rest, log);
            return;
        }

        // 已整改241个，整改率89.9%，其余27个: the rate says which of the numbers above is the whole.
        var rated = parts.Count == 0 ? [] : above.Where(whole => whole > 0m && sentence.Figures.Any(figure => figure.IsPercent() && figure.Start > parts[^1].End && figure.End < rest.Start && NumberInterval.Of(parts[^1].Value * 100m / whole).Overlaps(figure.Rounded))).Distinct().ToList();
        above = rated.Count == 1 ? rated : above;
        if (parts.Count == 0 || (parts.Count == 1 && above.Count == 0))
        {
            log.Unknown();
            return;
        }

        // 53个, 已整改48个，其余5个: the first may be the whole itself, or the whole stands above; any reading that adds up is enough.
        var sums = Enumerable.Range(0, parts.Count).Select(from => parts.Skip(from).Sum(part => part.Value) + rest.Value).ToList();
        var wholes = above.Concat(parts.Select(part => part.Value)).ToList();
        var named = NamedBetween(sentence, parts[^1], rest);
        if (sums.Exists(wholes.Contains) || parts.Exists(part => wholes.Contains(part.Value + rest.Value)) || wholes.Contains(rest.Value + named) || (named > 0 && parts.Exists(part => part.Value == rest.Value + named)))
        {
            log.Agree();
            return;
        }

        var isWhole = parts.Count > 1 && parts[0].Value > parts.Skip(1).Sum(part => part.Value) && Headings.Has(sentence.Text[parts[0].End..parts[1].Start], "中", "已");
        if ((isOther && above.Count > 0 && parts.Count > 1) || (above.Count == 0 && !isWhole && named == 0))
        {
            log.Unknown();
            return;
        }

        Add(sentence, rest, parts, above, named, isWhole, log);
    }

    private static void Decide(Sentence sentence, Figure done, Figure all, Figure rest, CheckLog log)
    {
        if (all.Value - done.Value == rest.Value)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, [sentence.Quote(done), sentence.Quote(all)], sentence.Quote(rest).Text, Numbers.Plain(all.Value - done.Value) + rest.UnitText, ("working", $"{Numbers.Plain(all.Value)}－{Numbers.Plain(done.Value)}"));
    }

    private static void Add(Sentence sentence, Figure rest, List<Figure> parts, List<decimal> above, int named, bool isWhole, CheckLog log)
    {
        var whole = named > 0 || isWhole || above.Count == 0 ? parts[0].Value : above[^1];
        var taken = named > 0 ? [] : parts.Skip(whole == parts[0].Value && above.Count == 0 || isWhole ? 1 : 0).Select(part => part.Value).ToList();
        var expected = whole - taken.Sum() - named;
        // 4个县区均有提高，甲区最大，其余3个: the only number is the whole itself.
        var isOnly = parts is [var only] && named == 0 && only.Value == whole;
        if (expected < 0m || isOnly || above.Distinct().Skip(1).Any())
        {
            log.Unknown();
            return;
        }

        var working = Numbers.Plain(whole) + string.Concat(taken.Select(value => "－" + Numbers.Plain(value))) + (named > 0 ? "－" + Numbers.Count(named) : "");
        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, parts.Select(part => sentence.Quote(part)), sentence.Text[rest.Start..rest.End], Numbers.Plain(expected) + rest.UnitText, ("working", working));
    }

    // 办结1231件，办结率97.4%，其余33件: both together are the whole of the rate.
    private static void CheckRate(Sentence sentence, Figure part, Figure rest, Figure rate, CheckLog log)
    {
        var share = part.Value * 100m / (part.Value + rest.Value);
        if (!NumberInterval.Of(share).Overlaps(rate.Rounded))
        {
            log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(part), sentence.Quote(rest)], sentence.Quote(rate).Text, Numbers.Like(rate, share) + "%",
                ("working", $"{Numbers.Plain(part.Value)}÷（{Numbers.Plain(part.Value)}＋{Numbers.Plain(rest.Value)}）"));
        }
    }

    // 3个断面中，柳营桥断面为Ⅲ类，其余2个: what is named between is counted.
    private static int NamedBetween(Sentence sentence, Figure whole, Figure rest)
    {
        var words = sentence.Text[whole.End..rest.Start];
        var clause = words.Split('，').Skip(1).FirstOrDefault(part => part.Contains('为', StringComparison.Ordinal)) ?? "";
        return words.Split('，')[0].EndsWith('中') && clause.Length > 0 ? ProseText.CountOfList(clause[..clause.IndexOf('为', StringComparison.Ordinal)]) : 0;
    }

    // 较上周增加7个（上周46个）.
    private static bool IsOfOtherTime(Passage passage, Figure figure) =>
        passage.Sentences.FirstOrDefault(other => other.Figures.Any(own => ReferenceEquals(own, figure))) is { } owner && (Directions.Before(owner.Text, figure.Start) != 0 || Headings.IsBefore(owner.Before(figure.Start, 6)));

    // The numbers of such things in the sentences before of the paragraph, and the greatest under the same heading.
    private static List<decimal> Above(CheckedDocument document, Sentence sentence, Figure rest)
    {
        var noun = sentence.Behind(rest.End, NounLength);
        var near = sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).TakeLast(1).SelectMany(other => other.Figures)
            .Where(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && figure.Unit!.Name == rest.Unit!.Name && !IsOfOtherTime(sentence.Passage, figure)).Select(figure => figure.Value).ToList();
        var before = document.Passages.Where(passage => passage.Table is null && passage.Subject == sentence.Passage.Subject)
            .SelectMany(passage => passage.Sentences).TakeWhile(other => other != sentence)
            .SelectMany(other => other.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true } && figure.Unit!.Name == rest.Unit!.Name && Likeness.LongestCommon(other.Behind(figure.End, NounLength), noun).Length >= 2).Select(figure => figure.Value)).ToList();
        return before.Count == 0 ? near : [.. near, before.Max()];
    }
}
