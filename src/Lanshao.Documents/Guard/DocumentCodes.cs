namespace Lanshao.Documents.Guard;

/// <summary>The codes of this library; their sentences and severities stand in <c>docs/error-codes.md</c>. DOC-001 to DOC-099 belong to the checking of documents.</summary>
public static class DocumentCodes
{
    /// <summary>The file is empty.</summary>
    public const string Empty = "DOC-101";

    /// <summary>The content is none of the known formats.</summary>
    public const string Unrecognised = "DOC-102";

    /// <summary>The file is damaged or cut off.</summary>
    public const string Damaged = "DOC-103";

    /// <summary>The file is protected by a password.</summary>
    public const string Encrypted = "DOC-104";

    /// <summary>The file carries a secrecy marking.</summary>
    public const string Secrecy = "DOC-105";

    /// <summary>An archive entry leads out of the archive: <c>..</c>, an absolute path, a drive letter.</summary>
    public const string EntryPath = "DOC-106";

    /// <summary>An archive entry is a link.</summary>
    public const string EntryLink = "DOC-107";

    /// <summary>Two archive entries have the same name.</summary>
    public const string EntryRepeated = "DOC-108";

    /// <summary>The XML holds a document type declaration.</summary>
    public const string XmlDeclaration = "DOC-109";

    /// <summary>The encoding of a text file is not recognised.</summary>
    public const string TextEncoding = "DOC-110";

    /// <summary>Word 97–2003.</summary>
    public const string FormatDoc = "DOC-111";

    /// <summary>WPS Writer.</summary>
    public const string FormatWps = "DOC-112";

    /// <summary>Excel 97–2003.</summary>
    public const string FormatXls = "DOC-113";

    /// <summary>WPS Spreadsheets.</summary>
    public const string FormatEt = "DOC-114";

    /// <summary>OFD, the fixed-layout format of the state.</summary>
    public const string FormatOfd = "DOC-115";

    /// <summary>PDF, scanned or not.</summary>
    public const string FormatPdf = "DOC-116";

    /// <summary>Rich Text Format.</summary>
    public const string FormatRtf = "DOC-117";

    /// <summary>A web page, also when named .doc or .xls.</summary>
    public const string FormatHtml = "DOC-118";

    /// <summary>A picture.</summary>
    public const string FormatImage = "DOC-119";

    /// <summary>Slides.</summary>
    public const string FormatSlides = "DOC-120";

    /// <summary>OpenDocument or UOF.</summary>
    public const string FormatOpenDocument = "DOC-121";

    /// <summary>Word or Excel as one XML file.</summary>
    public const string FormatXml = "DOC-122";

    /// <summary>An archive that is no document.</summary>
    public const string FormatArchive = "DOC-123";

    /// <summary>A binary workbook (.xlsb).</summary>
    public const string FormatBinaryWorkbook = "DOC-124";

    /// <summary>A table (.xlsx or .csv) was expected.</summary>
    public const string NoTable = "DOC-125";

    /// <summary>The file is larger than allowed.</summary>
    public const string LimitFileBytes = "DOC-131";

    /// <summary>The archive is larger than allowed when unpacked.</summary>
    public const string LimitUnpackedBytes = "DOC-132";

    /// <summary>An entry grows more than allowed when unpacked.</summary>
    public const string LimitEntryRatio = "DOC-133";

    /// <summary>The archive has more entries than allowed.</summary>
    public const string LimitEntries = "DOC-134";

    /// <summary>The XML is nested deeper than allowed.</summary>
    public const string LimitXmlDepth = "DOC-135";

    /// <summary>A table has more rows than allowed.</summary>
    public const string LimitTableRows = "DOC-136";

    /// <summary>A table has more columns than allowed.</summary>
    public const string LimitTableColumns = "DOC-137";

    /// <summary>A cell has more characters than allowed.</summary>
    public const string LimitCellCharacters = "DOC-138";

    /// <summary>Reading takes longer than allowed.</summary>
    public const string LimitTime = "DOC-139";

    /// <summary>The document takes more memory than allowed.</summary>
    public const string LimitMemory = "DOC-140";

    /// <summary>A streamed file is larger than allowed when unpacked.</summary>
    public const string LimitStreamedBytes = "DOC-141";

    /// <summary>The headings of a table of hourly values fit no import profile.</summary>
    public const string HourlyHeadings = "DOC-142";

    /// <summary>A relationship leads out of the file; it was not followed.</summary>
    public const string ExternalLink = "DOC-201";

    /// <summary>A remote template is attached; it was not loaded.</summary>
    public const string RemoteTemplate = "DOC-202";

    /// <summary>An embedded file, object or control was not opened.</summary>
    public const string EmbeddedObject = "DOC-203";

    /// <summary>Macros were not run.</summary>
    public const string Macros = "DOC-204";

    /// <summary>A part in a foreign format (altChunk, sub-document) was not read.</summary>
    public const string ForeignPart = "DOC-205";

    /// <summary>A field that fetches or runs something (DDE, INCLUDE …) was not followed; its stored text was kept.</summary>
    public const string ActiveField = "DOC-206";

    /// <summary>Hidden text was left out.</summary>
    public const string HiddenText = "DOC-207";

    /// <summary>Text under a merged cell, not printed, was left out.</summary>
    public const string CoveredText = "DOC-208";

    /// <summary>A row has fewer or more cells than its table.</summary>
    public const string RaggedRow = "DOC-209";

    /// <summary>A picture: text in it is not read.</summary>
    public const string Picture = "DOC-210";

    /// <summary>A chart or diagram: text in it is not read.</summary>
    public const string Diagram = "DOC-211";

    /// <summary>The prompt of an unfilled content control was left out.</summary>
    public const string Placeholder = "DOC-212";

    /// <summary>A symbol of a symbol font that is not known.</summary>
    public const string UnknownSymbol = "DOC-213";

    /// <summary>A field has no end; its text was kept.</summary>
    public const string BrokenField = "DOC-214";

    /// <summary>A formula was read as plain text.</summary>
    public const string Formula = "DOC-215";

    /// <summary>More findings of one code than are listed.</summary>
    public const string MoreOfThese = "DOC-216";

    /// <summary>Tracked changes: insertions were kept, deletions dropped.</summary>
    public const string TrackedChanges = "DOC-217";

    /// <summary>A hidden sheet was not read.</summary>
    public const string HiddenSheet = "DOC-218";

    /// <summary>A formula cell has no stored value.</summary>
    public const string FormulaWithoutValue = "DOC-219";

    /// <summary>A cell holds an error value.</summary>
    public const string ErrorValue = "DOC-220";

    /// <summary>Characters of a text file could not be decoded.</summary>
    public const string BrokenCharacters = "DOC-221";

    /// <summary>A quotation mark of a CSV file is never closed.</summary>
    public const string UnclosedQuote = "DOC-222";
}
