using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Lanshao.Documents;
using Lanshao.Documents.Guard;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.CarryOver;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.CarryOver;

public sealed class CarryOverReportTests
{
    private static readonly Period Next = Period.Half(2025, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Run_LastPeriodsReport_ComesBackWithTheNewFigures(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var file = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!.File;
        await PublishNextAsync(district);

        var carried = (await CarryOverReport.RunAsync(db, new(IncomingFile.Of("2024年上半年.docx", file), null, Next), DocumentLimits.Default, DateTime.UnixEpoch, Ct)).Value!;

        var read = DocumentReader.Read(carried.File, "draft.docx", ct: Ct);
        var text = string.Join('\n', read.Paragraphs.Select(paragraph => paragraph.Text));
        var now = (await ReportDraft.ReadAsync(db, Next, null, DateTime.UnixEpoch, Ct)).Value!;
        Assert.Equal(HalfYearDistrict.HalfYear, carried.Before);
        Assert.Contains("平均浓度为39.0微克/立方米", text, StringComparison.Ordinal);
        Assert.Contains("2025年上半年污染防治工作情况报告", text, StringComparison.Ordinal);
        Assert.Equal(now.Content.Annexes[0].Rows.SelectMany(row => row.Cells), read.Tables.First().Rows.Skip(1).SelectMany(row => row.Cells.Select(cell => cell.Text)));
        Assert.Contains(carried.Items, item => item is { Kind: CarriedKind.Unbound, About: CarriedReason.NoValueNow });
        using var word = WordprocessingDocument.Open(new MemoryStream(carried.File), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, Ct).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Theory]
    [EveryStore]
    public async Task Run_WhatCannotBeDone_IsRefusedInWords(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var file = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!.File;
        var untitled = WordWriter.Write(new OfficialDocument("样张", [new([new TitleBlock("样张材料"), new BodyBlock("没有时段。")])]));

        Assert.Equal("RPT-012", await CodeAsync(file, null, Period.Half(2019, 1)));
        Assert.Equal("RPT-041", await CodeAsync(file, null, HalfYearDistrict.HalfYear));
        Assert.Equal("RPT-040", await CodeAsync(untitled, null, Next));
        Assert.Equal("DOC-102", await CodeAsync("甲,乙\n1,2\n"u8.ToArray(), null, Next, "表.csv"));

        async Task<string?> CodeAsync(byte[] bytes, Period? before, Period now, string name = "上期.docx") =>
            (await CarryOverReport.RunAsync(db, new(IncomingFile.Of(name, bytes), before, now), DocumentLimits.Default, DateTime.UnixEpoch, Ct)).Refusal?.Code;
    }

    // The figures of the ranking and of the whole district, each one more than a year before.
    private static async Task PublishNextAsync(HalfYearDistrict district)
    {
        await using var db = district.NewContext();
        var values = await db.Set<IndicatorValue>().AsNoTracking().Where(value => (value.Indicator == "pm25" || value.Indicator == "pm25-city-rank") && value.EndedUtc == null && value.Period == HalfYearDistrict.HalfYear && value.Number != null).ToListAsync(Ct);
        var rows = values.Select(value => FigureRow.Of(value) with { Period = Next.Code, Number = value.Number + 1m, Written = (value.Number + 1m)!.Value.ToString(CultureInfo.InvariantCulture) }).ToList();
        Assert.Null((await PublishFigures.RunAsync(db, rows, Actor.Local, district.Clock, Ct)).Refusal);
    }
}
