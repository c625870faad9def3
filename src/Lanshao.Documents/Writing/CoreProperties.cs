using System.Globalization;
using System.Xml.Linq;

namespace Lanshao.Documents.Writing;

/// <summary>The properties that every Office file carries: title, creator, when it was made.</summary>
internal static class CoreProperties
{
    public const string ContentType = "application/vnd.openxmlformats-package.core-properties+xml";
    public const string Relation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    public static string Xml(string title, string? creator, DateTime? createdUtc)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var xml = new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", SafeText.Xml(title)),
            creator is null ? null : new XElement(dc + "creator", SafeText.Xml(creator)),
            createdUtc is not { } utc ? null : new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"),
                utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            new XElement(dc + "language", "zh-CN"));
        return xml.ToString(SaveOptions.DisableFormatting);
    }
}
