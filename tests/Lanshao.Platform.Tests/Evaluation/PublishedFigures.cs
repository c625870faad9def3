using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Tests.Districts.Packs;

namespace Lanshao.Platform.Tests.Evaluation;

/// <summary>The sample district with the published figures that its pack carries; the made-up months of the demonstration are left out.</summary>
internal static class PublishedFigures
{
    private static readonly string[] Columns = ["指标", "地点", "时段", "数值", "基础", "状态", "站点口径", "沙尘口径", "时段口径", "来源", "来源表", "印发日期", "表内行号", "备注"];

    public static readonly Period HalfYear = Period.Half(2024, 1);

    public static Pack Pack { get; } = TestPack.Sample();

    public static IReadOnlyList<FigureRow> Rows { get; } = [.. Pack.Files.All.Where(file => file.Path.StartsWith("figures/", StringComparison.Ordinal)).SelectMany(Read).Where(row => !row.Source.StartsWith("演示", StringComparison.Ordinal))];

    public static FigureTable Table(string code, IEnumerable<FigureRow>? rows = null, Period? period = null)
    {
        var table = Pack.Read(PrintedTables.Part).Find(code)!;
        return FigureTableBuilder.Build(new(table, Pack.Read(IndicatorList.Part).ByCode, Pack.District, period ?? HalfYear, new((rows ?? Rows).Select(Stored))), 1);
    }

    /// <summary>Returns the published rows, one kind of them changed.</summary>
    public static IEnumerable<FigureRow> With(Func<FigureRow, bool> which, Func<FigureRow, FigureRow?> change) =>
        Rows.Select(row => which(row) ? change(row) : row).OfType<FigureRow>();

    /// <summary>Returns the published rows as the store would hold them.</summary>
    public static IEnumerable<IndicatorValue> Stored() => Rows.Select(Stored);

    private static IEnumerable<FigureRow> Read(PackFile file)
    {
        var problems = new PackProblems();
        var rows = PackCsv.Read(Pack.Files, file.Path, Columns, [], problems).Select(Figure).ToList();
        return problems.HasErrors ? throw new InvalidOperationException(file.Path) : rows;
    }

    private static FigureRow Figure(PackRow row)
    {
        var written = row.Text("数值");
        var number = decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var known) ? known : (decimal?)null;
        var indicator = Pack.Read(IndicatorList.Part).Find(row.Text("指标"))!;
        var place = new FigurePlaces(Pack.District).Find(row.Text("地点"), indicator, row.Text("站点口径"));
        _ = PeriodText.TryParse(row.Text("时段"), out var period);
        return new(
            indicator.Code, place.Single().Code, period.Code, FigureWords.Bases[row.Text("基础")], FigureWords.Statuses[row.Text("状态")], row.Text("站点口径"), row.Text("沙尘口径"), row.Text("时段口径"),
            number, number is null ? written : null, MissingReason.None, written, row.Text("来源"), row.Text("来源表"), null, row.WholeOrNull("表内行号"), row.TextOrNull("备注"));
    }

    /// <summary>Returns a row as the store would hold it.</summary>
    public static IndicatorValue Stored(FigureRow row)
    {
        _ = Place.TryParse(row.Place, out var place);
        _ = Period.TryParse(row.Period, out var period);
        return IndicatorValue.Of(row, place, period, 1, new("test", DateTime.UnixEpoch, 1));
    }
}
