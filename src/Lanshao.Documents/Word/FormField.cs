using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>Form fields of old templates that store what they show beside the text.</summary>
internal static class FormField
{
    /// <summary>Returns the chosen entry of a drop-down list or the box of a check box; <see langword="null"/> for other fields.</summary>
    public static string? Read(GuardedXml xml)
    {
        string? shown = null;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "ffData")
            {
                shown = ReadData(xml);
            }
        }

        return shown;
    }

    private static string? ReadData(GuardedXml xml)
    {
        string? shown = null;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            shown = xml.Name switch
            {
                "ddList" => ReadList(xml),
                "checkBox" => ReadBox(xml),
                _ => shown,
            };
        }

        return shown;
    }

    private static string? ReadList(GuardedXml xml)
    {
        var chosen = 0;
        var entries = new List<string>();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "listEntry")
            {
                entries.Add(xml.Attribute("val") ?? "");
            }
            else if (xml.Name is "result" or "default")
            {
                chosen = xml.IntegerAttribute("val") ?? chosen;
            }
        }

        return chosen >= 0 && chosen < entries.Count ? entries[chosen] : null;
    }

    private static string ReadBox(GuardedXml xml)
    {
        var isChecked = false;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            isChecked = xml.Name is "checked" or "default" ? xml.IsOn() : isChecked;
        }

        return isChecked ? "☑" : "☐";
    }
}
