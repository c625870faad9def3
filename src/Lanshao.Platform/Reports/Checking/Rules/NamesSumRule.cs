using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>噪声1494件、大气1209件、水427件，噪声和大气两类加起来2703件: the names that are taken together stand before, each with its number.</summary>
internal static class NamesSumRule
{
    private const int LongestCount = 5;
    private const decimal FarOff = 4m;
    private static readonly string[] Sums = ["合计", "共计", "总计", "加起来", "之和", "相加", "共"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && !log.IsSuspect(sentence.Spot)))
        {
            foreach (var sum in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit: not null } && figure.Unit.Kind is not (UnitKind.Points or UnitKind.Grade or UnitKind.Multiple)))
            {
                if (NamesOf(sentence, sum) is { Count: > 1 } names)
                {
                    CheckSum(sentence, sum, names, log);
                }
            }
        }
    }

    // 噪声和大气两类加起来: the names, behind them how many they are, at the end the word for the sum.
    private static IReadOnlyList<string> NamesOf(Sentence sentence, Figure sum)
    {
        var clause = sentence.ListBefore(sum.Start).TrimEnd('为', '达', '有', '占', '到');
        var word = Array.Find(Sums, clause.EndsWith);
        var list = word is null ? "" : clause[..^word.Length];
        for (var at = Math.Max(0, list.Length - LongestCount); at < list.Length; at++)
        {
            if (ChineseNumber.IsNumeral(list[at]) && list[at..].All(letter => !"、和".Contains(letter, StringComparison.Ordinal)))
            {
                list = list[..at];
                break;
            }
        }

        return list.Any(char.IsAsciiDigit) && !list.Contains("PM", StringComparison.Ordinal) ? [] : ProseText.Members(list);
    }

    private static void CheckSum(Sentence sentence, Figure sum, IReadOnlyList<string> names, CheckLog log)
    {
        var before = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start)
            .SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= sum.Start) && figure is { IsPlain: true, IsOrdinal: false } && figure.Unit?.Name == sum.Unit!.Name && Directions.Before(other.Text, figure.Start) == 0).Select(figure => (Owner: other, Figure: figure))).ToList();
        var parts = names.Select(name => before.FindAll(one => Label(one.Owner, one.Figure).EndsWith(name, StringComparison.Ordinal))).ToList();
        if (parts.Exists(found => found.Count != 1) || parts.Select(found => found[0].Figure).Distinct().Count() < names.Count)
        {
            return;
        }

        var total = parts.Aggregate(NumberInterval.Of(0m), (all, found) => all.Plus(found[0].Figure.Rounded));
        var exact = parts.Sum(found => found[0].Figure.Value);
        if (total.Overlaps(sum.Rounded))
        {
            log.Agree();
        }
        else if (Math.Abs(exact - sum.Value) * FarOff <= exact * 2m || Numbers.Plain(exact).Order().SequenceEqual(Numbers.Plain(sum.Value).Order()))
        {
            log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, parts.Select(found => found[0].Owner.Quote(found[0].Figure)), sentence.Quote(sum).Text, Numbers.Like(sum, exact / ScaleOf(sum)) + ScaleWord(sum) + sum.UnitText, ("working", string.Join("＋", parts.Select(found => Numbers.Plain(found[0].Figure.Value)))));
        }
    }

    private static string Label(Sentence sentence, Figure figure) => sentence.LabelOf(figure).TrimEnd('为', '达', '有', '占', '（', '(', '各', '共');

    private static decimal ScaleOf(Figure figure) => figure.Step >= 1_000m && Math.Abs(figure.Value) >= 100_000_000m ? 100_000_000m : figure.Step >= 10m && Math.Abs(figure.Value) >= 10_000m ? 10_000m : 1m;

    private static string ScaleWord(Figure figure) => ScaleOf(figure) switch { 100_000_000m => "亿", 10_000m => "万", _ => "" };
}
