using System.Globalization;
using Lanshao.Documents;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Every kind of document that the program makes, read by its own checker: against itself and against the figures of the house.</summary>
public sealed class ProducedDocumentsTests(ProducedDistrict produced) : IClassFixture<ProducedDistrict>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<ReportKind, string, string> All => new()
    {
        { ReportKind.Week, "2024-W26", "" },
        { ReportKind.Month, "2024-06", "" },
        { ReportKind.Quarter, "2024Q2", "" },
        { ReportKind.HalfYear, "2024H1", "" },
        { ReportKind.Year, "2024", "" },
        { ReportKind.Subdistrict, "2024H1", "北新桥" },
        { ReportKind.HighValue, "2024-06-28", "" },
        { ReportKind.HighValue, "2024-06-28", "20240628-2" },
        { ReportKind.Attainment, "2024-06-30", "" },
        { ReportKind.FloodSeason, "2024-06", "" },
        { ReportKind.Talk, "2024-06", "北新桥街道" },
        { ReportKind.Rectification, "2024-06-30", "1-1-1" },
    };

    [Theory, MemberData(nameof(All))]
    public async Task Check_WhatTheProgramMade_AsksForNothing(ReportKind report, string code, string about)
    {
        var district = await produced.ReadyAsync();
        await using var db = district.NewContext();
        Assert.True(Period.TryParse(code, out var period));
        var rendered = (await RenderReport.RunAsync(db, district.Files, new ReportScope(report, period, about), Actor.Local, district.Clock, Ct)).Value!;
        var document = DocumentReader.Read(rendered.File, "report.docx", ct: Ct);
        var names = (await CurrentPack.ReadAsync(db, Ct)).Value!.District.Names;

        var alone = DocumentChecker.Check(document, names, Ct);
        var own = await OwnFigures.ReadAsync(db, document, ChinaTime.NowUtc(district.Clock), Ct);
        var beside = DocumentChecker.Check(document, names, own, Ct);

        Assert.Equal(rendered.Report.Title, own?.Content.Title);
        Assert.All(new[] { alone, beside }, read => Assert.Empty(read.Findings.Where(finding => finding.Severity != Severity.Note).Select(finding => $"{finding.Code} {finding.Statement.Text} {finding.Computed}")));
    }

    [Fact]
    public void All_HoldsEveryKind() => Assert.Equal(ReportKinds.All, All.Select(row => row.Data.Item1).Distinct());
}

/// <summary>A district of which every kind of document can be made.</summary>
public sealed class ProducedDistrict : IAsyncLifetime
{
    private readonly EventfulDistrict _eventful = new();
    private bool _isReady;

    public ValueTask InitializeAsync() => _eventful.InitializeAsync();

    public ValueTask DisposeAsync() => _eventful.DisposeAsync();

    // Tests of one class follow one another.
    internal async Task<HalfYearDistrict> ReadyAsync()
    {
        var district = await _eventful.OnAsync(StoreKind.Sqlite);
        if (_isReady)
        {
            return district;
        }

        var ct = TestContext.Current.CancellationToken;
        await district.AddTasksAsync([new("一、样张", "1", "样张任务", ["甲局"], "已办", "是"), new("一、样张", "2", "样张任务二", ["甲局"], "已办", "建议协调")]);
        await using var db = district.NewContext();
        var half = await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.EndedUtc == null && value.Period == HalfYearDistrict.HalfYear).ToListAsync(ct);
        Assert.Null((await PublishFigures.RunAsync(db, [.. half.Select(OfYear)], Actor.Local, district.Clock, ct)).Refusal);
        _isReady = true;
        return district;
    }

    // What counts days follows the length of the year.
    private static FigureRow OfYear(IndicatorValue value)
    {
        var number = value.Indicator switch { "good-days" => 245m, "good-day-ratio" => 66.9m, _ => value.Number };
        return FigureRow.Of(value) with { Period = Period.Year(2024).Code, Number = number, Written = number?.ToString(CultureInfo.InvariantCulture) ?? value.Written };
    }
}
