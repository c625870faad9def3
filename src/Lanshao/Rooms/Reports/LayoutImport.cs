using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Reports.Layouts;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Reports;

/// <summary>导入版式模板 by a page: what was taken, and every control that cannot be used.</summary>
internal static class LayoutImport
{
    public static ImportOffer Offer { get; } = new(ImportReportLayout.Kind, "Word 版式模板", "在“版式模板”页下载、在Word中改过的文件。", ".docx")
    {
        Columns = [new("控件标记", ColumnKind.Prose), new("控件名称", ColumnKind.Prose), new("控件内容", ColumnKind.Prose)],
        CellsAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<IReadOnlyList<Cell>>>([.. rows.Select(Cells)]),
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Shell.Difference>>([.. rows.SelectMany(Differences)]),
        ResultHref = _ => "/reports/layouts",
    };

    private static IReadOnlyList<Cell> Cells(ImportRow row) => row.Cells() is [var tag, var name, var text] ? [Cell.Of(tag), Cell.Of(name), Cell.Of(text)] : [Cell.Of(string.Join('、', row.Cells())), Cell.Blank, Cell.Blank];

    private static IEnumerable<Shell.Difference> Differences(ImportRow row)
    {
        var (before, after) = (row.BeforeAs<ReportLayout>(), row.AfterAs<ReportLayout>());
        return before?.Sha256 == after?.Sha256 ? [] : [new Shell.Difference("全文", "控件标记", before is null ? null : string.Join('、', before.Tags), after is null ? null : string.Join('、', after.Tags))];
    }
}
