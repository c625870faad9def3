using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>Reads what is drawn on a page: text boxes give their blocks, everything else is named.</summary>
internal sealed class DrawingReader(WordContext context)
{
    public void Read(GuardedXml xml, ParagraphDraft draft, Origin origin)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            ReadShape(xml, draft, origin);
        }
    }

    private void ReadShape(GuardedXml xml, ParagraphDraft draft, Origin origin)
    {
        switch (xml.Name)
        {
            case "txbxContent":
                draft.Boxes.AddRange(new StoryReader(context).Read(xml, StoryPlace.OfTextBox(origin)));
                break;
            case "AlternateContent":
                AlternateContent.Read(xml, () => Read(xml, draft, origin), () => draft.ContentCount);
                break;
            case "textpath" when !string.IsNullOrWhiteSpace(xml.Attribute("string")):
                draft.Boxes.Add(WordArt(xml.Attribute("string")!, origin));
                break;
            case "blip" or "imagedata":
                Report(DocumentCodes.Picture, draft, origin);
                break;
            case "chart" or "relIds":
                Report(DocumentCodes.Diagram, draft, origin);
                break;
            case "OLEObject" or "control":
                draft.OtherContent++;
                context.Findings.Add(DocumentCodes.EmbeddedObject, origin, ("part", xml.Attribute("ProgID") ?? xml.Attribute("name") ?? xml.Name));
                break;
            default:
                Read(xml, draft, origin);
                break;
        }
    }

    private static ParagraphBlock WordArt(string text, Origin origin) =>
        new(text, [text], ParagraphStyle.Plain, origin with { Part = "textbox", Paragraph = 1 });

    private void Report(string code, ParagraphDraft draft, Origin origin)
    {
        draft.OtherContent++;
        context.Findings.Add(code, origin);
    }
}
