using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>与2024年相比，回收利用率提高1.8个百分点 beside a table with 2024年现状值 36.2 and 2025年目标值 ≥38.0: the step is the way from one to the other.</summary>
internal static class TargetStepRule
{
    private const int ShortestName = 4;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables)
        {
            var target = table.Columns.Where(column => Headings.Has(column.Heading, "目标") && PeriodWords.YearIn(column.Heading) is not null).ToList();
            var present = table.Columns.Where(column => column.Role is ColumnRole.Number or ColumnRole.Percent && Headings.Has(column.Heading, "现状", "实际", "完成", "现值", "基数") && PeriodWords.YearIn(column.Heading) is not null).ToList();
            if (target is [var to] && present is [var from] && table.NameColumn is { } name)
            {
                CheckTable(document, table, name, from, to, log);
            }
        }
    }

    private static void CheckTable(CheckedDocument document, TableView table, TableColumn name, TableColumn from, TableColumn to, CheckLog log)
    {
        var year = PeriodWords.YearIn(from.Heading)!.Value;
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && PeriodWords.YearIn(sentence.Text) == year))
        {
            foreach (var step in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) != 0 && BasePhrase.Read(sentence, figure) is null))
            {
                var words = sentence.ClauseBefore(step.Start);
                var line = table.Data.Where(line => line.Cell(name).Text.Split('（', '(')[0] is { Length: >= ShortestName } label && words.StartsWith(label, StringComparison.Ordinal)).MaxBy(line => line.Cell(name).Text.Length);
                if (line is not null && line.Cell(from).Figure is { } before && FigureReader.FindAll(line.Cell(to).Text) is [var after] && (step.Unit?.Kind == UnitKind.Points || !step.IsPercent()))
                {
                    Decide(sentence, step, line, from, to, after.Rounded.Minus(before.Rounded), log);
                }
            }
        }
    }

    private static void Decide(Sentence sentence, Figure step, TableLine line, TableColumn from, TableColumn to, NumberInterval apart, CheckLog log)
    {
        if (apart.Overlaps(Directions.Before(sentence.Text, step.Start) < 0 ? step.Rounded.Negated() : step.Rounded))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, [line.Cell(from).Spot, line.Cell(to).Spot], sentence.Quote(step).Text, Numbers.Like(step, Math.Abs((apart.Low + apart.High) / 2m)) + step.UnitText, ("working", $"{line.Cell(to).Text}－{line.Cell(from).Text}，"));
    }
}
