using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;

namespace Lanshao.Documents.Writing;

/// <summary>Writes tables as a workbook: figures as numbers at their printed precision, everything else as text. The same tables give the same bytes.</summary>
public static class ExcelWriter
{
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Main = "xl/workbook.xml";
    private const int MaxSheetName = 31;
    private static readonly char[] NotInSheetNames = ['[', ']', ':', '*', '?', '/', '\\', '\''];

    /// <summary>Writes the file.</summary>
    /// <param name="workbook">The tables.</param>
    /// <param name="output">Receives the file; left open.</param>
    public static void Write(PrintWorkbook workbook, Stream output)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentOutOfRangeException.ThrowIfZero(workbook.Tables.Count, nameof(workbook));
        using var package = new PackageWriter(output, PartsOf(workbook));
        var styles = new ExcelStyles();
        foreach (var (index, table) in workbook.Tables.Index())
        {
            using var part = package.Open(SheetPart(index));
            using var writer = OpenXmlWriter.Create(part, Encoding.UTF8);
            ExcelSheet.Write(table, workbook.Mark, writer, styles);
        }

        package.WriteText(Main, Workbook(workbook.Tables));
        package.WriteText("xl/styles.xml", styles.Xml());
        package.WriteText("docProps/core.xml", CoreProperties.Xml(workbook.Title, workbook.Creator, workbook.CreatedUtc));
    }

    /// <summary>Writes the file into memory.</summary>
    /// <param name="workbook">The tables.</param>
    /// <returns>The file's bytes.</returns>
    public static byte[] Write(PrintWorkbook workbook)
    {
        using var output = new MemoryStream();
        Write(workbook, output);
        return output.ToArray();
    }

    private static List<PackagePart> PartsOf(PrintWorkbook workbook)
    {
        List<PackagePart> parts =
        [
            new(Main, Types + "sheet.main+xml", "workbook", Relations + "officeDocument"),
            new("docProps/core.xml", CoreProperties.ContentType, "core", CoreProperties.Relation),
            new("xl/styles.xml", Types + "styles+xml", "styles", Relations + "styles", Main),
        ];
        parts.AddRange(workbook.Tables.Select((_, index) => new PackagePart(SheetPart(index), Types + "worksheet+xml", SheetId(index), Relations + "worksheet", Main)));
        return parts;
    }

    private static string SheetPart(int index) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{index + 1}.xml");

    private static string SheetId(int index) => string.Create(CultureInfo.InvariantCulture, $"sheet{index + 1}");

    private static string Workbook(IReadOnlyList<PrintTable> tables)
    {
        XNamespace s = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        XNamespace r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var names = SheetNames(tables);
        var sheets = names.Select((name, index) => new XElement(s + "sheet",
            new XAttribute("name", name), new XAttribute("sheetId", index + 1), new XAttribute(r + "id", SheetId(index))));
        var titles = names.Select((name, index) => new XElement(s + "definedName",
            new XAttribute("name", "_xlnm.Print_Titles"), new XAttribute("localSheetId", index), PrintTitles(name, tables[index])));
        return new XElement(s + "workbook", new XAttribute(XNamespace.Xmlns + "r", r),
            new XElement(s + "bookViews", new XElement(s + "workbookView")),
            new XElement(s + "sheets", sheets), new XElement(s + "definedNames", titles)).ToString(SaveOptions.DisableFormatting);
    }

    private static string PrintTitles(string name, PrintTable table) =>
        string.Create(CultureInfo.InvariantCulture, $"'{name}'!${ExcelSheet.HeadStart(table)}:${ExcelSheet.HeadEnd(table)}");

    // Sheet names are at most 31 characters, without the characters of cell references, and differ in more than case.
    private static List<string> SheetNames(IReadOnlyList<PrintTable> tables)
    {
        var names = new List<string>();
        foreach (var table in tables)
        {
            var name = string.Concat(SafeText.Xml(table.Title).Where(c => !char.IsControl(c)).Select(c => NotInSheetNames.Contains(c) ? '_' : c)).Trim();
            name = name.Length == 0 ? "表" : Cut(name, MaxSheetName);
            for (var copy = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); copy++)
            {
                var suffix = string.Create(CultureInfo.InvariantCulture, $"（{copy}）");
                name = Cut(name, MaxSheetName - suffix.Length) + suffix;
            }

            names.Add(name);
        }

        return names;
    }

    private static string Cut(string name, int length) => name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}
