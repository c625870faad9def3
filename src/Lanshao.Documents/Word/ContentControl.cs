using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>A content control: its content is text like any other, unless it only shows its prompt.</summary>
internal static class ContentControl
{
    public static void Read(GuardedXml xml, WordContext context, Action readContent)
    {
        var isPrompt = false;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "sdtPr")
            {
                isPrompt = ShowsPrompt(xml);
            }
            else if (xml.Name == "sdtContent")
            {
                context.OpenPrompts += isPrompt ? 1 : 0;
                readContent();
                context.OpenPrompts -= isPrompt ? 1 : 0;
            }
        }
    }

    private static bool ShowsPrompt(GuardedXml xml)
    {
        var shows = false;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            shows |= xml.Name == "showingPlcHdr" && xml.IsOn();
        }

        return shows;
    }
}
