using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Several names and as many figures: 北门、东桥街道分别为34、33微克/立方米, 氮氧化物、挥发性有机物分别减排120吨、80吨.</summary>
internal static class DistributedRule
{
    private const string Word = "分别";
    private const int FarthestFigure = 12;

    public static void Read(Clause clause, RowTargets row)
    {
        var at = clause.Text.IndexOf(Word, StringComparison.Ordinal);
        var start = at < 0 ? -1 : FirstFigure(clause.Text, at + Word.Length);
        if (start < 0)
        {
            return;
        }

        var figures = Figures(clause.Text, start);
        if (figures.Count < 2 || figures[^1].Unit is not { } unit)
        {
            return;
        }

        clause.Quantities.Where(quantity => quantity.Start >= start).ToList().ForEach(row.Use);
        var subject = SubjectReader.Read(clause.Text[..at], row);
        var drafts = Distribute(clause, subject, figures, unit, clause.Text[(at + Word.Length)..start], row);
        if (drafts.Count == 0)
        {
            row.Ask("PLAN-035", Severity.Warning, clause, ("names", clause.Text[..at]), ("figures", clause.Text[start..]));
        }

        drafts.ForEach(draft => row.Add(clause, draft));
    }

    private static List<FoundTarget> Distribute(Clause clause, Subject subject, List<ListedFigure> figures, MeasurementUnit unit, string words, RowTargets row)
    {
        var places = subject.ArePlaces ? subject.Scope.Count : 0;
        var indicators = subject.Indicators.Count > 0 ? subject.Indicators : clause.Sentence.Announced is { } announced ? [announced] : [];
        if (places == figures.Count && indicators.Count == 1)
        {
            return [.. figures.Select((figure, i) => Make(clause, indicators[0], figure, unit, words, row) with { Scope = [subject.Scope[i]] })];
        }

        return indicators.Count == figures.Count ? [.. figures.Select((figure, i) => Make(clause, indicators[i], figure, unit, words, row) with { Scope = subject.Scope })] : [];
    }

    private static FoundTarget Make(Clause clause, string indicator, ListedFigure figure, MeasurementUnit unit, string words, RowTargets row)
    {
        var change = ChangeWords.ReadBefore(words, words.Length, row.Context.YearOrAny);
        var bound = BoundWords.Combine(BoundWords.ReadBefore(words, words.Length).Bound, BoundWords.ReadAfter(clause.Text, figure.End).Bound, Hedge.None);
        var name = change is null ? indicator : change.NameOf(indicator, figure.Unit ?? unit);
        var comparator = change is null ? Comparators.Of(bound, name) : Comparators.OfChange(bound);
        return new FoundTarget(name, comparator, figure.Value, (figure.Unit ?? unit).Name) { Strength = Strengths.Of(clause.Text, bound), BaselineYear = change?.BaselineYear };
    }

    private static int FirstFigure(string text, int from)
    {
        for (var i = from; i < Math.Min(text.Length, from + FarthestFigure); i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // 34、33微克/立方米: the last unit serves those before it.
    private static List<ListedFigure> Figures(string text, int start)
    {
        var figures = new List<ListedFigure>();
        for (var at = start; at < text.Length;)
        {
            var quantity = QuantityReader.ReadAt(text, at, out var length);
            if (quantity is null && !ChineseNumber.TryReadAt(text, at, out _))
            {
                break;
            }

            ChineseNumber.TryReadAt(text, at, out var number);
            figures.Add(new ListedFigure(quantity?.Low ?? number.Value, quantity?.Unit, at + length));
            at += length;
            if (at >= text.Length || text[at] is not ('、' or '和' or '及'))
            {
                break;
            }

            at++;
        }

        return figures;
    }

    private sealed record ListedFigure(decimal Value, MeasurementUnit? Unit, int End);
}
