using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Drives;
using Lanshao.Rooms.Monitoring.Roads;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring.Drives;

/// <summary>One high place of a drive as it is worked on: photographs, to whom it may be handed over, and what is open.</summary>
/// <param name="High">The place.</param>
/// <param name="Route">The route of its drive.</param>
/// <param name="FollowUps">What was done about it.</param>
/// <param name="Units">Who may answer for it: subdistricts and agencies.</param>
internal sealed record PeakView(HighPoint High, string Route, DriveFollowUps FollowUps, IReadOnlyList<(string Value, string Text)> Units)
{
    /// <summary>Names the place in an address: Beijing time of its highest point.</summary>
    public const string Name = "high";
    private const string Format = "yyyyMMddHHmmss";

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("转办时间", ColumnKind.OneLine), new("高值时间", ColumnKind.OneLine), new("地点"), new("街道"), new("峰值", ColumnKind.Figure), new("均值", ColumnKind.Figure), new("持续", ColumnKind.Figure) { Unit = "秒" }, new("承办单位"), new("要求", ColumnKind.Prose), new("期限", ColumnKind.OneLine),
        new("转办岗位"), new("反馈", ColumnKind.Prose), new("反馈时间", ColumnKind.OneLine), new("照片"), new("状态", ColumnKind.OneLine),
    ];

    public string Key => KeyOf(High);

    /// <summary>Gets what every form about it carries.</summary>
    public IEnumerable<(string Name, string Text)> Fields => [("route", Route), (Name, Key)];

    public string Place(UiTexts t) => High.Segment?.Name ?? t["东经{0}，北纬{1}（不在登记路段）", High.Peak.LongitudeDeg, High.Peak.LatitudeDeg];

    public static string KeyOf(HighPoint high) => ChinaTime.CivilOf(high.Peak.AtUtc).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads the name of a place; null where it is none.</summary>
    public static DateTime? TimeOf(string? key) => DateTime.TryParseExact(key, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var civil) ? ChinaTime.InstantOf(civil) : null;

    /// <summary>Returns the units that a place may be handed over to, that of the place first.</summary>
    public static IReadOnlyList<(string Value, string Text)> UnitsOf(Pack pack, string? subdistrict) =>
    [
        .. pack.District.Subdistricts.OrderByDescending(area => area.Code == subdistrict).Select(area => (area.Code, area.Name)),
        .. pack.District.Agencies.Select(agency => (agency.Code, agency.Name)),
    ];

    /// <summary>Returns what was handed over of a drive, as it was then, and what came of it.</summary>
    public static PageTable TableOf(DriveFollowUps followUps, Pack pack, UiTexts t) => new(t["转办记录"], Columns, [.. followUps.Referrals.Select(referral => Row(referral, followUps.Photos, pack, t))])
    {
        IsWide = true,
        UnitLine = t["单位：微克/立方米"],
        Below = [t["地点和数值为转办时的，路段登记或轨迹以后有更正也不改动。"]],
    };

    /// <summary>Returns how many were handed over and how many of them were answered.</summary>
    public static Cell Count(DriveFollowUps followUps, UiTexts t)
    {
        var standing = followUps.Referrals.Where(referral => referral.WithdrawnReason is null).ToList();
        return standing.Count == 0 ? Cell.Of(t["未转办"]) : Cell.Of(t["转办{0}件，已反馈{1}件", standing.Count, standing.Count(referral => referral.Result is not null)]);
    }

    public static Cell PhotosOf(IReadOnlyList<PeakPhoto> photos, UiTexts t) => photos.Count switch
    {
        0 => Cell.Of(t["无"]),
        1 => Cell.Of(photos[0].Name).LinkedTo($"/files/{photos[0].Sha256}"),
        _ => Cell.Of(t["{0}张", photos.Count]),
    };

    public static string NameOf(string unit, Pack pack) => pack.District.FindSubdistrict(unit)?.Name ?? pack.District.FindAgency(unit)?.Name ?? unit;

    private static TableRow Row(PeakReferral referral, IReadOnlyList<PeakPhoto> photos, Pack pack, UiTexts t) => new(
    [
        Cell.Of($"{ChinaTime.CivilOf(referral.ReferredUtc):yyyy-MM-dd HH:mm}"), Cell.Of($"{ChinaTime.CivilOf(referral.PeakUtc):yyyy-MM-dd HH:mm:ss}"), Cell.Of(referral.Location), Cell.Of(RoadsView.AreaOf(referral.Subdistrict, pack)),
        Cell.Of(Reported.Of(referral.PeakUgPerM3, 0)), Cell.Of(Reported.Of(referral.MeanUgPerM3, 0)), Cell.Whole(referral.Seconds), Cell.Of(NameOf(referral.Unit, pack)), Cell.Of(referral.Wanted), Cell.Day(referral.DueOn),
        Cell.Of(referral.Post), Cell.Of(referral.Result ?? (referral.WithdrawnReason is { } why ? t["撤销原因：{0}", why] : string.Empty)), Cell.Of(referral.ResultUtc is { } at ? $"{ChinaTime.CivilOf(at):yyyy-MM-dd HH:mm}" : string.Empty),
        PhotosOf([.. photos.Where(photo => photo.PeakUtc == referral.PeakUtc)], t),
        Cell.Of(t[referral.WithdrawnReason is not null ? "已撤销" : referral.Result is not null ? "已反馈" : "已转办"]),
    ]);
}
