using System.Globalization;
using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports.Sending;
using Lanshao.Platform.Storage;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>One sending: what left, and what reads differently since its recipients last heard.</summary>
/// <param name="Row">The sending.</param>
/// <param name="Reading">What reads differently; refused where it cannot be told.</param>
internal sealed record SubmissionView(SubmissionRow Row, Outcome<CorrectSubmission.Reading> Reading)
{
    public static async Task<Outcome<SubmissionView>> LoadAsync(LanshaoContext db, FileStore files, string id, DateTime nowUtc, CancellationToken ct)
    {
        var found = Guid.TryParse(id, CultureInfo.InvariantCulture, out var key) ? await SubmissionQueries.FindAsync(db, key, ct) : Refusal.NotFound("RPT-064");
        return found.IsRefused ? found.Refusal : new SubmissionView(found.Value, await CorrectSubmission.ReadAsync(db, files, found.Value, nowUtc, ct));
    }

    /// <summary>Returns what was registered, name by name.</summary>
    public IEnumerable<(string Name, string Text)> Registered(UiTexts texts)
    {
        var sent = Row.Submission;
        yield return ("报送日期", sent.SentOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("报给", sent.Recipients);
        yield return ("报送方式", texts[sent.Channel]);
        yield return ("文号", sent.DocumentNumber.Length > 0 ? sent.DocumentNumber : "—");
        yield return ("版次", SubmissionsView.VersionOf(Row.Report, texts));
        yield return ("印出的数", texts["{0}个", Row.Figures]);
        yield return ("文件校验码", sent.FileSha256);
        yield return ("数字校验码", sent.FactsSha256);
        if (sent.Note.Length > 0)
        {
            yield return ("说明", sent.Note);
        }

        yield return ("登记", $"{ImportWords.Time(sent.RegisteredUtc)} {texts[ImportWords.Who(sent.RegisteredBy)]}");
        if (sent is { VoidedUtc: { } at, VoidReason: { } reason })
        {
            yield return ("撤销登记", $"{ImportWords.Time(at)} {texts[ImportWords.Who(sent.VoidedBy!)]}　{reason}");
        }
    }

    /// <summary>Returns the places that read differently, as the letter lists them.</summary>
    public PageTable Table(UiTexts texts) => new(
        texts["更正对照表"],
        [new("序号", ColumnKind.Mark), new("位置", ColumnKind.Prose), new("原印", ColumnKind.Prose), new("更正为", ColumnKind.Prose), new("原因", ColumnKind.Prose)],
        [.. (Reading.Value?.Lines ?? []).Select((line, at) => new TableRow([Cell.Whole(at + 1), Cell.Of(line.Where), Cell.Of(line.Before ?? "—"), Cell.Of(line.Now ?? "—"), Cell.Of(line.Why)]))])
    { IsWide = true };
}
