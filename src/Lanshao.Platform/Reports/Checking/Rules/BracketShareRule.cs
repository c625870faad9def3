using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>优良天数比率84.2%（308天，有效天数366天）, 完成治理项目45个，完成率93.8%（计划48个）: part and whole, or the whole alone, stand in the bracket behind the percentage.</summary>
internal static class BracketShareRule
{
    private const int LongestBracket = 30;
    private static readonly string[] Wholes = ["计划", "任务", "总数", "共", "有效", "应"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count > 1))
        {
            foreach (var percent in sentence.Figures.Where(figure => figure.IsPercent() && figure is { IsPlain: true, Value: > 0m } && Directions.Before(sentence.Text, figure.Start) == 0))
            {
                var close = percent.End < sentence.Text.Length && sentence.Text[percent.End] == '（' ? sentence.Text.IndexOf('）', percent.End) : -1;
                if (close > 0 && close - percent.End <= LongestBracket && Headings.Has(sentence.Before(percent.Start, 8), "率", "比例", "占"))
                {
                    CheckBracket(sentence, percent, [.. sentence.Figures.Where(figure => figure.Start > percent.End && figure.End <= close && figure is { IsPlain: true, IsOrdinal: false, Unit: not null })], log);
                }
            }
        }
    }

    private static void CheckBracket(Sentence sentence, Figure percent, List<Figure> inside, CheckLog log)
    {
        var parts = inside switch
        {
            [var part, var whole] when part.Unit == whole.Unit && !part.IsPercent() && whole.Value >= part.Value && Headings.Has(sentence.LabelOf(whole), Wholes) => [part],
            [var whole] when !whole.IsPercent() && Headings.Has(sentence.Text[percent.End..whole.Start], Wholes) => sentence.Figures.Where(figure => figure.End <= percent.Start && figure.Unit == whole.Unit && figure is { IsPlain: true, IsOrdinal: false }).ToList(),
            _ => (List<Figure>)[],
        };

        if (parts.Count == 0)
        {
            return;
        }

        if (parts.Exists(part => part.Interval.PercentOf(inside[^1].Interval) is { } share && share.Overlaps(percent.Rounded)))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(parts[^1]), sentence.Quote(inside[^1])], sentence.Quote(percent).Text, Numbers.Like(percent, parts[^1].Value * 100m / inside[^1].Value) + "%", ("working", $"{Numbers.Plain(parts[^1].Value)}÷{Numbers.Plain(inside[^1].Value)}"));
    }
}
