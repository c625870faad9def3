using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Lanshao.Documents.Writing;

/// <summary>A table as the sheet of a workbook, written row by row: title, notes, head, rows, notes. Text is typed as text and never becomes a formula.</summary>
internal sealed partial class ExcelSheet
{
    private const int MaxCharacters = 32_767;
    private readonly PrintTable _table;
    private readonly OpenXmlWriter _writer;
    private readonly ExcelStyles _styles;
    private readonly List<string> _merges = [];
    private readonly int[] _openSince;
    private readonly int[] _openSpan;
    private int _row;

    private ExcelSheet(PrintTable table, OpenXmlWriter writer, ExcelStyles styles)
    {
        _table = table;
        _writer = writer;
        _styles = styles;
        _openSince = new int[table.Columns.Count];
        _openSpan = new int[table.Columns.Count];
    }

    /// <summary>Rows above the table's body: title, notes and head.</summary>
    public static int HeadEnd(PrintTable table) => HeadStart(table) + TableHead.Rows(table.Columns).Count - 1;

    /// <summary>The first row of the head, counted from 1.</summary>
    public static int HeadStart(PrintTable table) => HasNoteAbove(table) ? 3 : 2;

    /// <summary>A cell's name, e.g. <c>AB12</c>.</summary>
    public static string Name(int column, int row)
    {
        var letters = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }

    public static void Write(PrintTable table, string? mark, OpenXmlWriter writer, ExcelStyles styles)
    {
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Worksheet());
        foreach (var element in ExcelPage.Before(table, HeadEnd(table)))
        {
            writer.WriteElement(element);
        }

        new ExcelSheet(table, writer, styles).WriteRows(mark);
        foreach (var element in ExcelPage.After(table, mark))
        {
            writer.WriteElement(element);
        }

        writer.WriteEndElement();
    }

    private static bool HasNoteAbove(PrintTable table) => table.NoteAboveLeft.Length + table.NoteAboveRight.Length > 0;

    private void WriteRows(string? mark)
    {
        _writer.WriteStartElement(new SheetData());
        WriteAcross(mark is null ? _table.Title : $"{_table.Title}（{mark}）", new(ExcelStyles.Title, "center", HasBorder: false), heightPoints: 36);
        WriteNoteAbove();
        foreach (var head in TableHead.Rows(_table.Columns))
        {
            WriteRow(head, isHead: true);
        }

        var first = _row + 1;
        foreach (var row in _table.Rows)
        {
            WriteRow(row, isHead: false);
        }

        var last = _row;
        CloseMerges();
        foreach (var note in _table.NotesBelow)
        {
            WriteAcross(note, new(ExcelStyles.Text, "left", HasBorder: false));
        }

        _writer.WriteEndElement();
        WriteMerges();
        WriteChoices(first, last);
    }

    private void WriteNoteAbove()
    {
        if (!HasNoteAbove(_table))
        {
            return;
        }

        if (_table.Columns.Count < 2)
        {
            WriteAcross($"{_table.NoteAboveLeft}　{_table.NoteAboveRight}", new(ExcelStyles.Text, "left", HasBorder: false));
            return;
        }

        var half = _table.Columns.Count / 2;
        _row++;
        WriteRow(
            Cell(0, PrintCell.Of(_table.NoteAboveLeft), new(ExcelStyles.Text, "left", HasBorder: false)),
            Cell(half, PrintCell.Of(_table.NoteAboveRight), new(ExcelStyles.Text, "right", HasBorder: false)));
        AddMerge(0, _row, half - 1, _row);
        AddMerge(half, _row, _table.Columns.Count - 1, _row);
    }

    private void WriteAcross(string text, ExcelFormat format, double? heightPoints = null)
    {
        _row++;
        var row = new Row { RowIndex = (uint)_row, Height = heightPoints, CustomHeight = heightPoints is null ? null : true };
        row.Append(Cell(0, PrintCell.Of([text]), format));
        _writer.WriteElement(row);
        AddMerge(0, _row, _table.Columns.Count - 1, _row);
    }

    private void WriteRow(PrintRow row, bool isHead)
    {
        _row++;
        var cells = row.Across(_table.Columns.Count);
        WriteRow([.. cells.Select((cell, column) => Cell(column, cell, Format(cell, column, isHead, row.IsSection)))]);
        TrackMerges(cells);
    }

    private void WriteRow(params Cell[] cells) => _writer.WriteElement(new Row(cells) { RowIndex = (uint)_row });

    private ExcelFormat Format(PrintCell cell, int column, bool isHead, bool isSection)
    {
        var align = _table.Columns[column].Align switch
        {
            _ when isHead || isSection => "center",
            CellAlign.Text => "left",
            CellAlign.Right => "right",
            _ => "center",
        };
        var format = new ExcelFormat(isHead ? ExcelStyles.Head : ExcelStyles.Text, align, HasBorder: true);
        return cell.Shown is null ? format : format with { NumberFormat = ExcelFormat.NumberFormatOf(cell) };
    }

    private Cell Cell(int column, PrintCell content, ExcelFormat format)
    {
        var text = content.Text;
        var quoted = content.Shown is null && text.Length > 0 && FormulaStart.Begins(text);
        var cell = new Cell { CellReference = Name(column, _row), StyleIndex = _styles.IndexOf(format with { IsQuoted = quoted }) };
        if (content.Shown is { } shown)
        {
            cell.CellValue = new CellValue((content.IsPercent ? shown / 100 : shown).ToString(CultureInfo.InvariantCulture));
        }
        else if (text.Length > 0)
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text(Safe(text)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return cell;
    }

    // A cell holds 32,767 characters; _x000D_ and the like are escapes in a workbook and stand for themselves when escaped themselves.
    private static string Safe(string text)
    {
        var clean = Escape().Replace(SafeText.Xml(text), "_x005F_$1");
        return clean.Length <= MaxCharacters ? clean : clean[..(MaxCharacters - 1)] + "…";
    }

    private void TrackMerges(PrintCell[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].IsLeft || cells[i].IsAbove)
            {
                continue;
            }

            Close(i, _row - 1);
            _openSince[i] = _row;
            _openSpan[i] = cells.Skip(i + 1).TakeWhile(cell => cell.IsLeft).Count() + 1;
            for (var covered = i + 1; covered < i + _openSpan[i]; covered++)
            {
                Close(covered, _row - 1);
            }
        }
    }

    private void CloseMerges()
    {
        for (var i = 0; i < _openSince.Length; i++)
        {
            Close(i, _row);
        }
    }

    private void Close(int column, int lastRow)
    {
        if (_openSince[column] > 0)
        {
            AddMerge(column, _openSince[column], column + _openSpan[column] - 1, lastRow);
            _openSince[column] = 0;
        }
    }

    private void AddMerge(int left, int top, int right, int bottom)
    {
        if (left != right || top != bottom)
        {
            _merges.Add($"{Name(left, top)}:{Name(right, bottom)}");
        }
    }

    private void WriteMerges()
    {
        if (_merges.Count > 0)
        {
            _writer.WriteElement(new MergeCells(_merges.Select(range => new MergeCell { Reference = range })) { Count = (uint)_merges.Count });
        }
    }

    private void WriteChoices(int first, int last)
    {
        var columns = _table.Columns.Index().Where(column => column.Item.Choices.Count > 0 && last >= first).ToList();
        if (columns.Count > 0)
        {
            _writer.WriteElement(new DataValidations(columns.Select(column => Choice(column.Item, $"{Name(column.Index, first)}:{Name(column.Index, last)}"))) { Count = (uint)columns.Count });
        }
    }

    private static DataValidation Choice(PrintColumn column, string range) =>
        new(new Formula1($"\"{SafeText.Xml(string.Join(',', column.Choices)).Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = range },
        };

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
