using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>转办: a high place of a drive, handed over to who answers for it, with place and figures as they were, what is wanted by when, and what came of it. It stays when the track or the register of roads changes.</summary>
public sealed class PeakReferral : IVersioned, ISpanned
{
    internal const int LongestText = 500;
    internal const int LongestPost = 60;

    private PeakReferral(Guid id, string route, DateTime peakUtc)
    {
        (Id, Route, PeakUtc) = (id, route, peakUtc);
        (Location, Unit, Wanted, Post, ReferredBy) = (string.Empty, string.Empty, string.Empty, string.Empty, string.Empty);
    }

    public Guid Id { get; private set; }

    /// <summary>Gets 路线.</summary>
    public string Route { get; private set; }

    /// <summary>Gets when the highest point was read.</summary>
    public DateTime PeakUtc { get; private set; }

    public decimal LongitudeDeg { get; private set; }

    public decimal LatitudeDeg { get; private set; }

    /// <summary>Gets where it lies, in words.</summary>
    public string Location { get; private set; }

    /// <summary>Gets the code of the 街道; null where the register of roads names none.</summary>
    public string? Subdistrict { get; private set; }

    public decimal PeakUgPerM3 { get; private set; }

    /// <summary>Gets the mean of the whole drive, to which the peak is compared; cut to six decimals.</summary>
    public decimal MeanUgPerM3 { get; private set; }

    /// <summary>Gets how long the points stayed high, seconds.</summary>
    public int Seconds { get; private set; }

    /// <summary>Gets 承办单位: the code of a 街道 or agency.</summary>
    public string Unit { get; private set; }

    /// <summary>Gets what is wanted.</summary>
    public string Wanted { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>Gets 转办岗位.</summary>
    public string Post { get; private set; }

    public string ReferredBy { get; private set; }

    public DateTime ReferredUtc { get; private set; }

    /// <summary>Gets what came of it; null until something is registered.</summary>
    public string? Result { get; private set; }

    /// <summary>Gets 登记岗位 of the result.</summary>
    public string? ResultPost { get; private set; }

    public string? ResultBy { get; private set; }

    public DateTime? ResultUtc { get; private set; }

    /// <summary>Gets why it was taken back; null where it stands.</summary>
    public string? WithdrawnReason { get; private set; }

    public int Version { get; private set; }

    /// <summary>Gets whether an answer is awaited.</summary>
    public bool IsOpen => Result is null && WithdrawnReason is null;

    DateOnly? ISpanned.AffectedFromOn => ChinaTime.DayOf(PeakUtc);

    DateOnly? ISpanned.AffectedToOn => ChinaTime.DayOf(PeakUtc);

    internal static PeakReferral Of(Drive drive, HighPoint high, string location, (string Unit, string Wanted, DateOnly DueOn, string Post) asked, Actor actor, DateTime atUtc) => new(Guid.CreateVersion7(), drive.Route, high.Peak.AtUtc)
    {
        LongitudeDeg = high.Peak.LongitudeDeg,
        LatitudeDeg = high.Peak.LatitudeDeg,
        Location = location,
        Subdistrict = high.Segment?.Subdistrict,
        PeakUgPerM3 = high.Peak.TspUgPerM3,
        MeanUgPerM3 = Standards.Rounding.Cut(drive.MeanUgPerM3, 6),
        Seconds = high.Seconds,
        Unit = asked.Unit,
        Wanted = asked.Wanted,
        DueOn = asked.DueOn,
        Post = asked.Post,
        ReferredBy = actor.Id,
        ReferredUtc = atUtc,
    };

    internal void Answer(string result, string post, Actor actor, DateTime atUtc) => (Result, ResultPost, ResultBy, ResultUtc) = (result, post, actor.Id, atUtc);

    internal void Withdraw(string reason, string post, Actor actor, DateTime atUtc) => (WithdrawnReason, ResultPost, ResultBy, ResultUtc) = (reason, post, actor.Id, atUtc);

    internal sealed class Mapping : IEntityTypeConfiguration<PeakReferral>
    {
        public void Configure(EntityTypeBuilder<PeakReferral> builder)
        {
            builder.HasKey(referral => referral.Id);
            builder.Property(referral => referral.Id).ValueGeneratedNever();
            builder.HasIndex(referral => referral.PeakUtc);
            builder.Property(referral => referral.Route).HasMaxLength(DriveMinute.LongestRoute);
            builder.Property(referral => referral.Wanted).HasMaxLength(LongestText);
            builder.Property(referral => referral.Result).HasMaxLength(LongestText);
            builder.Property(referral => referral.WithdrawnReason).HasMaxLength(LongestText);
            builder.Property(referral => referral.Post).HasMaxLength(LongestPost);
            builder.Property(referral => referral.ResultPost).HasMaxLength(LongestPost);
            builder.Ignore(referral => referral.IsOpen);
        }
    }
}

/// <summary>照片 of a high place of a drive: found there, or after it was put right.</summary>
public sealed class PeakPhoto
{
    internal const int LongestNote = 100;

    private PeakPhoto(Guid id, string route, DateTime peakUtc)
    {
        (Id, Route, PeakUtc) = (id, route, peakUtc);
        (Sha256, Name, Note, AddedBy) = (string.Empty, string.Empty, string.Empty, string.Empty);
    }

    public Guid Id { get; private set; }

    public string Route { get; private set; }

    /// <summary>Gets when the highest point of the place was read.</summary>
    public DateTime PeakUtc { get; private set; }

    public string Sha256 { get; private set; }

    /// <summary>Gets the name that the file came with.</summary>
    public string Name { get; private set; }

    public string Note { get; private set; }

    public string AddedBy { get; private set; }

    public DateTime AddedUtc { get; private set; }

    internal static PeakPhoto Of(string route, DateTime peakUtc, (string Sha256, string Name) file, string note, Actor actor, DateTime atUtc) =>
        new(Guid.CreateVersion7(), route, peakUtc) { Sha256 = file.Sha256, Name = file.Name, Note = note, AddedBy = actor.Id, AddedUtc = atUtc };

    internal sealed class Mapping : IEntityTypeConfiguration<PeakPhoto>
    {
        public void Configure(EntityTypeBuilder<PeakPhoto> builder)
        {
            builder.HasKey(photo => photo.Id);
            builder.Property(photo => photo.Id).ValueGeneratedNever();
            builder.HasIndex(photo => photo.PeakUtc);
            builder.Property(photo => photo.Route).HasMaxLength(DriveMinute.LongestRoute);
            builder.Property(photo => photo.Sha256).HasMaxLength(64);
            builder.Property(photo => photo.Note).HasMaxLength(LongestNote);
        }
    }
}
