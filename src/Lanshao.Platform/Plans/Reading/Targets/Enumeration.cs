namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Splits enumerations: at 、 always, at 和, 及, 与 where both sides can be names (not the 和 that begins 和顺里).</summary>
internal static class Enumeration
{
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
