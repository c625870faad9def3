using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>共402批次，合格399批次，不合格3批次: what has a quality and what has it not are together one of the numbers before.</summary>
internal static class ComplementRule
{
    private const int LongestLabel = 8;
    private static readonly string[] Qualities = ["合格", "达标", "完成", "办结", "整改", "符合", "通过"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            foreach (var quality in Qualities)
            {
                var counted = sentence.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
                if (counted.FindAll(figure => EndsWith(sentence, figure, quality, isMissing: false)) is [var with] && counted.FindAll(figure => EndsWith(sentence, figure, quality, isMissing: true)) is [var without]
                    && with.Start < without.Start && with.Unit!.Name == without.Unit!.Name)
                {
                    CheckSum(sentence, with, without, log);
                }
            }
        }
    }

    private static bool EndsWith(Sentence sentence, Figure figure, string quality, bool isMissing)
    {
        var label = sentence.Before(figure.Start, LongestLabel);
        var at = label.LastIndexOf(quality, StringComparison.Ordinal);
        return at >= 0 && label.Length - at - quality.Length <= 1 && (at > 0 && label[at - 1] is '不' or '未') == isMissing;
    }

    private static void CheckSum(Sentence sentence, Figure with, Figure without, CheckLog log)
    {
        var wholes = sentence.Figures.Where(figure => figure.End <= with.Start && figure.Unit?.Name == with.Unit!.Name && figure.IsPlain && figure.Value >= with.Value && !sentence.Text[figure.End..with.Start].Contains('、', StringComparison.Ordinal)).ToList();
        var sum = with.Value + without.Value;
        if (wholes.Count == 0)
        {
            return;
        }

        if (wholes.Exists(whole => whole.Value == sum))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Error, sentence.Spot, [sentence.Quote(with), sentence.Quote(without)], sentence.Quote(wholes[^1]).Text, Numbers.Plain(sum) + without.UnitText,
            ("working", $"{Numbers.Plain(with.Value)}＋{Numbers.Plain(without.Value)}"));
    }
}
