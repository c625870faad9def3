using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>发现问题145个…。问题中露天焚烧52个、扬尘65个、其他28个; 受理515件，供水类246件、…、其他50件: a list that names the rest makes a whole that the paragraph gives, without 其中 between them.</summary>
internal static class LooseListRule
{
    private const int FewestParts = 3;
    private const decimal Nearest = 0.3m;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count >= FewestParts))
        {
            var parts = PartsOf(sentence);
            if (parts.Count >= FewestParts && PartList.NamesRest(parts))
            {
                CheckParts(sentence, parts, log);
            }
        }
    }

    // What a comma parts from the others, with pauses between these, is their whole: 受理515件，供水类246件、….
    private static List<ListedPart> PartsOf(Sentence sentence)
    {
        var among = sentence.Text.IndexOf("其中", StringComparison.Ordinal);
        var parts = PartList.Read(sentence, 0).TakeWhile(part => among < 0 || part.Figure.End <= among).ToList();
        var isParted = parts.Count > FewestParts && sentence.Text[parts[0].Figure.End..parts[1].Figure.Start].StartsWith('，') && sentence.Text[parts[1].Figure.End] == '、';
        return isParted ? parts[1..] : parts;
    }

    private static void CheckParts(Sentence sentence, List<ListedPart> parts, CheckLog log)
    {
        var sum = PartList.Sum(parts);
        var most = parts.Max(part => part.Figure.Value);
        var wholes = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= parts[0].Figure.Start) && IsWhole(other, figure, parts[0].Figure))).ToList();
        var near = wholes.FindAll(whole => whole.Value > most * Nearest && sum.High > whole.Value * Nearest && whole.Value > sum.Low * Nearest);
        if (wholes.Exists(whole => sum.Overlaps(whole.Interval)))
        {
            log.Agree();
        }
        else if (near.Count == 0)
        {
            log.Unknown();
        }
        else
        {
            var whole = near.MinBy(whole => Math.Abs(whole.Value - parts.Sum(part => part.Figure.Value)))!;
            log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, [sentence.Quote(whole)], sentence.Quote(whole).Text, Numbers.Plain(parts.Sum(part => part.Figure.Value)) + whole.Unit!.Name,
                ("working", string.Join("＋", parts.Select(part => Numbers.Plain(part.Figure.Value)))));
        }
    }

    private static bool IsWhole(Sentence sentence, Figure figure, Figure part) =>
        figure is { IsPlain: true, IsOrdinal: false } && figure.Unit?.Name == part.Unit!.Name && Directions.Before(sentence.Text, figure.Start) == 0 && !Headings.IsBefore(sentence.Before(figure.Start, 6));
}
