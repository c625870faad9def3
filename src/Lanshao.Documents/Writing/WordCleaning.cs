using System.Xml.Linq;

namespace Lanshao.Documents.Writing;

/// <summary>Takes out of a part of a foreign Word file what must not go on: embedded objects, foreign parts, links out, fields that fetch or run something.</summary>
internal static class WordCleaning
{
    private static readonly string[] Removed = ["object", "altChunk", "subDoc", "control", "attachedTemplate", "dataSource", "mailMerge", "embedRegular", "embedBold", "embedItalic", "embedBoldItalic"];
    private static readonly string[] ActiveFields = ["INCLUDE", "DDE", "LINK", "EMBED", "IMPORT", "DATABASE", "MACROBUTTON", "AUTOTEXT"];

    /// <summary>Cleans a part in place.</summary>
    /// <param name="part">The part.</param>
    /// <param name="dropped">Ids of relations that do not go on.</param>
    public static void Clean(XDocument part, IReadOnlySet<string> dropped)
    {
        part.Root!.Descendants().Where(element => Array.IndexOf(Removed, element.Name.LocalName) >= 0).ToList().ForEach(element => element.Remove());
        foreach (var field in part.Root.Descendants().Where(element => element.Name.LocalName == "instrText" && IsActive(element.Value)).ToList())
        {
            field.Value = "";
        }

        foreach (var field in part.Root.Descendants().Where(element => element.Name.LocalName == "fldSimple" && element.Attributes().Any(attribute => attribute.Name.LocalName == "instr" && IsActive(attribute.Value))).ToList())
        {
            field.ReplaceWith(field.Nodes());
        }

        DropLinks(part.Root, dropped);
    }

    // A hyperlink whose target is gone keeps its words; a picture whose file is gone goes.
    private static void DropLinks(XElement root, IReadOnlySet<string> dropped)
    {
        foreach (var attribute in root.Descendants().SelectMany(element => element.Attributes()).Where(attribute => attribute.Name.NamespaceName.EndsWith("/relationships", StringComparison.Ordinal) && dropped.Contains(attribute.Value)).ToList())
        {
            var owner = attribute.Parent!;
            if (owner.Name.LocalName == "hyperlink")
            {
                owner.ReplaceWith(owner.Nodes());
            }
            else if (owner.AncestorsAndSelf().FirstOrDefault(element => element.Name.LocalName is "drawing" or "pict") is { Parent: not null } picture)
            {
                picture.Remove();
            }
            else if (owner.Parent is not null)
            {
                owner.Remove();
            }
        }
    }

    private static bool IsActive(string instruction) => Array.Exists(ActiveFields, word => instruction.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
