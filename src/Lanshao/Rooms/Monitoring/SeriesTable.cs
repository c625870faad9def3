using System.Globalization;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Standards.Air;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Monitoring;

/// <summary>A stretch of one series as a table: values as the device or an import said them, with what stood before a correction, or sums of ours with their coverage.</summary>
internal static class SeriesTable
{
    /// <summary>What the name of a span of sums ends with.</summary>
    public const string Sums = "Sums";

    private const decimal Millionths = 1_000_000m;
    private const string Tsp = "a34001";
    private const string Weather = "a01";
    private const int OtherDecimals = 3;

    private static readonly IReadOnlyList<Column> ReadingColumns =
    [
        new("时间", ColumnKind.OneLine), new("数值", ColumnKind.Figure), new("最小值", ColumnKind.Figure), new("最大值", ColumnKind.Figure), new("累计值", ColumnKind.Figure), new("原文"), new("数据标记", ColumnKind.Mark), new("是否有效", ColumnKind.Mark),
        new("存疑", ColumnKind.Prose), new("来源", ColumnKind.Mark), new("修订", ColumnKind.Figure), new("更正前数值", ColumnKind.Prose),
    ];

    private static readonly IReadOnlyList<Column> SumColumns =
    [
        new("时间", ColumnKind.OneLine), new("均值", ColumnKind.Figure), new("最小值", ColumnKind.Figure), new("最大值", ColumnKind.Figure), new("有效个数", ColumnKind.Figure), new("实有个数", ColumnKind.Figure), new("应有个数", ColumnKind.Figure), new("是否计入", ColumnKind.Mark), new("均值（未修约）", ColumnKind.Figure),
    ];

    private static readonly (ReadingDoubts Doubt, string Word)[] Doubts =
    [
        (ReadingDoubts.Placeholder, "占位值"), (ReadingDoubts.OutOfRange, "超出合理范围"), (ReadingDoubts.OtherUnit, "疑似单位不同"), (ReadingDoubts.Unreadable, "不是数字"), (ReadingDoubts.TimeAhead, "时间超前"),
        (ReadingDoubts.UnknownFlag, "标记不识别"), (ReadingDoubts.TooPrecise, "小数过长"), (ReadingDoubts.Overruled, "裁定后不再有效"),
    ];

    /// <summary>Gets what can be asked for.</summary>
    public static IReadOnlyList<(string Value, string Word)> Spans { get; } =
    [
        (nameof(ReadingSpan.Realtime), "实时数据"), (nameof(ReadingSpan.Minute), "分钟数据"), (nameof(ReadingSpan.Hour), "小时数据（设备上报或导入）"), (nameof(ReadingSpan.Day), "日数据（设备上报）"),
        (nameof(RollupSpan.Hour) + Sums, "小时均值"), (nameof(RollupSpan.Day) + Sums, "日均值"), (nameof(RollupSpan.Month) + Sums, "月均值"),
    ];

    /// <summary>Reads some rows and the key after which the next begin.</summary>
    public static async Task<TablePart> ReadAsync(LanshaoContext series, Asked asked, string title, string? unit, UiTexts texts, CancellationToken ct)
    {
        var gone = asked.Span is nameof(ReadingSpan.Realtime) or nameof(ReadingSpan.Minute) ? (await MonitoringQueries.ExpiredBeforeAsync(series, ct)).ReadingsUtc : null;
        var table = new PageTable(title, [], []) { IsWide = true, Carries = CarriesOf(asked), UnitLine = unit is null ? null : texts["单位：{0}", unit], Below = BelowOf(asked, gone, texts) };
        return await (asked.Span.EndsWith(Sums, StringComparison.Ordinal) ? SumsAsync(series, asked, table, texts, ct) : ReadingsAsync(series, asked, table, texts, ct));
    }

    private static CarriedFigures CarriesOf(Asked asked) => new(ExportReach.Device, ChinaTime.DayOf(asked.FromUtc), ChinaTime.DayOf(asked.ToUtc.AddMilliseconds(-1))) { Mn = asked.Device.Mn, Items = [asked.Factor] };

    private static List<string> BelowOf(Asked asked, DateTime? goneUtc, UiTexts texts)
    {
        var below = new List<string> { texts["时间为北京时间，是该时段的起点；原始值始终保留，更正前的数值列在同一行。"] };
        if (asked.Span.EndsWith(Sums, StringComparison.Ordinal))
        {
            below.Add(texts["均值按GB/T 8170修约到标准规定的小数位（标准没有规定的至多三位），未修约的均值列在末列。"]);
        }

        if (asked.Device.Kind == DeviceKind.Fume || asked.Device.Tier is not (StationTier.National or StationTier.Municipal or StationTier.District))
        {
            below.Add(texts["这台设备的数据不进入任何通报均值和排名。"]);
        }

        if (goneUtc is { } before && before > asked.FromUtc)
        {
            below.Add(texts["{0}前的实时和分钟数据已按保留期清理，小时、日、月数据仍在。", Time(before, "yyyy-MM-dd")]);
        }

        return below;
    }

    private static async Task<TablePart> ReadingsAsync(LanshaoContext series, Asked asked, PageTable table, UiTexts texts, CancellationToken ct)
    {
        var (number, factor, span, fromUtc, toUtc) = (asked.Device.Number, asked.Factor, Enum.Parse<ReadingSpan>(asked.Span), asked.NextUtc, asked.ToUtc);
        var rows = await series.Set<Reading>().AsNoTracking().Where(reading => reading.DeviceNumber == number && reading.Factor == factor && reading.Span == span && reading.StartUtc >= fromUtc && reading.StartUtc < toUtc)
            .OrderBy(reading => reading.StartUtc).Take(asked.Size + 1).ToListAsync(ct);
        var (shown, after) = (rows[..Math.Min(rows.Count, asked.Size)], rows.Count > asked.Size ? Asked.KeyOf(rows[asked.Size - 1].StartUtc) : null);
        var last = shown is [.., var end] ? end.StartUtc : fromUtc;
        var earlier = (await series.Set<EarlierReading>().AsNoTracking().Where(reading => reading.DeviceNumber == number && reading.Factor == factor && reading.Span == span && reading.StartUtc >= fromUtc && reading.StartUtc <= last)
            .OrderBy(reading => reading.Revision).ToListAsync(ct)).ToLookup(reading => reading.StartUtc);
        return new(table with { Columns = ReadingColumns, Rows = [.. shown.Select(reading => Row(reading, earlier[reading.StartUtc], texts))] }, after);
    }

    private static async Task<TablePart> SumsAsync(LanshaoContext series, Asked asked, PageTable table, UiTexts texts, CancellationToken ct)
    {
        var (number, factor, span, fromUtc, toUtc) = (asked.Device.Number, asked.Factor, Enum.Parse<RollupSpan>(asked.Span[..^Sums.Length]), asked.NextUtc, asked.ToUtc);
        var rows = await series.Set<Rollup>().AsNoTracking().Where(sum => sum.DeviceNumber == number && sum.Factor == factor && sum.Span == span && sum.StartUtc >= fromUtc && sum.StartUtc < toUtc)
            .OrderBy(sum => sum.StartUtc).Take(asked.Size + 1).ToListAsync(ct);
        return new(table with { Columns = SumColumns, Rows = [.. rows.Take(asked.Size).Select(sum => Row(sum, DecimalsOf(asked.Factor, sum.Span, table.UnitLine), texts))] }, rows.Count > asked.Size ? Asked.KeyOf(rows[asked.Size - 1].StartUtc) : null);
    }

    private static TableRow Row(Reading reading, IEnumerable<EarlierReading> earlier, UiTexts texts) => new(
    [
        Cell.Of(Time(reading.StartUtc, "yyyy-MM-dd HH:mm:ss")), Figure(reading.Number, texts), Plain(reading.Least), Plain(reading.Most), Plain(reading.Total), Cell.Of(reading.Text), Cell.Of(reading.Flag), Cell.Of(texts[reading.IsValid ? "有效" : "无效"]),
        Cell.Of(string.Join('、', Doubts.Where(doubt => reading.Doubts.HasFlag(doubt.Doubt)).Select(doubt => texts[doubt.Word]))), Cell.Of(texts[reading.FrameSeq > 0 ? "报文" : "导入"]), Cell.Whole(reading.Revision),
        Cell.Of(string.Join('、', earlier.Select(before => before.Number is { } number ? Text(number) : before.Text ?? texts["缺测"]))),
    ]);

    /// <summary>Returns the decimals to which means are printed: as the standard has it where it says so, else what an instrument can tell.</summary>
    /// <param name="factor">The factor's code.</param>
    /// <param name="span">Hour, day or month.</param>
    /// <param name="unit">The unit in words; null where nobody said it.</param>
    internal static int DecimalsOf(string factor, RollupSpan span, string? unit)
    {
        var isMilligram = unit is not null && (unit.Contains("mg", StringComparison.OrdinalIgnoreCase) || unit.Contains("毫克", StringComparison.Ordinal));
        return AirStation.ItemOf(factor) is { } item && (item == AirItem.Co || !isMilligram) ? span == RollupSpan.Month ? AirPrecision.Statistic(item) : AirPrecision.Daily(item)
            : factor == Tsp && !isMilligram ? span == RollupSpan.Month ? 1 : 0
            : factor.StartsWith(Weather, StringComparison.Ordinal) || factor is HourItems.Leq or HourItems.Rain ? 1
            : OtherDecimals;
    }

    private static TableRow Row(Rollup sum, int decimals, UiTexts texts) => new(
    [
        Cell.Of(Time(sum.StartUtc, sum.Span == RollupSpan.Hour ? "yyyy-MM-dd HH:mm" : sum.Span == RollupSpan.Day ? "yyyy-MM-dd" : "yyyy-MM")), sum.Count == 0 ? Cell.Missing(texts["缺测"]) : Cell.Of(Reported.Of(sum.Sum / (Millionths * sum.Count), decimals)),
        Plain(sum.Least), Plain(sum.Most), Cell.Whole(sum.Count), Cell.Whole(sum.Present), Cell.Whole(sum.Expected), Cell.Of(texts[sum.IsValid ? "计入" : "不计入"]),
        sum.Count == 0 ? Cell.Blank : Cell.Of(Numbers.Unrounded(sum.Sum / (Millionths * sum.Count), decimals)).Ordered(sum.Sum / (Millionths * sum.Count)),
    ]);

    private static Cell Figure(long? number, UiTexts texts) => number is { } known ? Cell.Of(Text(known)).Ordered(known) : Cell.Missing(texts["缺测"]);

    private static Cell Plain(long? number) => number is { } known ? Cell.Of(Text(known)).Ordered(known) : Cell.Blank;

    private static string Text(long number) => (number / Millionths).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Time(DateTime instantUtc, string format) => ChinaTime.CivilOf(instantUtc).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Which rows of which series.</summary>
    /// <param name="Device">The device.</param>
    /// <param name="Factor">The factor's code.</param>
    /// <param name="Span">One of <see cref="Spans"/>.</param>
    /// <param name="FromUtc">The first instant.</param>
    /// <param name="ToUtc">The end, exclusive.</param>
    /// <param name="BehindUtc">Behind which the rows begin; null at the first page.</param>
    /// <param name="Size">How many rows.</param>
    internal sealed record Asked(Device Device, string Factor, string Span, DateTime FromUtc, DateTime ToUtc, DateTime? BehindUtc, int Size)
    {
        /// <summary>Gets from when on rows are read: times are whole milliseconds.</summary>
        public DateTime NextUtc => BehindUtc is { } behind && behind >= FromUtc ? behind.AddMilliseconds(1) : FromUtc;

        public static string KeyOf(DateTime startUtc) => ((startUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture);
    }
}
