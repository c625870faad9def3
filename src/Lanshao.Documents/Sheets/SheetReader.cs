using System.Text;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Sheets;

/// <summary>Reads one sheet of a workbook: rows as they stream in, then what the file says behind them.</summary>
internal sealed class SheetReader(Workbook workbook, string name, string part)
{
    private readonly StringBuilder _text = new();
    private readonly List<MergedArea> _merges = [];
    private readonly List<string> _margins = [];

    /// <summary>Merged cells; complete after the last row.</summary>
    public IReadOnlyList<MergedArea> Merges => _merges;

    /// <summary>Lines of the page's head and foot; complete after the last row.</summary>
    public IReadOnlyList<string> Margins => _margins;

    public IEnumerable<SheetRow> Rows()
    {
        using var xml = workbook.Archive.OpenXml(part);
        if (xml is null)
        {
            yield break;
        }

        xml.ReadRoot();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "sheetData")
            {
                var number = 0;
                for (var rows = xml.Enter(); xml.NextChild(rows);)
                {
                    number = Math.Max(number + 1, xml.IntegerAttribute("r") ?? 0);
                    yield return new SheetRow(name, number, ReadRow(xml, number));
                }
            }
            else
            {
                ReadRest(xml);
            }
        }

        xml.Finish();
    }

    private List<string> ReadRow(GuardedXml xml, int row)
    {
        var fields = new List<string>();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            var reference = xml.Attribute("r");
            var column = CellReference.Parse(reference)?.Column ?? fields.Count;
            var value = ReadCell(xml, reference ?? Refuse.Number(row));
            if (value.Length > 0)
            {
                Place(fields, column, value);
            }
        }

        return fields;
    }

    private void Place(List<string> fields, int column, string value)
    {
        if (column >= workbook.Budget.Limits.TableColumns)
        {
            throw Refuse.Limit(DocumentCodes.LimitTableColumns, workbook.Budget.Limits.TableColumns, column + 1);
        }

        while (fields.Count <= column)
        {
            fields.Add("");
        }

        fields[column] = value;
    }

    private string ReadCell(GuardedXml xml, string reference)
    {
        var type = xml.Attribute("t");
        var style = xml.IntegerAttribute("s") ?? 0;
        var hasFormula = false;
        var hasValue = false;
        _text.Clear();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            switch (xml.Name)
            {
                case "v":
                    xml.AppendText(_text, workbook.Budget.Limits.CellCharacters);
                    hasValue = true;
                    break;
                case "is":
                    SharedStrings.AppendRich(xml, _text, workbook.Budget.Limits.CellCharacters);
                    break;
                case "f":
                    hasFormula = true;
                    break;
                default:
                    break;
            }
        }

        if (hasFormula && !hasValue)
        {
            workbook.Findings.Add(DocumentCodes.FormulaWithoutValue, Place(reference), ("cell", reference));
        }

        return ValueOf(type, style, reference);
    }

    private string ValueOf(string? type, int style, string reference)
    {
        var stored = _text.ToString();
        switch (type)
        {
            case "s":
                return Checked(workbook.Strings.Of(stored));
            case "b":
                return stored == "1" ? "TRUE" : "FALSE";
            case "e":
                workbook.Findings.Add(DocumentCodes.ErrorValue, Place(reference), ("cell", reference), ("value", stored));
                return stored;
            case "str" or "inlineStr" or "d":
                return Checked(SharedStrings.Unescape(stored));
            default:
                return stored.Length == 0 ? "" : ExcelNumber.Write(stored, workbook.Formats.KindOf(style), workbook.Is1904);
        }
    }

    private string Checked(string text) => text.Length <= workbook.Budget.Limits.CellCharacters
        ? text
        : throw Refuse.Limit(DocumentCodes.LimitCellCharacters, workbook.Budget.Limits.CellCharacters, text.Length);

    private Origin Place(string reference) =>
        CellReference.Parse(reference) is { } at ? new Origin { Part = name, Row = at.Row + 1, Cell = at.Column + 1 } : new Origin { Part = name };

    private void ReadRest(GuardedXml xml)
    {
        if (xml.Name == "mergeCells")
        {
            for (var depth = xml.Enter(); xml.NextChild(depth);)
            {
                if (CellReference.ParseArea(xml.Attribute("ref")) is { } area)
                {
                    workbook.Budget.KeepBytes(16);
                    _merges.Add(area);
                }
            }
        }
        else if (xml.Name == "headerFooter")
        {
            for (var depth = xml.Enter(); xml.NextChild(depth);)
            {
                _text.Clear();
                xml.AppendText(_text, workbook.Budget.Limits.CellCharacters);
                _margins.AddRange(PageMargins.Lines(_text.ToString()));
            }
        }
    }
}
