using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Sheets;

/// <summary>A workbook: its visible sheets, and what they share.</summary>
internal sealed class Workbook
{
    private readonly List<PackageRelationship> _relationships;
    private SharedStrings? _strings;
    private ExcelFormats? _formats;

    private Workbook(GuardedFile file, FindingList findings, string mainPart)
    {
        Archive = file.Archive!;
        Budget = file.Budget;
        Findings = findings;
        _relationships = PackageRelationships.Of(Archive, mainPart);
    }

    public GuardedArchive Archive { get; }

    public ReadingBudget Budget { get; }

    public FindingList Findings { get; }

    public bool Is1904 { get; private set; }

    public SharedStrings Strings => _strings ??= SharedStrings.Read(OpenRelated("sharedStrings"), Budget);

    public ExcelFormats Formats => _formats ??= ExcelFormats.Read(OpenRelated("styles"));

    public List<(string Name, SheetReader Reader)> Sheets { get; } = [];

    public static Workbook Open(GuardedFile file, FindingList findings)
    {
        var mainPart = PackageFormat.MainPart(file.Archive!)!;
        var workbook = new Workbook(file, findings, mainPart);
        PackageContents.Report(workbook.Archive, findings);
        using var xml = workbook.Archive.OpenXml(mainPart) ?? throw Refuse.Damaged(mainPart);
        xml.ReadRoot();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "workbookPr")
            {
                workbook.Is1904 = xml.Attribute("date1904") is "1" or "true";
            }
            else if (xml.Name == "sheets")
            {
                workbook.ReadSheets(xml);
            }
        }

        xml.Finish();
        return workbook;
    }

    private void ReadSheets(GuardedXml xml)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            var name = xml.Attribute("name") ?? "";
            var id = xml.AttributeOfAnyNamespace("id");
            var part = _relationships.Find(relationship => relationship.Id == id && relationship is { Kind: "worksheet", IsExternal: false })?.Target;
            if (xml.Attribute("state") is "hidden" or "veryHidden")
            {
                Findings.Add(DocumentCodes.HiddenSheet, new Origin { Part = name }, ("sheet", name));
            }
            else if (part is not null)
            {
                Sheets.Add((name, new SheetReader(this, name, part)));
            }
        }
    }

    private GuardedXml? OpenRelated(string kind) =>
        _relationships.Find(relationship => relationship.Kind == kind && !relationship.IsExternal) is { } found ? Archive.OpenXml(found.Target) : null;
}
