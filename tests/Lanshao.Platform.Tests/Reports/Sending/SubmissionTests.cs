using System.Globalization;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Sending;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Sending;

/// <summary>What left the house, and what its recipients must hear of when a published figure is corrected afterwards.</summary>
public sealed class SubmissionTests
{
    private static readonly SubmissionText Text = new(new(2024, 7, 1), "市生态环境局", "纸质文件", "东环文〔2024〕8号", string.Empty);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Correct_FigurePublishedAnewAfterSending_NamesExactlyTheSentenceAndTheCellWithTheReason(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var sent = await SendAsync(district, db);

        district.Clock.Advance(TimeSpan.FromHours(1));
        await ChangeAsync(db, district, 39.3m, 39.4m);
        var reading = await ReadAsync(district, db, sent);

        Assert.Equal(["pm25-range"], reading.Changes.Sentences.Select(change => change.Key));
        Assert.Equal([("39.3", "39.4")], reading.Changes.Cells.Select(change => (change.Before, change.Now)));
        Assert.Equal(["正文“（二）各街道（地区）空气”", "附件1《各街道2024年1—6月PM2.5累计浓度情况》北新桥街道“累计浓度（一位小数）”", "《图1　各街道2024年1—6月PM2.5累计浓度情况》"], reading.Lines.Select(line => line.Where));
        Assert.Equal(("北新桥街道（2024年1—6月）：39.3", "北新桥街道（2024年1—6月）：39.4"), (reading.Lines[2].Before, reading.Lines[2].Now));
        Assert.All(reading.Lines.Take(2), line => Assert.Contains("北新桥街道", line.Why, StringComparison.Ordinal));
        Assert.All(reading.Lines.Take(2), line => Assert.Contains("由39.3改为39.4", line.Why, StringComparison.Ordinal));
    }

    [Theory, EveryStore]
    public async Task Correct_LetterMadeReady_ListsTheChangesAndIsWhatTheNextOneBeginsWith(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var sent = await SendAsync(district, db);
        Assert.Equal("RPT-067", (await CorrectSubmission.RunAsync(db, district.Files, sent, CorrectionText.None, Actor.Local, district.Clock, Ct)).Refusal?.Code);

        district.Clock.Advance(TimeSpan.FromHours(1));
        await ChangeAsync(db, district, 39.3m, 39.4m);
        Assert.Equal([1], (await SubmissionQueries.ListAsync(db, null, null, Ct)).Rows.Select(row => row.Corrected));
        district.Clock.Advance(TimeSpan.FromHours(1));
        var correction = (await CorrectSubmission.RunAsync(db, district.Files, sent, new(string.Empty, "样张函〔2024〕3号", "监测站复核后更正了一个小时值。"), Actor.Local, district.Clock, Ct)).Value!;

        var letter = await LetterAsync(district, correction);
        var paragraphs = letter.Blocks.OfType<ParagraphBlock>().Select(paragraph => paragraph.Text).Where(text => text.Length > 0).ToList();
        Assert.Equal(["北京市东城区生态环境局", "样张函〔2024〕3号", "关于更正《东城区2024年上半年污染防治工作情况报告》有关数据的函", "市生态环境局："], paragraphs.Take(4));
        Assert.Contains("监测站复核后更正了一个小时值。", paragraphs);
        Assert.Contains("附件1《各街道2024年1—6月PM2.5累计浓度情况》北新桥街道“累计浓度（一位小数）”，原印“39.3”，更正为“39.4”。", paragraphs);
        Assert.Equal(["特此函告。", "附件：1.更正对照表", "2.更正后的图", "北京市东城区生态环境局"], paragraphs.SkipWhile(text => text != "特此函告。").Take(4));
        Assert.Equal(["39.3", "39.4"], letter.Tables.Single().Rows[2].Cells.Skip(2).Take(2).Select(cell => cell.Text));
        Assert.True((await ReadAsync(district, db, sent)).Changes.IsEmpty);
        Assert.Equal([0], (await SubmissionQueries.ListAsync(db, null, null, Ct)).Rows.Select(row => row.Corrected));
        district.Clock.Advance(TimeSpan.FromHours(1));
        await ChangeAsync(db, district, 39.4m, 39.5m);
        Assert.Equal([("39.4", "39.5")], (await ReadAsync(district, db, sent)).Changes.Cells.Select(change => (change.Before, change.Now)));
    }

    [Theory, EveryStore]
    public async Task List_OfAFigure_NamesTheSendingsThatPrintItOrAnotherVersionOfIt(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var sent = await SendAsync(district, db);
        district.Clock.Advance(TimeSpan.FromHours(1));
        await ChangeAsync(db, district, 39.3m, 39.4m);
        var values = await db.Set<IndicatorValue>().AsNoTracking().ToListAsync(Ct);
        var corrected = values.Single(value => value is { Indicator: "pm25", Number: 39.4m, EndedUtc: null });
        var elsewhere = values.First(value => value.Period == Period.Month(2024, 5) && value.Place != Place.District);

        var found = await SubmissionQueries.ListAsync(db, corrected.Id, null, Ct);
        var none = await SubmissionQueries.ListAsync(db, elsewhere.Id, null, Ct);

        Assert.Equal([sent], found.Rows.Select(row => row.Submission.Id));
        Assert.Empty(none.Rows);
    }

    [Theory]
    [EveryStore(DocumentStep.SignedOff, "2024-07-01", "市生态环境局", "纸质文件", "RPT-060")]
    [EveryStore(DocumentStep.Issued, "2024-06-30", "市生态环境局", "纸质文件", "RPT-062")]
    [EveryStore(DocumentStep.Issued, "2024-07-02", "市生态环境局", "纸质文件", "RPT-062")]
    [EveryStore(DocumentStep.Issued, "", "市生态环境局", "纸质文件", "RPT-062")]
    [EveryStore(DocumentStep.Issued, "2024-07-01", " ", "纸质文件", "RPT-061")]
    [EveryStore(DocumentStep.Issued, "2024-07-01", "市生态环境局", "飞鸽", "RPT-063")]
    public async Task Register_WhatCannotHaveLeft_IsRefused(DocumentStep step, string day, string recipients, string channel, string code, StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var report = await IssueAsync(district, db, step);
        var sentOn = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) ? given : (DateOnly?)null;

        var registered = await RegisterSubmission.RunAsync(db, new(Guid.CreateVersion7(), report, Text with { SentOn = sentOn, Recipients = recipients, Channel = channel }), Actor.Local, district.Clock, Ct);

        Assert.Equal(code, registered.Refusal?.Code);
        Assert.Empty(await db.Set<Submission>().ToListAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task Register_SameKeyAgainAndTakenBack_StaysOnceWithTheReason(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var sent = await SendAsync(district, db);
        var report = (await SubmissionQueries.FindAsync(db, sent, Ct)).Value!.Report;

        var again = (await RegisterSubmission.RunAsync(db, new(sent, report.Id, Text), Actor.Local, district.Clock, Ct)).Value!;
        var unsaid = await VoidSubmission.RunAsync(db, sent, " ", again.Version, Actor.Local, district.Clock, Ct);
        var taken = (await VoidSubmission.RunAsync(db, sent, "登记错了", again.Version, Actor.Local, district.Clock, Ct)).Value!;

        Assert.Equal((1, report.FileSha256, report.FactsSha256), (again.Number, again.FileSha256, again.FactsSha256));
        Assert.Equal(("RPT-065", "登记错了"), (unsaid.Refusal?.Code, taken.VoidReason));
        Assert.Single(await db.Set<Submission>().AsNoTracking().ToListAsync(Ct));
        Assert.Equal("RPT-066", (await VoidSubmission.RunAsync(db, sent, "再来", taken.Version, Actor.Local, district.Clock, Ct)).Refusal?.Code);
    }

    private static async Task<Guid> SendAsync(HalfYearDistrict district, LanshaoContext db)
    {
        var request = new RegisterSubmission.Request(Guid.CreateVersion7(), await IssueAsync(district, db, DocumentStep.Issued), Text);
        return (await RegisterSubmission.RunAsync(db, request, Actor.Local, district.Clock, Ct)).Value!.Id;
    }

    private static async Task<Guid> IssueAsync(HalfYearDistrict district, LanshaoContext db, DocumentStep to)
    {
        var report = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!.Report;
        for (var step = default(DocumentStep); step < to; step++)
        {
            Assert.Null((await MoveReport.RunAsync(db, district.Files, new(report.Id, IsReturn: false, null, Knowing: false, report.Version), Actor.Local, district.Clock, Ct)).Refusal);
        }

        return report.Id;
    }

    private static async Task<CorrectSubmission.Reading> ReadAsync(HalfYearDistrict district, LanshaoContext db, Guid sent)
    {
        var row = (await SubmissionQueries.FindAsync(db, sent, Ct)).Value!;
        return (await CorrectSubmission.ReadAsync(db, district.Files, row, ChinaTime.NowUtc(district.Clock), Ct)).Value!;
    }

    private static async Task<SourceDocument> LetterAsync(HalfYearDistrict district, SubmissionCorrection correction)
    {
        await using var stream = district.Files.OpenRead(correction.FileSha256)!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Ct);
        return DocumentReader.Read(bytes.ToArray(), "letter.docx", ct: Ct);
    }

    private static async Task ChangeAsync(LanshaoContext db, HalfYearDistrict district, decimal from, decimal to)
    {
        var stored = (await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.Indicator == "pm25" && value.EndedUtc == null && value.Period == HalfYearDistrict.HalfYear).ToListAsync(Ct)).Single(value => value.Number == from);
        Assert.Equal(1, (await PublishFigures.RunAsync(db, [FigureRow.Of(stored) with { Number = to, Written = to.ToString(CultureInfo.InvariantCulture) }], Actor.Local, district.Clock, Ct)).Value?.Stored);
    }
}
