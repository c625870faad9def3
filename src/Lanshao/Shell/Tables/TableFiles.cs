using Lanshao.Documents.Writing;
using Microsoft.Net.Http.Headers;

namespace Lanshao.Shell.Tables;

/// <summary>Answers with a table as a file: Word, Excel or CSV, all made from the same table as the page.</summary>
public static class TableFiles
{
    private const string SampleMark = "演示数据";

    /// <summary>The endings under which a page's table is offered.</summary>
    public static readonly IReadOnlyList<string> Endings = ["docx", "xlsx", "csv"];

    /// <summary>Returns the file, or 404 for an ending that is not offered. Word leaves the columns of the screen out, as print does.</summary>
    /// <param name="table">The table of the page.</param>
    /// <param name="ending">docx, xlsx or csv.</param>
    public static IResult Answer(PageTable table, string ending)
    {
        var mark = MarkOf(table);
        return ending switch
        {
            "docx" => Answer(table.ToPrint(withScreenColumns: false), ending, mark),
            "xlsx" or "csv" => Answer(table.ToPrint(withScreenColumns: true), ending, mark),
            _ => Results.NotFound(),
        };
    }

    /// <summary>Returns the file, or 404 for an ending that is not offered.</summary>
    /// <param name="table">The table.</param>
    /// <param name="ending">docx, xlsx or csv.</param>
    /// <param name="mark">A mark on every page; null for none.</param>
    public static IResult Answer(PrintTable table, string ending, string? mark) => ending switch
    {
        "docx" => File(WordWriter.Write(OfficialDocument.Of(table) with { Mark = mark }), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", table.Title, ending, mark),
        "xlsx" => File(ExcelWriter.Write(new PrintWorkbook(table.Title, [table]) { Mark = mark }), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", table.Title, ending, mark),
        "csv" => File(CsvWriter.Write(table, mark), "text/csv; charset=utf-8", table.Title, ending, mark),
        _ => Results.NotFound(),
    };

    /// <summary>Returns the mark that every page of the file carries; null for none.</summary>
    public static string? MarkOf(PageTable table) => table.IsSample ? SampleMark : null;

    /// <summary>Returns the name of the file, which every system takes.</summary>
    public static string NameOf(string title, string ending, string? mark)
    {
        var name = string.Concat((mark is null ? title : $"{mark} {title}").Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c));
        return $"{name}.{ending}";
    }

    /// <summary>Returns bytes as an attachment under a name that every system takes.</summary>
    public static IResult File(byte[] bytes, string contentType, string title, string ending, string? mark)
    {
        return Results.File(bytes, contentType, NameOf(title, ending, mark), entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..32]}\""));
    }
}
