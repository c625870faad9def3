using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>甲区（97件）、乙区（82件）、丙区（54件），三地合计占73.3%: the last parts that are counted, together, of a greater figure of the paragraph.</summary>
internal static class SumShareRule
{
    private const int LongestNoun = 4;
    private const int MostParts = 20;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Text.Contains('占', StringComparison.Ordinal)))
        {
            foreach (var percent in sentence.Figures.Where(figure => figure.IsPercent() && figure.IsPlain))
            {
                if (CountIn(sentence, percent) is { } count)
                {
                    CheckShare(document, sentence, percent, count, log);
                }
            }
        }
    }

    // 三地合计占, 两处占处罚总数的, 3个街道共占: how many parts the clause takes together.
    private static int? CountIn(Sentence sentence, Figure percent)
    {
        var clause = sentence.ClauseBefore(percent.Start);
        var share = clause.IndexOf('占', StringComparison.Ordinal);
        if (share < 1 || !ChineseNumber.TryReadAt(clause, 0, out var number) || number.Value is < 2m or > MostParts)
        {
            return null;
        }

        var between = clause[number.Length..share];
        between = between.EndsWith("合计", StringComparison.Ordinal) || between.EndsWith("共计", StringComparison.Ordinal) ? between[..^2] : between.TrimEnd('共');
        return between.Length is > 0 and <= LongestNoun && FigureReader.FindAll(clause[share..]).Count == 0 && !Headings.Has(clause, "分别", "各占") ? (int)number.Value : null;
    }

    private static void CheckShare(CheckedDocument document, Sentence sentence, Figure percent, int count, CheckLog log)
    {
        var end = percent.Start - sentence.ClauseBefore(percent.Start).Length;
        var before = sentence.Figures.Where(figure => figure.End <= end && figure is { IsPlain: true, IsOrdinal: false, Unit: not null } && !figure.IsPercent()).ToList();
        var parts = before.TakeLast(count).ToList();
        if (parts.Count < count || parts.Exists(part => part.Unit!.Name != parts[0].Unit!.Name || Directions.Before(sentence.Text, part.Start) != 0))
        {
            return;
        }

        var sum = parts[0] with { Value = parts.Sum(part => part.Value) };
        var wholes = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures.Where(figure => figure.Unit?.Name == sum.Unit!.Name && figure is { IsPlain: true, IsOrdinal: false } && figure.Value >= sum.Value && (other != sentence || figure.End <= parts[0].Start))).ToList();
        // 共交办342个 may stand some paragraphs before, under the same heading.
        var above = document.Passages.TakeWhile(passage => passage != sentence.Passage).Where(passage => passage.Table is null && passage.Subject == sentence.Passage.Subject).SelectMany(passage => passage.Sentences).SelectMany(other => other.Figures).Where(figure => figure.Unit?.Name == sum.Unit!.Name && figure.IsPlain && figure.Value > sum.Value).ToList();
        wholes = wholes.Count > 0 ? wholes : above;
        if (wholes.Count == 0)
        {
            log.Unknown();
            return;
        }

        if (wholes.Concat(above).Any(whole => sum.Interval.PercentOf(whole.Interval) is { } share && share.Overlaps(percent.Interval)))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [.. parts.Select(part => sentence.Quote(part)), sentence.Quote(wholes[^1])], sentence.Quote(percent).Text, Numbers.Like(percent, sum.Value * 100m / wholes[^1].Value) + "%",
            ("working", $"（{string.Join("＋", parts.Select(part => Numbers.Plain(part.Value)))}）÷{Numbers.Plain(wholes[^1].Value)}"));
    }
}
