using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Sending;

/// <summary>Sets 更正说明 as Word: what left, what reads differently, and place by place what was printed, what is right and why.</summary>
public static class CorrectionLetter
{
    /// <summary>Returns the letter's title.</summary>
    public static string TitleOf(Report report) => $"关于更正《{report.Title}》有关数据的说明";

    /// <summary>Writes the letter.</summary>
    /// <param name="row">The sending.</param>
    /// <param name="reading">What reads differently.</param>
    /// <param name="note">What was added by hand; empty for nothing.</param>
    /// <param name="mark">The mark of a sample; null for none.</param>
    /// <param name="nowUtc">When.</param>
    internal static byte[] Write(SubmissionRow row, CorrectSubmission.Reading reading, string note, string? mark, DateTime nowUtc)
    {
        var title = TitleOf(row.Report);
        IEnumerable<OfficialBlock> signature = reading.Before.Template?.Issuer is { } issuer ? [new BodyBlock(string.Empty) { KeepsWithNext = true }, new SignatureBlock(issuer, Day(ChinaTime.DayOf(nowUtc)))] : [];
        IEnumerable<OfficialBlock> letter =
        [
            new TitleBlock(title),
            new BodyBlock(string.Empty),
            .. Paragraphs(row, reading, note).Select(text => new BodyBlock(text)),
            new AnnexListBlock([Table(reading).Title]) { KeepsWithNext = reading.Before.Template?.Issuer is not null },
            .. signature,
        ];
        return WordWriter.Write(new OfficialDocument(title, [new(letter), OfficialSection.Of(Table(reading), "附件")]) { Mark = mark, CreatedUtc = nowUtc });
    }

    private static IEnumerable<string> Paragraphs(SubmissionRow row, CorrectSubmission.Reading reading, string note)
    {
        var sent = row.Submission;
        yield return $"收文单位：{sent.Recipients}。";
        yield return string.Create(CultureInfo.InvariantCulture, $"{Day(sent.SentOn)}以{sent.Channel}报送的《{row.Report.Title}》{(sent.DocumentNumber.Length > 0 ? $"（{sent.DocumentNumber}）" : string.Empty)}，所依据的数据后来有更正，正文{reading.Changes.Sentences.Count}句、附件{reading.Changes.Cells.Count}格随之更改，逐处列在附件。没有列出的内容不变。");
        if (sent.LastCorrection is { } last)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"本说明接续{Day(ChinaTime.DayOf(last.MadeAtUtc))}的第{last.Seq}次更正，附件中的原印是那次更正以后的写法。");
        }

        if (note.Length > 0)
        {
            yield return note;
        }

        // In groups, so that the line can break.
        yield return $"原文件的校验值（SHA-256）：{string.Join(' ', sent.FileSha256.Chunk(8).Select(group => new string(group)))}";
    }

    private static PrintTable Table(CorrectSubmission.Reading reading) => new()
    {
        Title = "更正对照表",
        IsLandscape = true,
        IsSmall = true,
        Columns = [new("序号", 12), new("位置", 46, CellAlign.Text), new("原印", 60, CellAlign.Text), new("更正为", 60, CellAlign.Text), new("原因", 58, CellAlign.Text)],
        Rows = [.. reading.Lines.Select((line, at) => new PrintRow([PrintCell.Of((at + 1).ToString(CultureInfo.InvariantCulture)), PrintCell.Of(line.Where), PrintCell.Of(line.Before ?? "（无）"), PrintCell.Of(line.Now ?? "（删去）"), PrintCell.Of(line.Why)]))],
    };

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
