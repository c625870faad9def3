using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>A content control: its content is text like any other, unless it only shows its prompt.</summary>
internal static class ContentControl
{
    /// <summary>Reads a control.</summary>
    /// <returns>The control's tag; <see langword="null"/> for none.</returns>
    public static string? Read(GuardedXml xml, WordContext context, Action readContent)
    {
        var (isPrompt, tag) = (false, (string?)null);
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "sdtPr")
            {
                (isPrompt, tag) = ReadProperties(xml);
            }
            else if (xml.Name == "sdtContent")
            {
                context.OpenPrompts += isPrompt ? 1 : 0;
                readContent();
                context.OpenPrompts -= isPrompt ? 1 : 0;
            }
        }

        return tag;
    }

    private static (bool ShowsPrompt, string? Tag) ReadProperties(GuardedXml xml)
    {
        var (shows, tag) = (false, (string?)null);
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            shows |= xml.Name == "showingPlcHdr" && xml.IsOn();
            tag = xml.Name == "tag" ? xml.Attribute("val") : tag;
        }

        return (shows, tag);
    }
}
