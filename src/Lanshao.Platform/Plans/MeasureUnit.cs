using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>A unit of a measure, in the order of print. Its name of today is the pack's; here stand the print and the code.</summary>
public sealed class MeasureUnit : ISequenced
{
    private MeasureUnit(Guid planId, Guid measureId, int seq)
    {
        PlanId = planId;
        MeasureId = measureId;
        Seq = seq;
    }

    public Guid MeasureId { get; private set; }

    public int Seq { get; private set; }

    public Guid PlanId { get; private set; }

    public UnitRole Role { get; private set; }

    /// <summary>Gets the name as printed.</summary>
    public string Raw { get; private set; } = string.Empty;

    /// <summary>Gets the unit's code; null where the pack does not know the name.</summary>
    public string? UnitCode { get; private set; }

    /// <summary>Gets whether the name stands for several units.</summary>
    public bool IsGroup { get; private set; }

    /// <summary>Gets the cell of the file that names it, e.g. <c>t2r5c5</c>; null where it is not known.</summary>
    public string? OriginAt { get; private set; }

    internal static MeasureUnit New(Guid planId, Guid measureId, int seq) => new(planId, measureId, seq);

    internal void Become(UnitContent content, string? originAt) => (Role, Raw, UnitCode, IsGroup, OriginAt) = (content.Role, content.Raw, content.Code, content.IsGroup, originAt);

    internal UnitContent AsContent() => new(Role, Raw, UnitCode, IsGroup);

    internal sealed class Mapping : IEntityTypeConfiguration<MeasureUnit>
    {
        public void Configure(EntityTypeBuilder<MeasureUnit> builder)
        {
            builder.HasKey(u => new { u.MeasureId, u.Seq });
            builder.HasIndex(u => new { u.PlanId, u.UnitCode });
            builder.Property(u => u.UnitCode).HasMaxLength(60);
            builder.Property(u => u.OriginAt).HasMaxLength(SourcePlace.MostCharacters);
        }
    }
}
