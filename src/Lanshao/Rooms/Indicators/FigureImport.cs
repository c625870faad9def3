using Lanshao.Front.Imports;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Indicators;

/// <summary>数据导入 by a page: tables of figures, one value a row, and the city's tables as they are printed.</summary>
internal static class FigureImport
{
    private static readonly IReadOnlyList<Column> Columns =
        [new("原内容", ColumnKind.Prose), new("指标"), new("地点"), new("时段", ColumnKind.OneLine), new("数值", ColumnKind.Figure), new("口径"), new("状态", ColumnKind.OneLine)];

    /// <summary>The city's ranking table in its printed layout.</summary>
    public static ImportOffer CityTable { get; } = new(ImportCityTable.Kind, "市局街道排名表", "市局印发的街道排名表，按印刷版式（Word、Excel或CSV）：标题、一行或两行表头、各街道各行、表注；其他区的行不读取。", ".docx,.xlsx,.csv")
    {
        Fields =
        [
            new(ImportCityTable.TableArgument, "表名", Help: "不填则用表的标题。"),
            new(ImportCityTable.IssuedArgument, "印发日期", Help: "如 2024-07-15；表上写明的不必填。"),
            new(ImportCityTable.PeriodArgument, "时段", Help: "如 2024年1—6月、2024-06；标题写明的不必填。"),
        ],
        Columns = Columns,
        CellsAsync = CellsAsync,
        DifferencesAsync = DifferencesAsync,
        ResultHref = _ => "/rankings",
    };

    public static ImportOffer Offer { get; } = new(ImportFigures.Kind, "数据表", "一行一个数值的表（CSV 或 Excel），列名为指标、地点、时段、数值、基础、状态、站点口径、沙尘口径、时段口径、来源。", ".csv,.xlsx")
    {
        Columns = Columns,
        CellsAsync = CellsAsync,
        DifferencesAsync = DifferencesAsync,
    };

    private static async Task<IReadOnlyList<IReadOnlyList<Cell>>> CellsAsync(LanshaoContext db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var names = await NamesAsync(db, ct);
        return [.. rows.Select(row => Cells(row, names))];
    }

    private static IReadOnlyList<Cell> Cells(ImportRow row, FigureNames names)
    {
        var raw = Cell.Of(string.Join("｜", row.Cells()));
        if ((row.AfterAs<FigureRow>() ?? row.BeforeAs<FigureRow>()) is not { } figure)
        {
            return [raw, .. Enumerable.Repeat(Cell.Blank, 6)];
        }

        string[] scopes = [figure.StationScope, figure.SandBasis, figure.PeriodBasis];
        return
        [
            raw, Cell.Of(names.Indicator(figure.Indicator)), Cell.Of(names.Place(figure.Place)), Cell.Of(PeriodOf(figure.Period)),
            figure.Missing == MissingReason.None ? Cell.Of(figure.Written) : Cell.Missing(FigureWords.Of(figure.Missing)),
            Cell.Of(string.Join("，", scopes.Where(scope => scope != FigureWords.NotApplicable))),
            Cell.State(FigureWords.Of(figure.Status)),
        ];
    }

    private static async Task<IReadOnlyList<Difference>> DifferencesAsync(LanshaoContext db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var names = await NamesAsync(db, ct);
        return [.. rows.SelectMany(row => Differences(row.BeforeAs<FigureRow>(), row.AfterAs<FigureRow>(), names))];
    }

    private static IEnumerable<Difference> Differences(FigureRow? before, FigureRow? after, FigureNames names)
    {
        var known = (after ?? before)!;
        var subject = $"{names.Indicator(known.Indicator)} {names.Place(known.Place)} {PeriodOf(known.Period)}";
        (string Field, Func<FigureRow, string?> Text)[] fields =
        [
            ("数值", row => row.Written), ("状态", row => FigureWords.Of(row.Status)), ("来源", row => row.Source), ("来源表", row => row.SourceTable),
            ("印发日期", row => row.IssuedOn is { } day ? $"{day:yyyy-MM-dd}" : string.Empty), ("备注", row => row.Remark ?? string.Empty),
        ];
        return from field in fields
               let old = before is null ? null : field.Text(before)
               let now = after is null ? null : field.Text(after)
               where old != now
               select new Difference(subject, field.Field, old, now);
    }

    private static string PeriodOf(string code) => Period.TryParse(code, out var period) ? period.ChineseText : code;

    private static async Task<FigureNames> NamesAsync(LanshaoContext db, CancellationToken ct) => new((await CurrentPack.ReadAsync(db, ct)).Value);
}
