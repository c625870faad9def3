using System.Globalization;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Disputes;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>排名核对单 in words: one line for each item, so that anyone can follow it with a pencil.</summary>
/// <param name="sheet">The sheet.</param>
/// <param name="t">The words of the page.</param>
internal sealed class RankingSheetTable(RankingSheet sheet, UiTexts t)
{
    private const int MostVersions = 4;
    private const int MostDisputes = 2;
    private const int MostWords = 60;

    private static readonly Dictionary<string, string> Flags = new()
    {
        ["F"] = "停运",
        ["M"] = "维护",
        ["S"] = "手工输入",
        ["D"] = "故障",
        ["C"] = "校准",
        ["T"] = "超上限",
        ["B"] = "通讯异常",
    };

    private readonly FigureHow _how = new(sheet.Table, t);

    private IndicatorValue Value => sheet.Value;

    private string Unit => sheet.Table.Indicator.PrintedUnit;

    /// <summary>Returns the sheet as a table of one page.</summary>
    /// <param name="isSample">Whether the district is a sample.</param>
    public PageTable Make(bool isSample) => new(
        t["{0}排名核对单（{1}，{2}）", sheet.Row.Name, sheet.Table.Indicator.ShortName, PeriodWords.Months(sheet.Table.Period)],
        [
            new(t["项目"], ColumnKind.OneLine) { WidthMm = 23 }, new(t["数值"], ColumnKind.Mark) { WidthMm = 19 },
            new(t["来源"], ColumnKind.Text) { WidthMm = 36 }, new(t["说明"], ColumnKind.Prose) { WidthMm = 82 },
        ],
        [
            Section(t["一、监测数据"]), .. Hours(),
            Section(t["二、数值"]), Shown(), .. Whole(), .. Step(),
            Section(t["三、名次"]), District(), City(), .. Neighbours(),
            Section(t["四、同比"]), .. Changed(),
            Section(t["五、来源和版本"]), Source(), Scope(), History(), Rules(),
            Section(t["六、异议登记"]), .. Disputed(),
        ])
    {
        IsSample = isSample,
        IsOnePage = true,
        IsStacked = true,
        Carries = CarriedFigures.Of(sheet.Table) with { Area = sheet.Row.Place.Kind == PlaceKind.Subdistrict ? sheet.Row.Place.LocalCode : null },
        UnitLine = Unit.Length == 0 ? null : t["单位：{0}", Unit],
    };

    /// <summary>Says the sheet in a sentence: 甲街道39.0，取整39，与8个街道并列；距上一取整档（38）还差0.5以上；数据状态：已通报.</summary>
    public string Answer()
    {
        var noun = sheet.Table.Columns[sheet.Table.ColumnOf(ColumnContent.Area)].Heading;
        var whole = sheet.Whole is { } cell ? t["，取整{0}", cell.Text] + (sheet.SharingWhole > 0 ? t["，与{0}个{1}并列", sheet.SharingWhole, noun] : string.Empty) : string.Empty;
        var place = sheet.Whole is null && sheet.Rank is { } rank ? t["，区倒第{0}位", Place(sheet.Row)] + (rank.Sharing > 1 ? t["（{0}个并列）", rank.Sharing] : string.Empty) : string.Empty;
        var step = sheet.Step is { } below ? t["；距上一取整档（{0}）还差{1}以上", Plain(below.Lower), Plain(below.Gap)] : string.Empty;
        return t["{0}{1}{2}{3}{4}；数据状态：{5}。", sheet.Row.Name, Text(sheet.Row, ColumnContent.Value), whole, place, step, t[FigureWords.Of(Value.Status)]];
    }

    private IEnumerable<TableRow> Hours()
    {
        if (sheet.Stations.Count == 0)
        {
            var why = Value.Basis == FigureBasis.Computed
                ? t["数值由{0}算出后导入，本系统没有对应的小时数据，有效天数和无效小时须向该单位核对。", Value.Source]
                : t["本系统只有公布的数值，没有对应的小时数据；站点、有效天数、无效小时和未修约平均值须向公布单位核对。"];
            return [Row(t["小时数据"], Cell.Of(t["未入库"]), t["无"], why)];
        }

        var stations = sheet.Stations;
        string Each(Func<SheetStation, string> words) => stations.Count == 1 ? words(stations[0]) : string.Join('；', stations.Select(station => $"{station.Station.Name}：{words(station)}"));
        return
        [
            Row(t["监测站点"], Cell.Of(t["{0}个", stations.Count]), t["设备登记"], string.Join('、', stations.Select(station => t["{0}（{1}）", station.Station.Name, DeviceWords.Of(station.Station.Tier)]))),
            Row(t["有效天数"], Cell.Of(t["{0}天", string.Join('、', stations.Select(station => station.ValidDays))]), t["小时数据"], Each(station => AirReasons.Of(station.Reason) ?? t["本时段{0}天，有效天数足够（HJ 663）", station.Days])),
            Row(t["无效小时"], Cell.Of(t["{0}小时", string.Join('、', stations.Select(station => station.MissingHours + station.InvalidHours))]), t["小时数据"], Each(Reasons)),
            Row(t["未修约平均值"], Cell.Of([.. stations.Select(station => station.Mean is { } mean ? Numbers.Unrounded(mean.Exact, sheet.Table.Indicator.Decimals) : t["没有有效日"])]), t["自动计算"], Each(Rounded)),
        ];
    }

    private string Rounded(SheetStation station) => station.Mean is { } mean
        ? t["有效日均值的算术平均，不修约；修约到{0}位小数为{1}", sheet.Table.Indicator.Decimals, Reported.Of(mean.Exact, sheet.Table.Indicator.Decimals).ShownText]
        : t["没有有效日"];

    private string Reasons(SheetStation station)
    {
        string[] parts = [t["缺测{0}小时", station.MissingHours], .. station.Invalid.Select(reason => t["{0}{1}小时", t[Flags.GetValueOrDefault(reason.Flag, reason.Flag.Length == 0 ? "有值但不足以算小时均值" : reason.Flag)], reason.Hours])];
        return string.Join('、', parts) + t["；有效{0}小时", station.ValidHours];
    }

    private TableRow Shown() => Row(
        sheet.Table.Columns[sheet.Table.ColumnOf(ColumnContent.Value)].Heading.Split('（')[0],
        Explained(ColumnContent.Value), SourceOf(Value),
        Value.Basis == FigureBasis.Computed
            ? t["由{0}修约到{1}位小数（GB/T 8170—2008）", ValueWords.Plain(Value), sheet.Table.Indicator.Decimals]
            : t["公布值，{0}位小数，原样保存，不重算", sheet.Table.Indicator.Decimals]);

    private IEnumerable<TableRow> Whole()
    {
        if (sheet.Whole is { } whole)
        {
            var stored = whole.Values.First();
            var how = stored.Basis == FigureBasis.Computed ? t["由未修约的数值一次修约，不由一位小数再取整"] : t["公布值；应由未修约的数值一次取整，不由一位小数再取整"];
            yield return Row(t["取整"], Explained(ColumnContent.Whole), SourceOf(stored), how + (sheet.SharingWhole > 0 ? t["；另有{0}个同为{1}", sheet.SharingWhole, whole.Text] : string.Empty));
        }
    }

    private IEnumerable<TableRow> Step()
    {
        if (sheet.Step is { } step)
        {
            var limit = step.IsReached ? t["取整为{0}须不高于{1}", Plain(step.Lower), Plain(step.Limit)] : t["取整为{0}须低于{1}", Plain(step.Lower), Plain(step.Limit)];
            yield return Row(t["距上一取整档"], Cell.Of(t["{0}以上", Plain(step.Gap)]), t["自动计算"], t["{0}（五成双）；{1}-{2}={3}，按一位小数算", limit, Text(sheet.Row, ColumnContent.Value), Plain(step.Limit), Plain(step.Gap)]);
        }
    }

    private TableRow District()
    {
        if (sheet.Rank is not { } rank)
        {
            return Row(t["区倒排名"], Cell.Missing(t["没有名次"]), t["自动计算"], t["数值缺失或口径不同，不参与排名"]);
        }

        var sharing = rank.Sharing > 1 ? t["，{0}个并列", rank.Sharing] : string.Empty;
        var leftOut = rank.LeftOut.Count == 0 ? string.Empty : t["；未参与：{0}", string.Join('、', rank.LeftOut)];
        return Row(t["区倒排名"], Explained(ColumnContent.DistrictRank), t["自动计算"], t["按{0}位小数由高到低，{1}个参与{2}；同值并列，下一名次跳号{3}", rank.Decimals, rank.Compared, sharing, leftOut]);
    }

    private TableRow City() => sheet.Table.Cell(sheet.Row, ColumnContent.CityRank) switch
    {
        null => Row(t["市倒排名"], Cell.Missing(t["本表没有市排名"]), t["无"], t["本表没有市排名"]),
        { Figure: null } => Row(t["市倒排名"], Cell.Missing(t["未导入市级排名"]), t["无"], t["未导入市级排名；市排名只导入，不计算"]),
        var cell => Row(t["市倒排名"], Explained(ColumnContent.CityRank), SourceOf(cell.Values.First()), t["导入的公布名次，不计算；全市按取整值排名，同值并列"]),
    };

    private IEnumerable<TableRow> Neighbours() =>
        [Neighbour(t["前一位次"], sheet.Before, t["没有更靠前的街道"]), Neighbour(t["后一位次"], sheet.After, t["没有更靠后的街道"])];

    private TableRow Neighbour(string name, (PlaceRow Row, int Sharing)? neighbour, string none)
    {
        if (neighbour is not { } other)
        {
            return Row(name, Cell.Of(t["无"]), t["本表"], none);
        }

        var (own, theirs) = (sheet.Table.Cell(sheet.Row, ColumnContent.Value)!.Number!.Value, sheet.Table.Cell(other.Row, ColumnContent.Value)!.Number!.Value);
        var others = other.Sharing > 1 ? t["，等{0}个并列", other.Sharing] : string.Empty;
        return Row(name, Cell.Of(Text(other.Row, ColumnContent.Value)), t["本表"], t["{0}，区倒第{1}位{2}；相差{3}", other.Row.Name, Place(other.Row), others, Plain(Math.Abs(theirs - own))]);
    }

    private IEnumerable<TableRow> Changed()
    {
        if (sheet.Change is not { } change)
        {
            return [Row(t["同比变化"], Cell.Missing(t["没有同比"]), t["无"], t["没有公布同比，也没有{0}同口径的数值", sheet.Table.Period.LastYear().ChineseText])];
        }

        var decimals = sheet.Table.Indicator.YearOnYearDecimals;
        return
        [
            Row(t["本年数值"], change.Now is { } now ? Cell.Of(ValueWords.Shown(now)) : Cell.Missing(t["没有数据"]), change.Now is null ? t["无"] : SourceOf(change.Now), t["算同比的位数：{0}位小数", decimals]),
            LastYear(change),
            Row(t["同比变化"], Explained(ColumnContent.Change), change.Published is { } published ? SourceOf(published) : t["自动计算"], Arithmetic(change)),
        ];
    }

    private TableRow LastYear(FigureOrigin.Changed change)
    {
        if (change.Before is { } before)
        {
            return Row(t["去年同期"], Cell.Of(ValueWords.Shown(before)), SourceOf(before), before.Period.ChineseText);
        }

        return change.Inferred is { } inferred
            ? Row(t["去年同期"], Cell.Of(ValueWords.Shown(inferred)), t["推算"], t["未见公布；由公布的同比和本年数值反推，只供查看，不作核算依据"])
            : Row(t["去年同期"], Cell.Missing(t["未公布去年同期数值"]), t["无"], t["没有{0}同口径的数值", sheet.Table.Period.LastYear().ChineseText]);
    }

    private string Arithmetic(FigureOrigin.Changed change)
    {
        if (change.Now is not { } now || (change.Before ?? change.Inferred) is not { Number: { } earlier } before || earlier == 0m)
        {
            return t["公布值；两年数值不全，不能复算"];
        }

        var decimals = sheet.Table.Indicator.YearOnYearDecimals;
        var (thisYear, lastYear) = (Reported.Of(now.Number!.Value, decimals).ShownText, Reported.Of(earlier, decimals).ShownText);
        var result = change.Computed ?? YearOnYear.Compute(now.Number.Value, earlier, decimals);
        var sum = result is { } known ? t["（{0}-{1}）×100÷{1}={2}，得{3}%", thisYear, lastYear, known.ExactText, known.ShownText] : t["去年为0，不算百分比"];
        return before.Basis == FigureBasis.Inferred ? t["{0}（去年为推算值）", sum] : sum;
    }

    private TableRow Source() => Row(
        t["数据来源"], Cell.Of(FigureWords.Of(Value.Basis)), Value.Source,
        (Value.SourceTable.Length == 0 ? string.Empty : $"《{Value.SourceTable}》") + (Value.IssuedOn is { } day ? t["{0}印发", day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)] : t["印发日期未注明"])
            + (Value.SourceRow is { } row ? t["，第{0}行", row] : string.Empty) + (Value.Remark is { Length: > 0 } remark ? $"；{remark}" : string.Empty));

    private TableRow Scope() => Row(
        t["状态和口径"], Cell.State(FigureWords.Of(Value.Status)), Value.StationScope,
        t["沙尘：{0}；时段：{1}，{2}", Value.SandBasis, Value.PeriodBasis, Value.Period.ChineseText]);

    private TableRow History()
    {
        var shown = sheet.Versions.TakeLast(MostVersions).Select(value => t["第{0}版{1}（{2}，{3}入库{4}）",
            value.Revision, ValueWords.Shown(value), t[FigureWords.Of(value.Status)], At(value.StoredUtc), value.EndedUtc is { } ended ? t["，{0}止", At(ended)] : string.Empty]);
        return Row(t["历次数值"], Cell.Of(t["{0}版", sheet.Versions.Count]), t["本系统"], string.Join('；', shown));
    }

    private TableRow Rules() => Row(
        t["规则"], Cell.Of(t["辖区包第{0}版", sheet.Table.PackRevision]), t["标准"], t["修约按GB/T 8170—2008（五成双）；排名和同比的位数由辖区包给出"]);

    private IEnumerable<TableRow> Disputed()
    {
        if (sheet.Disputes.Count == 0)
        {
            return [Row(t["异议"], Cell.Of(t["无"]), t["异议登记"], t["没有针对本数值的异议登记"])];
        }

        // Those that wait for an answer come first.
        var disputes = sheet.Disputes.OrderBy(dispute => dispute.Outcome is not null).ToList();
        var rows = disputes.Take(MostDisputes).Select((dispute, at) => Row(t["异议{0}", at + 1], Cell.Of(dispute.Figure), At(dispute.ReceivedOn), Told(dispute)));
        var open = disputes.Skip(MostDisputes).Count(dispute => dispute.Outcome is null);
        return disputes.Count <= MostDisputes ? rows : rows.Append(Row(
            t["其余异议"], Cell.Of(t["{0}件", disputes.Count - MostDisputes]), t["异议登记"], open == 0 ? t["均已答复，见异议登记表"] : t["其中{0}件尚未答复，见异议登记表", open]));
    }

    private string Told(Dispute dispute)
    {
        var answer = dispute.Outcome is { } outcome
            ? t["核对结果：{0}，{1}（{2}，{3}）", t[Dispute.WordOf(outcome)], Short(dispute.Answer!), dispute.AnsweredPost!, At(dispute.AnsweredOn!.Value)]
            : t["尚未答复"];
        return t["反映：{0}；{1}", Short(dispute.Text), answer];
    }

    // The sheet stays one page: the whole of it stands in the register.
    private static string Short(string text) => text.ReplaceLineEndings(" ").TrimEnd('。') is { Length: > MostWords } all ? string.Concat(all.AsSpan(0, MostWords), "…") : text.ReplaceLineEndings(" ").TrimEnd('。');

    private static TableRow Row(string name, Cell value, string source, string words) => new([Cell.Of(name), value, Cell.Of(source), Cell.Of(words)]);

    private static TableRow Section(string name) => new([Cell.Of(name)], RowKind.Section);

    private Cell Explained(ColumnContent shows)
    {
        var at = sheet.Table.ColumnOf(shows);
        return Cell.Of(FigurePrint.Cell(sheet.Row.Cells[at], finding => ErrorTexts.Sentence(finding, t.Language))).Explained(_how.Of(sheet.Row, sheet.Table.Columns[at], sheet.Row.Cells[at]));
    }

    private static string At(DateTime utc) => At(ChinaTime.DayOf(utc));

    private static string At(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private string SourceOf(IndicatorValue value) => value.Basis == FigureBasis.Computed ? t["自动计算"] : value.Source;

    private string Text(PlaceRow row, ColumnContent shows) => sheet.Table.Cell(row, shows)?.Text ?? "—";

    private string Place(PlaceRow row) => Text(row, ColumnContent.DistrictRank);

    private static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
