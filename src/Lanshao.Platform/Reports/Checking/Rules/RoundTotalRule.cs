using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>实施项目40余个, 巡河6.4万余人次 in the opening: the exact number of the same things stands in the text or in a row of totals. Wrong is what no exact number of that unit makes true, where one of the same name is near.</summary>
internal static class RoundTotalRule
{
    private const int OpeningPassages = 6;
    private const int LongestName = 8;
    private const decimal Near = 0.25m;
    private static readonly string[] Generic = ["全市", "全县", "全区", "全年", "累计", "完成", "实施", "全部", "各类", "工作", "开展", "共计", "我市", "我县", "我区", "任务", "年度"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var opening = document.Passages.Where(passage => passage.Table is null).Take(OpeningPassages).SelectMany(passage => passage.Sentences).ToList();
        var round = opening.SelectMany(sentence => sentence.Figures.Where(figure => figure is { Hedge: Hedge.Over or Hedge.Nearly, Bound: Bound.None, IsOrdinal: false, Unit: not null } && !figure.IsShare()).Select(figure => (Sentence: sentence, Figure: figure))).ToList();
        if (round.Count == 0)
        {
            return;
        }

        var exact = Exact(document).ToLookup(known => known.Figure.Unit?.Name ?? "");
        foreach (var (sentence, figure) in round)
        {
            Check(sentence, figure, [.. exact[figure.Unit!.Name]], log);
        }
    }

    private static IEnumerable<Known> Exact(CheckedDocument document) =>
        document.Sentences.Where(sentence => sentence.Passage.Table is null).SelectMany(sentence => sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit: not null }).Select(figure => new Known(figure, sentence.LabelOf(figure) + sentence.Behind(figure.End, LongestName).Split('，', '、')[0], sentence.Quote(figure))))
            .Concat(from table in document.Tables
                    from line in table.Lines
                    where line.Kind is LineKind.Total or LineKind.Summary
                    from column in table.Columns
                    where column.IsValue && line.Value(column) is not null
                    select new Known(table.Scaled(line, column)! with { Unit = column.Unit ?? table.Unit }, column.Heading + table.Title.Text, line.Cell(column).Spot));

    private static void Check(Sentence sentence, Figure figure, List<Known> exact, CheckLog log)
    {
        if (exact.Exists(known => figure.Interval.Overlaps(known.Figure.Rounded)))
        {
            log.Agree();
            return;
        }

        var words = Generic.Aggregate(sentence.LabelOf(figure) + sentence.Behind(figure.End, LongestName).Split('，', '、')[0], (rest, word) => rest.Replace(word, "|", StringComparison.Ordinal));
        var near = exact.FindAll(known => Math.Abs(known.Figure.Value - figure.Value) <= figure.Value * Near && Likeness.LongestCommon(words, known.Words) is { Length: > 1 } common && !common.Contains('|', StringComparison.Ordinal));
        if (near.Count == 0)
        {
            log.Unknown();
            return;
        }

        var shown = near.MinBy(known => Math.Abs(known.Figure.Value - figure.Value))!;
        log.Add("DOC-010", CheckKind.FigureConflict, Severity.Warning, sentence.Spot, [shown.Spot], sentence.Quote(figure).Text, shown.Spot.Text, ("name", sentence.LabelOf(figure)));
    }

    private sealed record Known(Figure Figure, string Words, Spot Spot);
}
