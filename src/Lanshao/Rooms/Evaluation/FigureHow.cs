using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Indicators;
using Lanshao.Shell;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>Words the origin of a figure: 怎么算的.</summary>
internal sealed class FigureHow(FigureTable table, UiTexts texts)
{
    private const string Rounding = ValueWords.RoundingRule;
    private readonly UiTexts _t = texts;

    /// <summary>Returns what the drawer of a cell says; null for a cell that needs no explaining.</summary>
    public HowComputed? Of(PlaceRow row, TableColumn column, FigureCell cell)
    {
        List<(string, string)>? lines = cell.Origin switch
        {
            FigureOrigin.Stored stored => Stored(stored.Value),
            FigureOrigin.Rounded rounded => Rounded(rounded),
            FigureOrigin.Ranked ranked => Ranked(ranked),
            FigureOrigin.Changed changed => Changed(changed),
            FigureOrigin.Summed summed => Summed(summed),
            FigureOrigin.Targeted targeted => [("目标出处", targeted.Target.Where)],
            FigureOrigin.Budgeted budgeted => [.. ValueWords.Budget(budgeted.Value, budgeted.Target, budgeted.Budget, budgeted.OfRounded, _t)],
            FigureOrigin.Moved moved => Moved(moved),
            _ => null,
        };
        if (lines is null)
        {
            return null;
        }

        if (cell.Findings.Count > 0)
        {
            lines.Add(("核对", string.Join(' ', cell.Findings.Select(finding => ErrorTexts.Sentence(finding, _t.Language)))));
        }

        lines.Add(("辖区包", _t["第{0}版", table.PackRevision]));
        return new($"{row.Name} {column.Heading} {(cell.Text.Length == 0 ? "0" : cell.Text)}", lines);
    }

    private List<(string, string)> Stored(IndicatorValue value) => [.. ValueWords.Stored(value, _t)];

    private IEnumerable<(string, string)> Provenance(IndicatorValue value) => ValueWords.Provenance(value, _t);

    private List<(string, string)> Rounded(FigureOrigin.Rounded origin) =>
    [
        ("输入", ValueWords.Shown(origin.Value)),
        ("修约", _t["{0}，保留{1}位小数得{2}", origin.Result.ExactText, origin.Result.Decimals, origin.Result.ShownText]),
        ("依据", Rounding),
        .. Provenance(origin.Value),
    ];

    private List<(string, string)> Ranked(FigureOrigin.Ranked origin)
    {
        var order = origin.Order == RankOrder.LargestFirst ? _t["由高到低"] : _t["由低到高"];
        var sharing = origin.Sharing > 1 ? _t["，{0}个并列", origin.Sharing] : string.Empty;
        return
        [
            ("输入", ValueWords.Shown(origin.Value)),
            ("方法", _t["按{0}位小数{1}，{2}个参与排名{3}；同值并列，下一名次跳号", origin.Decimals, order, origin.Compared, sharing]),
            ("剔除", origin.LeftOut.Count == 0 ? _t["无"] : _t["{0}（无数据或口径不同）", string.Join('、', origin.LeftOut)]),
            .. Provenance(origin.Value),
        ];
    }

    private List<(string, string)> Changed(FigureOrigin.Changed origin)
    {
        var lines = new List<(string, string)>();
        if (origin.Published is { } published)
        {
            lines.Add(("公布值", ValueWords.Shown(published)));
        }

        lines.Add((origin.Published is null ? "计算" : "核算", Check(origin)));
        lines.Add(("修约", _t["两年数值先取到{0}位小数再算同比，结果保留一位小数（{1}）", table.Indicator.YearOnYearDecimals, Rounding]));
        if ((origin.Published ?? origin.Now) is { } shown)
        {
            lines.AddRange(Provenance(shown));
        }

        return lines;
    }

    private string Check(FigureOrigin.Changed origin) => origin switch
    {
        { Computed: { } result, Now: { } now, Before: { } before } when table.Indicator.YearOnYear == YearOnYearKind.Percent =>
            _t["（{0}-{1}）×100÷{1}={2}，即{3}%", ValueWords.Plain(now), ValueWords.Plain(before), result.ExactText, result.ShownText],
        { Computed: { } result, Now: { } now, Before: { } before } => _t["{0}-{1}={2}", ValueWords.Plain(now), ValueWords.Plain(before), result.ShownText],
        { Inferred: { } inferred } => _t["没有公布的{0}同口径数值；由公布的同比反推为{1}（推算，不作核算依据）", inferred.Period.ChineseText, ValueWords.Plain(inferred)],
        _ => _t["没有{0}同口径数值，未核算", table.Period.LastYear().ChineseText],
    };

    private List<(string, string)> Moved(FigureOrigin.Moved origin) =>
    [
        ("输入", _t["{0} {1}，{2} {3}", origin.Before.Period.ChineseText, ValueWords.Shown(origin.Before), origin.Now.Period.ChineseText, ValueWords.Shown(origin.Now)]),
        ("方法", _t["两个月各按当月浓度由高到低排位，同值并列"]),
        .. Provenance(origin.Now),
    ];

    private List<(string, string)> Summed(FigureOrigin.Summed origin) =>
    [
        ("输入", _t["{0}个数值相加", origin.Parts.Count]),
        ("计算", string.Join('+', origin.Parts.Select(ValueWords.Plain))),
        .. Provenance(origin.Parts[0]),
    ];
}
