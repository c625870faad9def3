using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>A count that is told again in another word order (完成75家餐饮企业治理提升, 完成治理提升75家餐饮单位) or more exactly named (雨水箅子8328个, 清理专用雨水箅子8328个): of the same days it has one value, of fewer days and of a part of it no more.</summary>
internal static class ToldAgainRule
{
    private const int ShortestAnagram = 6;
    private const int LongestThing = 16;
    private const int ShortestEnding = 4;
    private const int LongestAttribute = 4;
    private const int MostClaims = 4000;
    private static readonly string[] Verbs = ["完成", "开展", "组织", "新增", "新建", "建成", "累计"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var reader = new ClaimReader(document);
        var told = document.Sentences.SelectMany(sentence => reader.Read(sentence).Concat(reader.ReadDone(sentence))).Where(claim => claim.Figure.Unit is { Kind: UnitKind.Count or UnitKind.Area or UnitKind.Length } && !claim.IsGoal && !claim.After.StartsWith('中')).Take(MostClaims).Select(claim => new Told(claim, ThingOf(claim))).Where(one => one.Thing.Length is >= ShortestEnding and <= LongestThing).ToList();
        foreach (var alike in told.Where(one => one.Thing.Length >= ShortestAnagram).GroupBy(one => (Sorted(one.Thing), one.Claim.Figure.Unit!.Name)))
        {
            Compare([.. alike], (one, other) => one.Thing != other.Thing && FigureConflictRule.Contradict(one.Claim, other.Claim), log);
        }

        foreach (var alike in told.GroupBy(one => (one.Thing[^ShortestEnding..], one.Claim.Figure.Unit!.Name)))
        {
            Compare([.. alike], (one, other) => IsMoreThan(one, other) || IsMoreThan(other, one), log);
        }
    }

    private static void Compare(List<Told> alike, Func<Told, Told, bool> contradict, CheckLog log)
    {
        for (var i = 1; i < alike.Count; i++)
        {
            if (alike.Take(i).FirstOrDefault(other => contradict(other, alike[i])) is { } against)
            {
                log.Add("DOC-010", CheckKind.FigureConflict, Severity.Error, alike[i].Claim.Spot, [against.Claim.Spot], alike[i].Claim.Printed, against.Claim.Printed, ("name", alike[i].Thing));
                return;
            }
        }
    }

    // 专用雨水箅子 of a quarter can not be more than 雨水箅子 of the half-year.
    private static bool IsMoreThan(Told part, Told whole) =>
        part.Thing.Length - whole.Thing.Length is > 0 and <= LongestAttribute && part.Thing.EndsWith(whole.Thing, StringComparison.Ordinal)
        && part.Claim.Span is { } few && whole.Claim.Span is { } all && all.Contains(few) && part.Claim.Sentence.Passage != whole.Claim.Sentence.Passage
        && part.Claim.Figure.Interval.Low > whole.Claim.Figure.Interval.High;

    // What is counted: behind the verb before the number, and what follows the unit.
    private static string ThingOf(Claim claim)
    {
        var text = claim.Sentence.Text[..claim.Figure.Start];
        var before = claim.After.Length >= ShortestEnding && Array.Exists(Verbs, verb => text.EndsWith(verb, StringComparison.Ordinal)) ? "" : claim.Before;
        foreach (var verb in Verbs)
        {
            before = before.LastIndexOf(verb, StringComparison.Ordinal) is >= 0 and var at ? before[(at + verb.Length)..] : before;
        }

        return (before + claim.After).Replace("单位", "企业", StringComparison.Ordinal);
    }

    private static string Sorted(string thing)
    {
        var characters = thing.ToCharArray();
        Array.Sort(characters);
        return new string(characters);
    }

    private sealed record Told(Claim Claim, string Thing);
}
