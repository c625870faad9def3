using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>How many rows went up, down or stayed, and which: 较上周上升的街镇2个（甲镇、乙镇）, 水质好转的断面5个, 其余9个持平.</summary>
internal static class ChangeCountRule
{
    private static readonly string[] Units = ["个", "家", "处", "条", "个月"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var figure in sentence.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false, Value: < 1000m } && Array.IndexOf(Units, figure.UnitText) >= 0 && Directions.Before(sentence.Text, figure.Start) == 0))
            {
                CheckFigure(document, sentence, figure, log);
            }
        }
    }

    private static void CheckFigure(CheckedDocument document, Sentence sentence, Figure figure, CheckLog log)
    {
        var (before, after) = Around(sentence, figure);
        var sign = ChangeSeries.SignIn(after) ?? (before.EndsWith('的') || Headings.Has(before, "的") ? ChangeSeries.SignIn(before) : null);
        if (sign is not { } direction || FigureReader.FindAll(after).Count > 0 || Headings.Has(before + after, "排名", "名次", "位次", "幅度", "以上"))
        {
            return;
        }

        var term = ComparisonTerms.In(sentence.Text[..(figure.End + after.Length)]) ?? EarlierTerm(sentence);
        if (SeriesOf(document, sentence, figure, term) is not { } series || (figure.UnitText == "个月" && !series.Table.NameColumn!.Heading.Contains('月', StringComparison.Ordinal)))
        {
            return;
        }

        // 2个断面类别好转 beside a table of 断面 is not counted among 乡镇.
        if (document.Tables.Any(other => other != series.Table && other.NameColumn is { Core.Length: > 1 } kind && kind.Core != series.Table.NameColumn!.Core && after.Contains(kind.Core, StringComparison.Ordinal)))
        {
            return;
        }

        direction = series.IsOfClasses && !Headings.Has(before + after, "好", "差", "改善", "恶化") ? -direction : direction;
        var matching = series.Rows.Where(line => Math.Sign(series.Of(line)!.Value) == direction).ToList();
        var (text, named) = NamedList.Read(document, series.Table, sentence, figure.End);
        if (named.Count == 0 && ProseText.CountOfList(sentence.ListBefore(figure.Start)) == figure.Value)
        {
            text = sentence.ListBefore(figure.Start).Trim();
            named = [.. document.Mentions(series.Table, text).Select(mention => mention.Line).Distinct()];
        }

        if (matching.Count != figure.Value && IsSoElsewhere(document, sentence, figure, series, direction))
        {
            log.Agree();
            return;
        }

        Decide(sentence, figure, series, matching, text, named, log);
    }

    // （三）优良天数。…同比增加的有6个: the words before name the column of another table, and there it is so.
    private static bool IsSoElsewhere(CheckedDocument document, Sentence sentence, Figure figure, ChangeSeries series, int direction)
    {
        var words = sentence.Passage.Text[..(sentence.Start + figure.Start)];
        var of = Directions.In(series.Column.Core) != 0 || Headings.IsChange(series.Column.Core) ? series.Table.Columns.LastOrDefault(column => column.Index < series.Column.Index && column.IsValue && !Headings.IsBefore(column.Heading)) : series.Column;
        return of is not null && !series.IsOfClasses && !words.Contains(of.Core, StringComparison.Ordinal) && document.Tables.Where(table => table != series.Table && table.NameColumn is not null && table.Data.Count > 2)
            .Any(table => RowSeries.Changes(table).Any(other => other.Column.Core.Length > 2 && words.Contains(other.Column.Core, StringComparison.Ordinal) && other.Rows.Count(line => Math.Sign(other.Of(line)!.Value) == direction) == figure.Value));
    }

    // The words of the statement: from the pause before it to the pause behind.
    private static (string Before, string After) Around(Sentence sentence, Figure figure)
    {
        var text = sentence.Text;
        var from = figure.Start == 0 ? 0 : Math.Max(text.AsSpan(0, figure.Start).LastIndexOfAny("，；（、：".AsSpan()) + 1, sentence.Figures.LastOrDefault(other => other.End <= figure.Start)?.End ?? 0);
        return (text[from..figure.Start], text[figure.End..ClauseStop(text, figure.End)]);
    }

    // 4个区（县）同比下降: a bracket in the middle of the words is part of them.
    private static int ClauseStop(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var close = text[i] is '（' ? text.IndexOf('）', i) : -1;
            if (close > 0 && close - i <= 6 && close + 1 < text.Length && text[close + 1] is not ('，' or '；' or '、' or '。'))
            {
                i = close;
            }
            else if (text[i] is '，' or '；' or '、' or '（' or '(')
            {
                return i;
            }
        }

        return text.Length;
    }

    private static string? EarlierTerm(Sentence sentence) =>
        sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).Reverse().Take(1).Select(other => ComparisonTerms.In(other.Text)).FirstOrDefault(term => term is not null);

    private static ChangeSeries? SeriesOf(CheckedDocument document, Sentence sentence, Figure figure, string? term)
    {
        var words = sentence.Text[..figure.End];
        var table = document.Links.Find(sentence, figure.Start);
        var found = table is null ? null : ChangeSeries.For(table, term, words, sentence);
        bool IsKind(TableView other) => ChangeSeries.For(other, term, words, sentence) is not null;
        return found ?? ((document.Links.FindByNames(document, sentence, IsKind) ?? document.Links.ReadOf(sentence, IsKind)) is { } near ? ChangeSeries.For(near, term, words, sentence) : null);
    }

    private static void Decide(Sentence sentence, Figure figure, ChangeSeries series, List<TableLine> matching, string text, IReadOnlyList<TableLine> named, CheckLog log)
    {
        var namesDiffer = named.Count > 0 && !(named.Count <= matching.Count && named.All(matching.Contains));
        if (matching.Count == figure.Value && !namesDiffer)
        {
            log.Agree();
            return;
        }

        var said = sentence.Text[figure.Start..figure.End] + (text.Length > 0 ? $"（{text}）" : "");
        log.Add("DOC-009", CheckKind.Count, Severity.Error, sentence.Spot, (namesDiffer ? named.Concat(matching) : matching).Select(line => line.Cell(series.Column).Spot), said, $"{Numbers.Count(matching.Count)}{figure.UnitText}",
            ("table", series.Table.Label), ("heading", series.Column.Heading), ("names", matching.Count == 0 ? "无" : string.Join("、", matching.Take(20).Select(line => line.Name))));
    }
}
