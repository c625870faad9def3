namespace Lanshao.Documents.Word;

/// <summary>The namespaces of Word documents, in the transitional and the strict edition.</summary>
internal static class WordNames
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string MathTransitional = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string MathStrict = "http://purl.oclc.org/ooxml/officeDocument/math";

    public static bool IsMain(string name) => name is Transitional or Strict;

    public static bool IsMath(string name) => name is MathTransitional or MathStrict;
}
