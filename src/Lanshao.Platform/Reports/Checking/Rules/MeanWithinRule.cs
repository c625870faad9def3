using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>1—3月有效率分别为96.2%、97.1%、95.4%，一季度平均96.2%: a mean lies between the least and the greatest of what it is the mean of, however it is weighted.</summary>
internal static class MeanWithinRule
{
    private const int FewestValues = 3;
    private const int LongestGap = 4;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var run in document.Passages.Where(passage => passage.Table is null).SelectMany(passage => passage.Runs()))
        {
            foreach (var sentence in run)
            {
                var at = sentence.Text.IndexOf("分别", StringComparison.Ordinal);
                var values = at < 0 ? [] : RespectiveValues.Read(sentence, at).Select(value => value.Figure).OfType<Figure>().ToList();
                if (values.Count >= FewestValues && values[^1].Unit is { } unit && values.TrueForAll(value => value.Unit is null || value.Unit.Name == unit.Name))
                {
                    CheckMeans(run, sentence, values, log);
                }
            }
        }
    }

    private static void CheckMeans(IReadOnlyList<Sentence> run, Sentence list, List<Figure> values, CheckLog log)
    {
        foreach (var sentence in run.Where(other => other.Start >= list.Start))
        {
            foreach (var mean in sentence.Figures.Where(figure => (sentence != list || figure.Start >= values[^1].End) && figure is { IsPlain: true, IsOrdinal: false } && figure.Unit?.Name == values[^1].Unit!.Name && IsMean(sentence, figure)))
            {
                Decide(list, sentence, mean, values, log);
            }
        }
    }

    private static bool IsMean(Sentence sentence, Figure figure) =>
        sentence.ClauseBefore(figure.Start) is var clause && clause.LastIndexOf("平均", StringComparison.Ordinal) is >= 0 and var at && clause.Length - at - 2 <= LongestGap && !Headings.Has(clause, "每", "全市", "全省", "全国", "同比", "高于", "低于", "较", "比");

    private static void Decide(Sentence list, Sentence sentence, Figure mean, List<Figure> values, CheckLog log)
    {
        var (least, greatest) = (values.MinBy(value => value.Value)!, values.MaxBy(value => value.Value)!);
        if (mean.Rounded.Overlaps(new NumberInterval(least.Rounded.Low, greatest.Rounded.High)))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Range, Severity.Warning, sentence.Spot, [list.Quote(least), list.Quote(greatest)], sentence.Quote(mean).Text, $"{Numbers.Plain(least.Value)}—{Numbers.Plain(greatest.Value)}之间的数", ("working", "平均值在最小值与最大值之间，"));
    }
}
