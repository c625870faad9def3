using System.Globalization;
using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Sending;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>报送记录: what left the house, and what its recipients must hear of since.</summary>
/// <param name="Page">The sendings of the page.</param>
/// <param name="Table">The same as a table.</param>
/// <param name="Value">The stored value whose sendings are asked for; null for all.</param>
internal sealed record SubmissionsView(KeyPage<SubmissionRow> Page, PageTable Table, Guid? Value)
{
    public const string Path = "/reports/submissions";
    private const int DigestShown = 12;

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new("登记号", ColumnKind.Mark), new("报送日期", ColumnKind.OneLine), new("材料", ColumnKind.Prose), new("版次", ColumnKind.OneLine), new("报给") { WidthMm = 34 }, new("报送方式", ColumnKind.OneLine), new("文号", ColumnKind.OneLine),
        new("印出的数", ColumnKind.Figure), new("文件校验码", ColumnKind.OneLine), new("之后更正的数", ColumnKind.Figure), new("更正函", ColumnKind.OneLine),
    ];

    public static async Task<SubmissionsView> LoadAsync(HttpContext context, string? after)
    {
        var services = context.RequestServices;
        var (db, here, texts) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        var value = Guid.TryParse(here.Text("value"), CultureInfo.InvariantCulture, out var asked) ? asked : (Guid?)null;
        var last = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        var page = await SubmissionQueries.ListAsync(db, value, last, context.RequestAborted);
        return new(page, new PageTable(texts["报送记录"], Columns, [.. page.Rows.Select(row => Row(row, texts, here))]) { IsWide = true }, value);
    }

    /// <summary>Returns the answer sentence of the rows of the page.</summary>
    public string Answer(UiTexts texts)
    {
        var standing = Page.Rows.Where(row => row.Submission.VoidedUtc is null).ToList();
        return texts["共{0}次报送，{1}份材料；其中{2}次所依据的数后来有更正，{3}次已出更正函。",
            standing.Count, standing.Select(row => row.Report.Id).Distinct().Count(), standing.Count(row => row.Corrected > 0), standing.Count(row => row.Submission.Corrections.Count > 0)];
    }

    /// <summary>Returns how a version is told: 第2次（送审稿）.</summary>
    public static string VersionOf(Platform.Reports.Report report, UiTexts texts) => texts["第{0}次", report.Number] + (report.VersionName is { } name ? $"（{texts[name]}）" : string.Empty);

    private static TableRow Row(SubmissionRow row, UiTexts texts, PageAddress here)
    {
        var sent = row.Submission;
        return new(
        [
            Cell.Whole(sent.Number).LinkedTo(here.To($"{Path}/{sent.Id:D}")),
            Cell.Day(sent.SentOn),
            Cell.Of(row.Report.Title).LinkedTo(here.To($"{Path}/{sent.Id:D}")).Noted(sent.VoidedUtc is null ? null : texts["登记已撤销"]),
            Cell.Of(VersionOf(row.Report, texts)),
            Cell.Of(sent.Recipients),
            Cell.Of(texts[sent.Channel]),
            Cell.Of(sent.DocumentNumber.Length > 0 ? sent.DocumentNumber : "—"),
            Cell.Whole(row.Figures),
            Cell.Of(sent.FileSha256[..DigestShown]),
            Cell.Whole(row.Corrected),
            sent.LastCorrection is { } last ? Cell.Of(texts["{0}份，最近{1}", sent.Corrections.Count, ImportWords.Time(last.MadeAtUtc)]) : Cell.Of("—"),
        ]);
    }
}
