using System.Globalization;
using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>导入站点小时数据 by a page: a row is a day of a station.</summary>
internal static class ReadingsImport
{
    private static readonly ImportField Tier = new(ImportReadings.TierArgument, "新站点的类别", Help: "登记册中没有的站点按此登记：国控、市控、区自建、微站；不填为微站，不进入任何考核数据。");

    public static ImportOffer Offer { get; } = OfferOf(
        ImportReadings.Kind, HourItems.Air, "站点小时数据", "站点、时间和六项浓度的小时值（CSV，可压缩为 .gz，或 Excel），宽表或长表均可；CO用毫克/立方米，其余用微克/立方米，列名写明单位的按其单位。", ".csv,.gz,.xlsx,.txt", "/air/stations",
        new ImportField(ImportReadings.ProfileArgument, "导入配置", Help: "不填则按表头识别。"));

    /// <summary>Offers the hours of one kind of station.</summary>
    internal static ImportOffer OfferOf(ImportKind<ReadingDay> kind, HourItems items, string title, string what, string accept, string result, params IReadOnlyList<ImportField> fields) => new(kind, title, what, accept)
    {
        Fields = [Tier, .. fields],
        Columns = [new("站点"), new("日期", ColumnKind.OneLine), .. items.All.Select(item => new Column(item.Word, ColumnKind.Figure)), new("说明")],
        CellsAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<IReadOnlyList<Cell>>>([.. rows.Select(row => Cells(row, items))]),
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(row => Differences(row, items))]),
        SummaryAsync = (_, batch, t, _) => Task.FromResult(Summary(batch, t)),
        Question = Question,
        ResultHref = _ => result,
    };

    private static IReadOnlyList<Cell> Cells(ImportRow row, HourItems items)
    {
        if ((row.AfterAs<ReadingDay>() ?? row.BeforeAs<ReadingDay>()) is not { } day)
        {
            return [Cell.Of(string.Join("｜", row.Cells())), .. Enumerable.Repeat(Cell.Blank, items.All.Count + 2)];
        }

        return
        [
            Cell.Of(day.Station), Cell.Day(day.Day),
            .. items.All.Select(item => day.Hours.GetValueOrDefault(item.Word) is { } hours ? Cell.Whole(hours.Split(',').Count(hour => hour.Length > 0)) : Cell.Missing("没有小时值")),
            Cell.Of("有值的小时数"),
        ];
    }

    private static IEnumerable<Difference> Differences(ImportRow row, HourItems items)
    {
        var (before, after) = (row.BeforeAs<ReadingDay>(), row.AfterAs<ReadingDay>());
        foreach (var item in items.All.Select(item => item.Word))
        {
            var (old, now) = (before?.Hours.GetValueOrDefault(item)?.Split(','), after?.Hours.GetValueOrDefault(item)?.Split(','));
            for (var hour = 0; hour < (now ?? old ?? []).Length; hour++)
            {
                var (was, becomes) = (old?[hour] ?? string.Empty, now?[hour] ?? string.Empty);
                if (was != becomes && was.Length > 0)
                {
                    yield return new(row.Position, string.Create(CultureInfo.InvariantCulture, $"{item} {hour}时"), was, becomes);
                }
            }
        }
    }

    // 本次〈〉行，入库〈〉行，重复〈〉行（保留先到），未识别〈〉行.
    private static string? Summary(ImportBatch batch, UiTexts t) => CountsOf(batch) is not { } counts ? null : t[
        "本次{0}个小时值，入库{1}个、更正{2}个，重复{3}个（保留先到），未识别{4}处（可下载）",
        counts["values"], counts["added"], counts["changed"], Whole(counts["same"]) + Whole(counts["different"]) + Whole(counts["reported"]) + Whole(counts["duplicates"]), counts["rejected"]];

    private static ImportQuestion Question(ImportBatch batch, UiTexts t)
    {
        if (batch.State != ImportState.Previewed || CountsOf(batch) is not { } counts || (Whole(counts["different"]) == 0 && counts["corrects"] == "0"))
        {
            return ImportQuestion.None;
        }

        var tier = batch.Findings.FirstOrDefault(finding => finding.Code == ImportReadings.UnknownStations)?.Arguments["tier"] ?? string.Empty;
        var (corrects, label) = counts["corrects"] == "1" ? ("0", t["保留先前导入的值"]) : ("1", t["以本文件更正{0}个不同的值", counts["different"]]);
        return new(false, [new(label, new Dictionary<string, string> { [ImportReadings.CorrectsArgument] = corrects, [ImportReadings.TierArgument] = tier })]);
    }

    private static IReadOnlyDictionary<string, string>? CountsOf(ImportBatch batch) => batch.Findings.FirstOrDefault(finding => finding.Code == ImportReadings.ValueCounts)?.Arguments;

    private static int Whole(string count) => int.Parse(count, CultureInfo.InvariantCulture);
}
