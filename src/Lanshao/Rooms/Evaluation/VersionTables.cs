using System.Globalization;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>What a page says of the versions of a monthly table: which there are, and what the shown one changed.</summary>
/// <param name="versions">The versions.</param>
/// <param name="t">The words of the page.</param>
/// <param name="link">The address of a version by its number; null for the newest.</param>
internal sealed class VersionTables(TableVersions versions, UiTexts t, Func<int?, string> link)
{
    /// <summary>Returns what people call a version: 第1版（初步，7月1日 8:30）.</summary>
    public string NameOf(TableVersion version) => t["第{0}版（{1}，{2}）", version.Number, StatusOf(version), At(version)];

    /// <summary>Returns the list of versions, the first one first.</summary>
    public PageTable List(bool isSample) => new(
        t["各版本"],
        [new(t["版本"], ColumnKind.OneLine), new(t["入库时间"], ColumnKind.OneLine), new(t["数据状态"], ColumnKind.OneLine), new(t["本版到的数据"]), new(t["与上一版相比"])],
        [.. versions.All.Select(version => new TableRow(
        [
            Cell.Of(t["第{0}版", version.Number]).LinkedTo(link(version == versions.Newest ? null : version.Number)),
            Cell.Of(At(version)),
            version.Status is { } status ? Cell.State(FigureWords.Of(status)) : Cell.Missing(t["没有数据"]),
            Cell.Of(Brought(version)),
            Cell.Of(Summary(version)),
        ]))])
    {
        IsSample = isSample,
        Below = [t["公布的数值和自动计算的数值分别保存，互不覆盖；每一版都可以再查看和导出。"]],
    };

    /// <summary>Returns what a version changed, cell by cell, with the reason of each; null where there is no version before it, or nothing printed changed.</summary>
    public PageTable? Changes(TableVersion version, bool isSample)
    {
        var changes = versions.ChangesOf(version);
        return changes.Count == 0 ? null : new(
            t["第{0}版与第{1}版相比", version.Number, version.Number - 1],
            [new(t["街道"], ColumnKind.OneLine), new(t["项目"], ColumnKind.OneLine), new(t["原为"], ColumnKind.Figure), new(t["现为"], ColumnKind.Figure), new(t["原因"], ColumnKind.Prose)],
            [.. changes.Select(change => new TableRow([Cell.Of(change.Row.Name), Cell.Of(change.Column.Heading), Cell.Of(change.Before.Text), Cell.Of(change.After.Text), Cell.Of(Why(change))]))])
        {
            IsSample = isSample,
            Subject = version.Table.Title,
        };
    }

    /// <summary>Says in a sentence what a version changed: 当月浓度17处、区倒排名6处有变化.</summary>
    public string Summary(TableVersion version)
    {
        if (version.Number == 1)
        {
            return t["首版"];
        }

        var changes = versions.ChangesOf(version);
        var before = versions.All[version.Number - 2];
        var counts = changes.GroupBy(change => change.Column.Heading).Select(group => t["{0}{1}处", group.Key, group.Count()]);
        var figures = changes.Count == 0 ? t["数值和名次没有变化"] : t["{0}有变化", string.Join('、', counts)];
        return before.Status == version.Status ? figures : t["{0}；状态由{1}改为{2}", figures, StatusOf(before), StatusOf(version)];
    }

    private string StatusOf(TableVersion version) => version.Status is { } status ? t[FigureWords.Of(status)] : t["没有数据"];

    private static string At(TableVersion version) => ChinaTime.CivilOf(version.AtUtc).ToString("M月d日 H:mm", CultureInfo.InvariantCulture);

    private string[] Brought(TableVersion version)
    {
        var sources = version.Brought.GroupBy(value => (value.PeriodBasis, value.Source, value.SourceTable, value.Basis))
            .Select(group => $"{group.Key.PeriodBasis}：{Named(group.First())}");
        return [.. sources, .. version.Withdrawn == 0 ? [] : new[] { t["撤销{0}个数值", version.Withdrawn] }];
    }

    private string Why(TableChange change) => change.Cause switch
    {
        ChangeCause.Arrived => t["{0}给出，此前没有这项数值", Short(change.New!)],
        ChangeCause.Withdrawn => change.Old!.EndWords is { Length: > 0 } reason ? t["原数值已撤销：{0}", reason] : t["原数值已撤销"],
        ChangeCause.Replaced => t["{0}代替{1}，原值仍保留", Short(change.New!), Short(change.Old!)],
        ChangeCause.Corrected => change.New!.Remark is { Length: > 0 } remark ? t["{0}更正：{1}", Short(change.New!), remark] : t["{0}更正", Short(change.New!)],
        ChangeCause.OthersMoved => t["本街道浓度未变，其他街道浓度变化使位次变动"],
        _ => t["由所依据的数值变化得出"],
    };

    // The list of versions says the rest.
    private string Short(IndicatorValue value) =>
        value.Basis == FigureBasis.Computed ? t["自动计算值（{0}）", FigureWords.Of(value.Status)] : value.SourceTable.Length == 0 ? value.Source : $"《{value.SourceTable}》";

    /// <summary>Names what a value is from: 样例局《表》（2024年7月5日印发）, or the computation.</summary>
    private string Named(IndicatorValue value)
    {
        var table = value.SourceTable.Length == 0 ? string.Empty : $"《{value.SourceTable}》";
        var day = value.IssuedOn is { } issued ? t["（{0}印发）", issued.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)] : string.Empty;
        return value.Basis == FigureBasis.Computed ? t["{0}{1}自动计算值（{2}）", value.Source, table, FigureWords.Of(value.Status)] : $"{value.Source}{table}{day}";
    }
}
