namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Splits enumerations: at 、 always, at 和, 及, 与 where both sides can be names (not the 和 that begins 和顺里).</summary>
internal static class Enumeration
{
    /// <summary>
    /// Says once what several names share with one of them: 许可证执行报告、许可证和登记表 is 许可证/执行报告/登记表. Enumerations without such a name stay as printed.
    /// </summary>
    public static string Shorten(string text)
    {
        var names = Split(text);
        if (names.Find(name => names.Exists(other => other.Length > name.Length + 1 && other.StartsWith(name, StringComparison.Ordinal))) is not { } whole)
        {
            return text;
        }

        return string.Join('/', names.Where(name => name != whole).Select(name => WithoutShared(name, whole)).Prepend(whole));
    }

    private static string WithoutShared(string name, string whole)
    {
        var shared = name.AsSpan().CommonPrefixLength(whole);
        return shared > 1 && name.Length - shared > 1 ? name[shared..] : name;
    }

    public static List<string> Split(string text)
    {
        var names = new List<string>();
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '、' || (text[i] is '和' or '及' or '与' && i - from >= 2 && text.Length - i > 2))
            {
                names.Add(text[from..i]);
                from = i + 1;
            }
        }

        names.Add(text[from..]);
        names.RemoveAll(name => name.Length == 0);
        return names;
    }
}
