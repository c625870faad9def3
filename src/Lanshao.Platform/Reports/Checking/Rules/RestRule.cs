using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>好转的断面2个，变差的断面1个，其余9个断面保持稳定: the parts and the rest are the number of all that the text or a table has.</summary>
internal static class RestRule
{
    private const string Rest = "其余";
    private const int NounLength = 6;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            var at = sentence.Text.IndexOf(Rest, StringComparison.Ordinal);
            if (at > 0 && sentence.Figures.FirstOrDefault(figure => figure.Start == at + Rest.Length) is { IsCounted: true, IsPlain: true } rest)
            {
                CheckSum(document, sentence, rest, log);
            }
        }
    }

    private static void CheckSum(CheckedDocument document, Sentence sentence, Figure rest, CheckLog log)
    {
        var noun = sentence.Behind(rest.End, NounLength);
        var parts = sentence.Figures.Where(figure => figure.End <= rest.Start && figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && figure.Unit!.Name == rest.Unit!.Name).Append(rest).ToList();
        var wholes = Wholes(document, sentence, rest, noun).ToList();
        var sum = parts.Sum(part => part.Value);
        var first = parts[0].Value;
        if (parts.Count < 2 || wholes.Count == 0)
        {
            log.Unknown();
            return;
        }

        // 12个断面中2个好转，其余10个: the first may be the whole itself.
        if (wholes.Contains(sum) || sum - first == first || wholes.Contains(sum - first))
        {
            log.Agree();
            return;
        }

        if (wholes.Distinct().Skip(1).Any())
        {
            log.Unknown();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, parts.Select(part => sentence.Quote(part)), sentence.Text[rest.Start..rest.End], Numbers.Plain(wholes[0] - sum + rest.Value) + rest.UnitText,
            ("working", $"{Numbers.Plain(wholes[0])}－{string.Join("－", parts.Take(parts.Count - 1).Select(part => Numbers.Plain(part.Value)))}"));
    }

    // The greatest number of such things that the words under the same heading print.
    private static IEnumerable<decimal> Wholes(CheckedDocument document, Sentence sentence, Figure rest, string noun)
    {
        var before = document.Passages.Where(passage => passage.Table is null && passage.Subject == sentence.Passage.Subject)
            .SelectMany(passage => passage.Sentences).TakeWhile(other => other != sentence)
            .SelectMany(other => other.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true } && figure.Unit!.Name == rest.Unit!.Name && Likeness.LongestCommon(other.Behind(figure.End, NounLength), noun).Length >= 2).Select(figure => figure.Value)).ToList();
        return before.Count == 0 ? [] : [before.Max()];
    }
}
