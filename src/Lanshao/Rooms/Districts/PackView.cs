using System.Globalization;
using Lanshao.Front.Imports;
using Lanshao.Front.Operations;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Districts;

/// <summary>What the page 辖区配置 shows: the revision in force or the one that the address names, what it holds, and what it changed.</summary>
internal sealed record PackView(Pack Pack, IReadOnlyList<PackRevision> Revisions, IReadOnlyList<Finding> Findings, IReadOnlyList<PackChange> Changes)
{
    public const string Path = "/system/pack";

    /// <summary>At most this many differences are shown; the rest is counted.</summary>
    public const int MostChanges = 200;

    public static async Task<Outcome<PackView>> LoadAsync(LanshaoContext db, PageAddress here, CancellationToken ct)
    {
        var asked = here.Whole("revision", 1, int.MaxValue);
        var pack = asked is { } number ? await CurrentPack.ReadAsync(db, number, ct) : await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var before = pack.Value.Revision > 1 ? await CurrentPack.ReadAsync(db, pack.Value.Revision - 1, ct) : default;
        var changes = pack.Value.Revision > 1 && !before.IsRefused ? PackDifference.Between(before.Value!.Files, pack.Value.Files) : [];
        return new PackView(pack.Value, await CurrentPack.RevisionsAsync(db, ct), new Pack(pack.Value.Files).Check(PackParts.All).Findings, changes);
    }

    /// <summary>Gets the revision that is shown.</summary>
    public PackRevision Shown => Revisions.First(revision => revision.Number == Pack.Revision);

    public bool IsInForce => Pack.Revision == Revisions[0].Number;

    public PageTable RevisionsTable(UiTexts texts, PageAddress here) => new(
        texts["辖区配置的各版"],
        [new("版次", ColumnKind.OneLine), new("名称"), new("应用时间", ColumnKind.OneLine), new("经办"), new("文件", ColumnKind.Figure) { Unit = "个" }, new("内容校验值", ColumnKind.OneLine), new("状态", ColumnKind.OneLine)],
        [.. Revisions.Select(revision => new TableRow(
        [
            Cell.Of(texts["第{0}版", revision.Number]).LinkedTo(here.To(Path, ("revision", Number(revision.Number)))),
            Cell.Of(revision.Title),
            Cell.Of(ImportWords.Time(revision.AppliedAtUtc)),
            Cell.Of(texts[ImportWords.Who(revision.AppliedBy)]),
            Cell.Whole(revision.FileCount),
            Cell.Of(revision.ContentHash[..16]),
            Cell.State(revision.Number == Revisions[0].Number ? "现行" : "已替换"),
        ]))]);

    /// <summary>Returns what the revision holds: how many of everything, and the files.</summary>
    public PageTable ContentTable(UiTexts texts)
    {
        var district = Pack.District;
        (string Name, int Count)[] lines =
        [
            ("街道（地区）", district.Subdistricts.Count), ("社区", district.Communities.Count), ("单位", district.Agencies.Count), ("单位组", district.Groups.Count),
            ("统计范围", district.AreaSets.Count), ("断面", district.Sections.Count), ("水质监测点位", district.WaterPoints.Count), ("指标", Pack.Read(IndicatorList.Part).All.Count),
        ];
        return new(texts["现有内容"], [new("内容", ColumnKind.OneLine), new("数量", ColumnKind.Figure)], [.. lines.Select(line => new TableRow([Cell.Of(texts[line.Name]), Cell.Whole(line.Count)]))]);
    }

    public PageTable FilesTable(UiTexts texts) => new(
        texts["文件"],
        [new("文件", ColumnKind.OneLine), new("板块", ColumnKind.OneLine), new("大小", ColumnKind.Figure) { Unit = "字节" }],
        [.. Pack.Files.All.Select(file => new TableRow([Cell.Of(file.Path), Cell.Of(PackParts.OwnerOf(file.Path) is { } room ? texts[AuditWords.Room(room)] : string.Empty), Cell.Whole(file.Content.Length)]))]);

    public IReadOnlyList<Difference> Differences() =>
        [.. Changes.Take(MostChanges).Select(change => new Difference(change.File, change.Where, change.Before, change.After))];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
