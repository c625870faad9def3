using System.Text;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>A formula as plain text, in reading order; a fraction gets its stroke, a root its sign.</summary>
internal static class FormulaText
{
    public static void Append(GuardedXml xml, StringBuilder text)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            switch (xml.Name)
            {
                case "t":
                    xml.AppendText(text);
                    break;
                case "den":
                    text.Append('/');
                    Append(xml, text);
                    break;
                case "rad":
                    text.Append('√');
                    Append(xml, text);
                    break;
                case "rPr" or "ctrlPr" or "del":
                    break;
                default:
                    Append(xml, text);
                    break;
            }
        }
    }
}
