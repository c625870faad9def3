using Lanshao.Platform.Districts;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Reads the place at the head of a phrase: 全区, 辖区内, 各街道, 全区及各街道、地区, or single subdistricts.</summary>
internal static class ScopeReader
{
    private static readonly string[] Whole = ["辖区内", "本辖区", "本区域", "辖区", "全区", "全市", "全县", "全域", "本区", "本市", "我区", "我市", "区域内", "区内", "市内"];

    private static readonly string[] Groups =
        ["各街道（地区）", "各街道(地区)", "各街道、地区", "各街道及地区", "各街道和地区", "各街道", "街道（地区）", "各镇街", "各街镇", "各乡镇", "各镇", "各乡", "各区", "各地区", "各社区", "其余各街道（地区）", "其他各街道（地区）", "其余街道（地区）", "其他街道（地区）", "其它街道（地区）", "其余各街道", "其他各街道", "其余街道", "其他街道", "其它街道", "其余镇街", "其他镇街", "地区", "街道"];

    private static readonly string[] Endings = ["街道办事处", "街道（地区）", "街道", "地区", "镇", "乡"];

    /// <summary>Reads the scope; answers how many characters it takes.</summary>
    public static int Read(string text, RowTargets row, out IReadOnlyList<string> scope, out bool arePlaces)
    {
        arePlaces = false;
        var length = ReadChain(text, row.Context, out var isWhole);
        if (length > 0)
        {
            scope = isWhole ? [] : [text[..length]];
            return length;
        }

        length = ReadPlaces(text, row, out scope);
        arePlaces = length > 0;
        return length;
    }

    // 全区及各街道、地区 is one group as printed.
    private static int ReadChain(string text, PlanContext context, out bool isWhole)
    {
        (isWhole, var at, var end) = (true, 0, 0);
        while (ReadWord(text, at, context, out var isWholeWord) is > 0 and var length && !(at == 0 && (text.AsSpan().StartsWith("地区") || IsPartOfAName(text))))
        {
            isWhole &= isWholeWord;
            end = at + length;
            at = end < text.Length && text[end] is '及' or '和' or '、' or '与' ? end + 1 : text.Length;
        }

        return end;
    }

    // 街道 at the head stands for all of them only before what is measured: 街道PM2.5浓度, not 街道办事处.
    private static bool IsPartOfAName(string text) => text.StartsWith("街道", StringComparison.Ordinal) && !Terms.BeginsWithSubstance(text[2..]);

    private static int ReadWord(string text, int at, PlanContext context, out bool isWhole)
    {
        var rest = text.AsSpan(Math.Min(at, text.Length));
        isWhole = true;
        if (context.Place is { } place && rest.StartsWith(place))
        {
            return place.Length;
        }

        foreach (var word in Whole)
        {
            if (rest.StartsWith(word))
            {
                return word.Length;
            }
        }

        isWhole = false;
        foreach (var word in Groups)
        {
            if (rest.StartsWith(word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    // 甲、乙、丙街道: the ending of the last stands for all; a single name needs its own.
    private static int ReadPlaces(string text, RowTargets row, out IReadOnlyList<string> scope)
    {
        var names = new List<string>();
        var (at, end, hasEnding) = (0, 0, false);
        while (at < text.Length && PlaceAt(text, at, row) is > 0 and var length)
        {
            names.Add(text.Substring(at, length));
            end = at + length;
            hasEnding = EndingAt(text, end, names[^1], out var ending);
            end += ending;
            if (end >= text.Length || text[end] is not ('、' or '和' or '及' or '与'))
            {
                break;
            }

            at = end + 1;
        }

        scope = hasEnding ? [.. names.Select(name => FullNameOf(name, text[..end], row))] : [];
        return hasEnding ? end : 0;
    }

    // A known subdistrict, or, without a pack, what ends as one.
    private static int PlaceAt(string text, int at, RowTargets row)
    {
        var known = row.Context.Names.Lexicon.LongestAt(text, at);
        if (known > 0 && row.Context.Names.Resolve(text.Substring(at, known)) is { Kind: NameKind.Subdistrict })
        {
            return known;
        }

        return row.Context.Names.Entries.Any(entry => entry.Kind == NameKind.Subdistrict) ? 0 : UnknownPlaceAt(text, at);
    }

    private static int UnknownPlaceAt(string text, int at)
    {
        var end = text.AsSpan(at).IndexOf('、');
        var piece = text.AsSpan(at, end < 0 ? EndingWithin(text, at) : end);
        var joint = piece.Length < 5 ? -1 : piece[2..^2].IndexOfAny('和', '及', '与');
        var length = joint < 0 ? piece.Length : joint + 2;
        return length is >= 2 and <= 8 && piece[..length].IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0 && text.AsSpan(at).IndexOf("街道") > 0 ? length : 0;
    }

    private static int EndingWithin(string text, int at)
    {
        var found = text.AsSpan(at).IndexOf("街道");
        return found < 0 ? text.Length - at : found;
    }

    private static bool EndingAt(string text, int end, string name, out int length)
    {
        length = 0;
        foreach (var ending in Endings)
        {
            if (text.AsSpan(end).StartsWith(ending))
            {
                length = ending.Length;
                return true;
            }
        }

        return Array.Exists(Endings, name.EndsWith);
    }

    private static string FullNameOf(string name, string list, RowTargets row) =>
        row.SubdistrictOf(name) ?? (Array.Exists(Endings, name.EndsWith) ? name : name + Array.Find(Endings, list.EndsWith));
}
