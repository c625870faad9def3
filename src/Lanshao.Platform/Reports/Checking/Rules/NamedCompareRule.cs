using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>一季度检查674家次，二季度944家次，二季度比一季度增长40.1%: what is compared stands before under the names that the comparison repeats.</summary>
internal static class NamedCompareRule
{
    private const int LongestName = 10;
    private const decimal Hundred = 100m;
    private const decimal FarOff = 4m;
    private static readonly string[] Less = ["下降", "减少", "降低", "低", "少", "降", "回落", "短"];
    private static readonly string[] More = ["增长", "增加", "上升", "提高", "高", "多", "高出", "多出", "升高", "长"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 2 && !log.IsSuspect(sentence.Spot)))
        {
            foreach (var change in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit: not null }))
            {
                CheckChange(sentence, change, log);
            }
        }
    }

    private static void CheckChange(Sentence sentence, Figure change, CheckLog log)
    {
        var clause = sentence.ClauseBefore(change.Start);
        var start = change.Start - clause.Length;
        var at = clause.IndexOf('比', StringComparison.Ordinal);
        if (at is < 1 or > LongestName || clause[at - 1] is '同' or '环' or '占' || sentence.Figures.Any(figure => figure.Start >= start && figure.End <= change.Start))
        {
            return;
        }

        var words = clause[(at + 1)..].TrimEnd('了');
        var word = Less.Concat(More).Where(words.EndsWith).MaxBy(found => found.Length);
        var (one, other) = (clause[..at], word is null ? "" : words[..^word.Length]);
        if (one.Length < 2 || other.Length is < 2 or > LongestName || one == other)
        {
            return;
        }

        var (nows, bases) = (ValuesOf(sentence, one, other, start, change), ValuesOf(sentence, other, one, start, change));
        if (nows.Count == 0 || bases.Count == 0)
        {
            return;
        }

        var sign = Less.Contains(word) ? -1 : 1;
        var pairs = (from now in nows from basis in bases where now != basis && now.Unit?.Name == basis.Unit?.Name select (Now: now, Base: basis)).ToList();
        if (pairs.Exists(pair => Computed(pair.Now, pair.Base, change) is { } computed && (sign < 0 ? computed.Negated() : computed).Overlaps(change.Rounded)))
        {
            log.Agree();
            return;
        }

        // Wrong is what only one pair of values can be meant by.
        if (pairs is not [var only] || Middle(only.Now, only.Base, change) * sign is not (not 0m and var middle) || !IsNear(change.Value, Math.Abs(middle)))
        {
            log.Unknown();
            return;
        }

        var (high, low) = (Numbers.Plain(only.Now.Value), Numbers.Plain(only.Base.Value));
        log.Add("DOC-030", change.IsPercent() ? CheckKind.YearOnYear : CheckKind.Sum, Severity.Warning, sentence.Spot, [sentence.Quote(only.Now), sentence.Quote(only.Base)], sentence.Quote(change).Text, ((middle > 0m) == (sign > 0) ? "上升" : "下降") + Numbers.Like(change, Math.Abs(middle)) + change.UnitText,
            ("working", change.IsPercent() ? $"（{high}－{low}）÷{low}" : $"{high}－{low}"));
    }

    // The values behind the name, up to where the other name stands.
    private static List<Figure> ValuesOf(Sentence sentence, string name, string other, int end, Figure change)
    {
        var from = sentence.Text.AsSpan(0, end).IndexOf(name);
        if (from < 0 || sentence.Text.AsSpan(from + 1, end - from - 1).IndexOf(name) >= 0)
        {
            return [];
        }

        var stop = sentence.Text.IndexOf(other, from + name.Length, StringComparison.Ordinal) is >= 0 and var next && next < end ? next : end;
        return [.. sentence.Figures.Where(figure => figure.Start >= from + name.Length && figure.End <= stop && figure is { IsPlain: true, IsOrdinal: false, Value: > 0m } && Directions.Before(sentence.Text, figure.Start) == 0 && MayBe(figure, change))];
    }

    private static bool MayBe(Figure figure, Figure change) =>
        change.Unit!.Kind == UnitKind.Points ? figure.IsPercent() : change.IsPercent() ? figure.Unit is not null && !figure.IsShare() : figure.Unit?.Name == change.Unit.Name;

    private static NumberInterval? Computed(Figure now, Figure basis, Figure change) => change.IsPercent() ? NumberInterval.Change(now.Rounded, basis.Rounded) : now.Rounded.Minus(basis.Rounded);

    private static decimal Middle(Figure now, Figure basis, Figure change) => change.IsPercent() ? (now.Value - basis.Value) * Hundred / basis.Value : now.Value - basis.Value;

    // What is far off is most often of something else.
    private static bool IsNear(decimal stated, decimal computed) => stated <= computed * FarOff && computed <= stated * FarOff;
}
