using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Front.Operations;

/// <summary>The table of 后台任务 in the order and with the filters of the address.</summary>
internal sealed record JobList(PageTable Table, string? After)
{
    public const string Path = "/system/jobs";
    private const int Size = 50;

    public static async Task<JobList> LoadAsync(LanshaoContext db, JobKinds kinds, PageAddress here, string? after, UiTexts texts, CancellationToken ct, int size = Size)
    {
        var page = await JobQueries.ListAsync(db, StateOf(here.Text("state")), here.Text("kind"), Guid.TryParse(after, out var last) ? last : null, size, ct);
        IReadOnlyList<Column> columns =
        [
            new("提出时间", ColumnKind.OneLine), new("任务"), new("提出"), new("状态", ColumnKind.OneLine), new("进度"), new("开始时间", ColumnKind.OneLine), new("结束时间", ColumnKind.OneLine), new("次数", ColumnKind.Figure), new("结果或原因", ColumnKind.Prose),
        ];
        return new(new(texts["后台任务"], columns, [.. page.Rows.Select(job => Row(job, kinds, here, texts))]) { IsWide = true }, page.After);
    }

    /// <summary>Reads a state out of the address; null where it names none.</summary>
    public static JobState? StateOf(string? text) => Enum.TryParse<JobState>(text, ignoreCase: true, out var state) && Enum.IsDefined(state) && !char.IsDigit(text![0]) ? state : null;

    private static TableRow Row(Job job, JobKinds kinds, PageAddress here, UiTexts texts) => new(
    [
        Cell.Of(JobWords.Time(job.RequestedUtc)),
        Cell.Of(JobWords.Name(kinds, job.Kind, texts)).LinkedTo(here.To($"{Path}/{job.Id}")),
        Cell.Of(texts[ImportWords.Who(job.RequestedBy)]),
        Cell.State(JobWords.Of(job.State)),
        Cell.Of(job.HasEnded ? string.Empty : JobWords.Progress(job, texts)),
        Cell.Of(JobWords.Time(job.StartedUtc)),
        Cell.Of(JobWords.Time(job.EndedUtc)),
        Cell.Whole(job.Attempts),
        Cell.Of(JobWords.Result(job, texts)),
    ]);
}
