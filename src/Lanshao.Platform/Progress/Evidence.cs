using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Progress;

/// <summary>A paper or picture that proves progress (佐证): a file among the files, or only its name where it lies elsewhere.</summary>
public sealed class Evidence
{
    private Evidence(Guid id, Guid measureId, string name, DateOnly datedOn, string source, string? fileSha256, string addedBy, DateTime addedAtUtc)
    {
        Id = id;
        MeasureId = measureId;
        Name = name;
        DatedOn = datedOn;
        Source = source;
        FileSha256 = fileSha256;
        AddedBy = addedBy;
        AddedAtUtc = addedAtUtc;
    }

    public Guid Id { get; private set; }

    public Guid MeasureId { get; private set; }

    /// <summary>Gets 材料名称.</summary>
    public string Name { get; private set; }

    public DateOnly DatedOn { get; private set; }

    /// <summary>Gets who gave it, or where it lies.</summary>
    public string Source { get; private set; }

    public string? FileSha256 { get; private set; }

    public string AddedBy { get; private set; }

    public DateTime AddedAtUtc { get; private set; }

    public string? VoidedBy { get; private set; }

    public DateTime? VoidedAtUtc { get; private set; }

    public string? VoidReason { get; private set; }

    /// <summary>Adds a proof. PRG-012 without a name or a source.</summary>
    public static Outcome<Evidence> Add(Guid measureId, string name, DateOnly datedOn, string source, string? fileSha256, Actor actor, DateTime nowUtc) =>
        TypedText.TooLong(TypedText.MostName, name, source) is { } tooLong ? tooLong
        : string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(source)
            ? Refusal.Invalid("PRG-012")
            : new Evidence(Guid.CreateVersion7(), measureId, name.Trim(), datedOn, source.Trim(), fileSha256, actor.Id, nowUtc);

    /// <summary>Declares the proof void. PRG-011 when it is void, PRG-008 without a reason.</summary>
    public Outcome<Evidence> Void(string reason, Actor actor, DateTime nowUtc)
    {
        if (VoidedAtUtc is not null)
        {
            return Refusal.Conflict("PRG-011");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Invalid("PRG-008");
        }

        if (TypedText.TooLong(TypedText.MostWords, reason) is { } tooLong)
        {
            return tooLong;
        }

        (VoidedBy, VoidedAtUtc, VoidReason) = (actor.Id, nowUtc, reason.Trim());
        return this;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Evidence>
    {
        public void Configure(EntityTypeBuilder<Evidence> builder)
        {
            builder.HasKey(e => e.Id);
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.HasIndex(e => e.MeasureId);
            builder.Property(e => e.Name).HasMaxLength(200);
            builder.Property(e => e.Source).HasMaxLength(200);
            builder.Property(e => e.FileSha256).HasMaxLength(64);
            builder.Property(e => e.VoidReason).HasMaxLength(500);
        }
    }
}
