using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Exports;

public class CarriedExportsTests
{
    private static readonly DateOnly June = new(2024, 6, 1);
    private static readonly DateOnly JuneEnd = new(2024, 6, 30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Find_CorrectedHours_NamesWhatCarriedThemAndNothingElse(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        await NoteAsync(sample, "序列", new(ExportReach.Device, June, JuneEnd) { Mn = MonitoringSample.Mn, Items = ["a34004"] });
        await NoteAsync(sample, "排名", new(ExportReach.Official, new(2024, 1, 1), JuneEnd) { Items = ["pm25", "a34004"] });
        await NoteAsync(sample, "全部设备", new(ExportReach.Devices, June, JuneEnd));
        await NoteAsync(sample, "另一台", new(ExportReach.Device, June, JuneEnd) { Mn = "X", Items = ["a34004"] });
        await NoteAsync(sample, "另一因子", new(ExportReach.Device, June, JuneEnd) { Mn = MonitoringSample.Mn, Items = ["a21026"] });
        await NoteAsync(sample, "另一月", new(ExportReach.Official, new(2024, 5, 1), new(2024, 5, 31)));
        await NoteAsync(sample, "另一街道", new(ExportReach.Official, June, JuneEnd) { Area = "none" });
        sample.Clock.Advance(TimeSpan.FromMinutes(1));
        var sheet = Sheet(sample);
        await NoteAsync(sample, "更正之后", new(ExportReach.Device, June, JuneEnd) { Mn = MonitoringSample.Mn });

        var found = await CarriedExports.FindAsync(db, sheet, Ct);

        Assert.Equal(["全部设备", "序列", "排名"], found.Select(export => export.Title).Order(StringComparer.Ordinal));
    }

    [Theory, EveryStore]
    public async Task Note_TheSameFileOnADay_IsOneLine(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var figures = CarriedFigures.Of(ExportReach.Devices, Period.Month(2024, 6));

        await NoteAsync(sample, "全部设备", figures);
        await NoteAsync(sample, "全部设备", figures);
        sample.Clock.Advance(TimeSpan.FromDays(1));
        await NoteAsync(sample, "全部设备", figures);

        await using var db = sample.NewContext();
        Assert.Equal([2, 1], (await db.Set<FigureExport>().OrderBy(export => export.FirstUtc).ToListAsync(Ct)).Select(export => export.Times));
    }

    [Theory, EveryStore]
    public async Task Forget_OldAndTooMany_KeepsTheNewest(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        for (var day = 0; day < 5; day++)
        {
            await NoteAsync(sample, $"第{day}日", CarriedFigures.Of(ExportReach.Devices, Period.Month(2024, 6)));
            sample.Clock.Advance(TimeSpan.FromDays(1));
        }

        await using var db = sample.NewContext();
        var forgotten = await ForgetExports.RunAsync(db, keptDays: 4, most: 2, sample.Clock, Ct);

        Assert.Equal(3, forgotten);
        Assert.Equal(["第3日", "第4日"], (await db.Set<FigureExport>().OrderBy(export => export.FirstUtc).ToListAsync(Ct)).Select(export => export.Title));
    }

    private static async Task NoteAsync(MonitoringSample sample, string title, CarriedFigures figures)
    {
        await using var db = sample.NewContext();
        await NoteExport.RunAsync(db, new(title, "/devices/series.csv?mn=1", "csv", figures), Actor.Local, sample.Clock, Ct);
    }

    private static DataCorrection Sheet(MonitoringSample sample) => new(
        Guid.CreateVersion7(), CorrectionOrigin.Review, MonitoringSample.Mn, "a34004", "站点 PM2.5", "仪器故障", new(2024, 6, 10), new(2024, 6, 10), ChinaTime.NowUtc(sample.Clock), Actor.Local.Id);
}
