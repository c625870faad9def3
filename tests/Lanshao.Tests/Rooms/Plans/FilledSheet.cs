using DocumentFormat.OpenXml.Packaging;
using Excel = DocumentFormat.OpenXml.Spreadsheet;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Lanshao.Tests.Rooms.Plans;

/// <summary>Fills in a sheet that went out, as a clerk does in Word or Excel: the cells are typed into, nothing else is touched.</summary>
internal static class FilledSheet
{
    /// <summary>The place of the column 编号 and of 进展情况, counted from 0; 是否完成, 经办人 and 联系电话 stand beside it.</summary>
    private const int KeyAt = 1;
    private const int ProgressAt = 8;

    public static byte[] InWord(byte[] sheet, params (string Key, string[] Typed)[] rows)
    {
        using var stream = Open(sheet);
        using (var file = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var table = file.MainDocumentPart!.Document!.Body!.Descendants<Word.Table>().First();
            foreach (var (key, typed) in rows)
            {
                var cells = table.Elements<Word.TableRow>().Select(row => row.Elements<Word.TableCell>().ToList()).First(cells => cells.Count > ProgressAt && cells[KeyAt].InnerText == key);
                foreach (var (text, at) in typed.Select((text, at) => (text, at)))
                {
                    cells[ProgressAt + at].Elements<Word.Paragraph>().First().Append(new Word.Run(new Word.Text(text)));
                }
            }
        }

        return stream.ToArray();
    }

    public static byte[] InExcel(byte[] sheet, params (string Key, string[] Typed)[] rows)
    {
        using var stream = Open(sheet);
        using (var file = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var data = file.WorkbookPart!.WorksheetParts.First().Worksheet!.GetFirstChild<Excel.SheetData>()!;
            foreach (var (key, typed) in rows)
            {
                var cells = data.Elements<Excel.Row>().Select(row => row.Elements<Excel.Cell>().ToList()).First(cells => cells.Count > ProgressAt && cells[KeyAt].InnerText == key);
                foreach (var (text, at) in typed.Select((text, at) => (text, at)))
                {
                    var cell = cells[ProgressAt + at];
                    (cell.DataType, cell.InlineString) = (Excel.CellValues.InlineString, new Excel.InlineString(new Excel.Text(text)));
                }
            }
        }

        return stream.ToArray();
    }

    private static MemoryStream Open(byte[] bytes)
    {
        var stream = new MemoryStream();
        stream.Write(bytes);
        return stream;
    }
}
