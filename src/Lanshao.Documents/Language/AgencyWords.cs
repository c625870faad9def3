namespace Lanshao.Documents.Language;

/// <summary>What names of Chinese public bodies look like: their endings, their beginnings, and the words that lean on the name above.</summary>
internal static class AgencyWords
{
    private const string EndingCharacters = "局委办部处室科院所队团会署厅馆社府站组司行台网校镇乡县区市";

    private static readonly string[] LongEndings =
        ["委员会", "办公室", "管委会", "办事处", "指挥部", "领导小组", "工作小组", "联席会议", "中心", "支队", "大队", "总队", "分局", "分队", "集团", "公司", "企业", "街道", "地区", "单位", "部门",
         "机构", "医院", "法院", "检察院", "社区", "学校", "专班", "政府", "协会", "银行", "党校", "园区", "机关"];

    private static readonly string[] Beginnings = ["区", "市", "县", "省", "国家", "各", "相关", "有关", "属地", "首都", "中央"];

    private static readonly string[] Leaning = ["成员单位", "各成员单位", "各有关成员单位", "有关成员单位", "办公室", "领导小组", "指挥部"];

    private static readonly string[] Bodies = ["委", "委员会", "指挥部", "小组", "会议", "专班", "办公室", "制", "办", "协调机制"];

    private static readonly string[] VagueWords = ["各", "相关", "有关", "其他", "其它", "区", "市", "级", "县", "属", "部门", "单位", "职能", "成员", "行业", "主管", "街道", "和", "及", "与", "、", "个", "家"];

    /// <summary>Tells whether a text only says what kind of place is meant: the 街道 of 各镇、街道.</summary>
    public static bool IsKindOfPlace(string text) => text is "街道" or "镇" or "乡" or "乡镇" or "镇街" or "地区" or "街道（地区）" or "街道办事处" or "社区" or "园区" or "村";

    /// <summary>Tells whether a text ends as names of bodies do; a closing bracket and a closing 等 do not count.</summary>
    public static bool IsComplete(ReadOnlySpan<char> name)
    {
        var bare = WithoutBracket(name);
        return bare.Length >= 2 && (EndingCharacters.Contains(bare[^1], StringComparison.Ordinal) || EndsWithAny(bare, LongEndings));
    }

    /// <summary>Tells whether a text begins as names of bodies do.</summary>
    public static bool IsBeginning(ReadOnlySpan<char> name)
    {
        foreach (var word in Beginnings)
        {
            if (name.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells whether a name that follows another without a separator begins a name of its own: 区住建委, 各街道, but not 各成员单位 or 区直机关.</summary>
    public static bool IsOwnBeginning(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name[0] is not ('区' or '市' or '县' or '省' or '各'))
        {
            return false;
        }

        return name[0] == '各'
            ? name.StartsWith("各街道") || name.StartsWith("各镇") || name.StartsWith("各乡") || name.StartsWith("各社区") || name.StartsWith("各区")
            : name.Length > 2 && name[1] is not ('直' or '级' or '属' or '管' or '域' or '县');
    }

    /// <summary>Tells whether a line leans on the name above it: 成员单位 below 区应急委.</summary>
    public static bool Leans(ReadOnlySpan<char> above, ReadOnlySpan<char> line)
    {
        foreach (var word in Leaning)
        {
            if (line.StartsWith(word))
            {
                return !word.Contains("成员单位", StringComparison.Ordinal) || EndsWithAny(above, Bodies) || !IsComplete(above);
            }
        }

        return false;
    }

    /// <summary>Tells whether a word like 办公室 lies across the border of two lines, so that the first only seems to end.</summary>
    public static bool WordLiesAcross(ReadOnlySpan<char> above, ReadOnlySpan<char> line)
    {
        foreach (var word in LongEndings)
        {
            for (var cut = 1; cut < word.Length; cut++)
            {
                if (above.EndsWith(word.AsSpan(0, cut)) && line.StartsWith(word.AsSpan(cut)) && !IsBeginning(line))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Tells whether the words behind a closing 等 name nobody: 相关部门, 有关单位.</summary>
    public static bool IsVague(ReadOnlySpan<char> words)
    {
        while (!words.IsEmpty)
        {
            var length = char.IsAsciiDigit(words[0]) || ChineseNumber.IsNumeral(words[0]) ? 1 : 0;
            foreach (var word in VagueWords)
            {
                length = words.StartsWith(word) ? Math.Max(length, word.Length) : length;
            }

            if (length == 0)
            {
                return false;
            }

            words = words[length..];
        }

        return true;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> name, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> WithoutBracket(ReadOnlySpan<char> name)
    {
        name = name.EndsWith("等") ? name[..^1] : name;
        if (name.IsEmpty || name[^1] is not ('）' or ')'))
        {
            return name;
        }

        var open = name.LastIndexOfAny('（', '(');
        return open > 0 ? name[..open] : name;
    }
}
