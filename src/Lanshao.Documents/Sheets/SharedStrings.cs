using System.Text;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Sheets;

/// <summary>The texts of a workbook; cells name them by number.</summary>
internal sealed class SharedStrings
{
    private readonly List<string> _texts = [];

    public static SharedStrings Read(GuardedXml? part, ReadingBudget budget)
    {
        var strings = new SharedStrings();
        using var xml = part;
        if (xml is null)
        {
            return strings;
        }

        var text = new StringBuilder();
        xml.ReadRoot();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            text.Clear();
            AppendRich(xml, text, budget.Limits.CellCharacters);
            budget.KeepBytes(48 + (2L * text.Length));
            strings._texts.Add(Unescape(text.ToString()));
        }

        xml.Finish();
        return strings;
    }

    public string Of(string number) => Digits.ToInt(number) is { } index && index >= 0 && index < _texts.Count ? _texts[index] : "";

    /// <summary>Appends the text of the current element: its own, or that of its runs; phonetic guides are left out.</summary>
    public static void AppendRich(GuardedXml xml, StringBuilder text, int limit)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "t")
            {
                xml.AppendText(text, limit);
            }
            else if (xml.Name == "r")
            {
                AppendRich(xml, text, limit);
            }
        }
    }

    /// <summary>Turns the escapes of control characters (<c>_x000D_</c>) into the characters.</summary>
    public static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var copied = 0;
        for (; at >= 0 && at + 7 <= text.Length; at = text.IndexOf("_x", at, StringComparison.Ordinal))
        {
            if (text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
            {
                plain.Append(text, copied, at - copied).Append((char)code);
                copied = at + 7;
                at += 7;
            }
            else
            {
                at += 2;
            }
        }

        return plain.Append(text, copied, text.Length - copied).ToString();
    }
}
