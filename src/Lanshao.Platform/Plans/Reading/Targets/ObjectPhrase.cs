namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>What something is done to: 对 S 中使用的 P、Q 等产品开展抽检.</summary>
/// <param name="Scope">The kind of place or thing that it belongs to; null where the phrase has none.</param>
/// <param name="Thing">What it is done to, in short.</param>
/// <param name="Action">What is done.</param>
internal sealed record ObjectPhrase(string? Scope, string Thing, string Action)
{
    private static readonly string[] Doing = ["组织开展", "开展", "进行", "实施", "组织"];
    private static readonly string[] Inside = ["中使用的", "所使用的", "使用的", "产生的"];
    private static readonly string[] Fields = ["环节", "领域", "行业", "区域", "路段"];
    private static readonly string[] Vague = ["产品", "设备", "设施", "项目", "企业", "单位", "材料", "场所", "问题", "情况"];

    /// <summary>Reads the phrase of a clause; null where it has none.</summary>
    public static ObjectPhrase? Read(string clause)
    {
        var start = clause.LastIndexOf('对');
        if (start < 0)
        {
            return null;
        }

        foreach (var word in Doing)
        {
            var at = clause.IndexOf(word, start, StringComparison.Ordinal);
            if (at > start + 1)
            {
                return Take(clause[(start + 1)..at], clause[(at + word.Length)..]);
            }
        }

        return null;
    }

    /// <summary>Returns what is done in a clause: 夜间联合检查 of 对重点点位开展夜间联合检查; empty where no word says that something is done.</summary>
    public static string DoneIn(string clause)
    {
        foreach (var word in Doing)
        {
            if (clause.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
            {
                return clause[(at + word.Length)..];
            }
        }

        return Verbs.BeginningOf(clause) is { Length: > 0 } verb ? clause[verb.Length..] : "";
    }

    /// <summary>Reads what precedes an action that a clause names: 开展执行报告和登记表质量审核.</summary>
    public static ObjectPhrase? ReadBefore(string clause, string action)
    {
        var end = clause.LastIndexOf(action, StringComparison.Ordinal);
        if (action.Length == 0 || end <= 0)
        {
            return null;
        }

        var text = clause[..end];
        foreach (var word in Doing)
        {
            text = text.StartsWith(word, StringComparison.Ordinal) ? text[word.Length..] : text;
        }

        return text.Length < 2 ? null : new ObjectPhrase(null, text, action);
    }

    private static ObjectPhrase Take(string things, string action)
    {
        foreach (var word in Inside)
        {
            if (things.IndexOf(word, StringComparison.Ordinal) is > 0 and var at)
            {
                return new ObjectPhrase(things[..at], Short(things[(at + word.Length)..]), action);
            }
        }

        foreach (var word in Fields)
        {
            if (things.IndexOf(word, StringComparison.Ordinal) is > 0 and var at && at + word.Length < things.Length)
            {
                return new ObjectPhrase(things[..(at + word.Length)], Short(things[(at + word.Length)..]), action);
            }
        }

        return new ObjectPhrase(null, Short(things), action);
    }

    // 涂料、清洗剂等含VOCs产品 are 含VOCs产品; 涂料、胶粘剂等产品 are 涂料胶粘剂.
    private static string Short(string things)
    {
        var at = things.LastIndexOf('等');
        if (at < 0)
        {
            return things;
        }

        var kind = things[(at + 1)..];
        return kind.Length == 0 || Array.Exists(Vague, kind.Equals) ? things[..at].Replace("、", "", StringComparison.Ordinal) : kind;
    }
}
