using System.Globalization;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>What a notice of the device side is about: one kind of thing of one device, of one day or message.</summary>
/// <param name="Kind">A <see cref="DeviceNoticeKind"/>, or <see cref="MissingParts"/>.</param>
/// <param name="Mn">The device.</param>
/// <param name="Detail">What tells it from others of the same kind.</param>
/// <param name="SinceUtc">The beginning of its day, or when the first part of the message came.</param>
public sealed record NoticeKey(string Kind, string Mn, string Detail, DateTime SinceUtc)
{
    /// <summary>The kind of a message of which parts are missing.</summary>
    public const string MissingParts = "MissingParts";

    private const char Parting = '|';

    /// <summary>Gets it as a form carries it.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Kind}{Parting}{(SinceUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond}{Parting}{Mn.Length}{Parting}{Mn}{Detail}");

    public static NoticeKey Of(DeviceNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new($"{notice.Kind}", notice.Mn, notice.Detail, notice.DayUtc);
    }

    public static NoticeKey Of(WaitingParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new(MissingParts, parts.Mn, string.Create(CultureInfo.InvariantCulture, $"{parts.Cn} {parts.DataTime} {parts.Parts}"), parts.FirstUtc);
    }

    /// <summary>Reads what a form carries; null where it is none of ours.</summary>
    public static NoticeKey? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(Parting, 4) is [var kind, var since, var length, var rest]
            && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < (DateTime.MaxValue - DateTime.UnixEpoch).TotalMilliseconds
            && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var mn) && mn <= rest.Length
            ? new(kind, rest[..mn], rest[mn..], DateTime.UnixEpoch.AddMilliseconds(milliseconds))
            : null;
    }
}

/// <summary>核对 of a notice of the device side: who looked at it, when, and what he found. It decides nothing; should the thing come again, the notice is open again.</summary>
public sealed class NoticeCheck
{
    internal const int LongestNote = 200;
    internal const int LongestPost = 60;
    internal const int LongestDetail = 200;

    private NoticeCheck(Guid id, string mn, string kind, DateTime sinceUtc)
    {
        (Id, Mn, Kind, SinceUtc) = (id, mn, kind, sinceUtc);
        (Detail, Note, Post, CheckedBy) = (string.Empty, string.Empty, string.Empty, string.Empty);
    }

    public Guid Id { get; private set; }

    public string Mn { get; private set; }

    public string Kind { get; private set; }

    public string Detail { get; private set; }

    public DateTime SinceUtc { get; private set; }

    /// <summary>Gets what was found.</summary>
    public string Note { get; private set; }

    /// <summary>Gets 核对岗位.</summary>
    public string Post { get; private set; }

    public string CheckedBy { get; private set; }

    public DateTime CheckedUtc { get; private set; }

    public NoticeKey Key => new(Kind, Mn, Detail, SinceUtc);

    internal static NoticeCheck Of(NoticeKey key, string note, string post, Actor actor, DateTime atUtc) =>
        new(Guid.CreateVersion7(), key.Mn, key.Kind, key.SinceUtc) { Detail = key.Detail, Note = note, Post = post, CheckedBy = actor.Id, CheckedUtc = atUtc };

    internal sealed class Mapping : IEntityTypeConfiguration<NoticeCheck>
    {
        public void Configure(EntityTypeBuilder<NoticeCheck> builder)
        {
            builder.HasKey(check => check.Id);
            builder.Property(check => check.Id).ValueGeneratedNever();
            builder.HasIndex(check => check.CheckedUtc);
            builder.Property(check => check.Mn).HasMaxLength(Device.LongestMn);
            builder.Property(check => check.Kind).HasMaxLength(20);
            builder.Property(check => check.Detail).HasMaxLength(LongestDetail);
            builder.Property(check => check.Note).HasMaxLength(LongestNote);
            builder.Property(check => check.Post).HasMaxLength(LongestPost);
            builder.Ignore(check => check.Key);
        }
    }
}
