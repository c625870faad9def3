using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>Two measures of different lists that are about the same matter: a quarter's task and the row of the year's plan that it carries out.</summary>
public sealed class TaskLink
{
    private TaskLink(Guid id, Guid fromMeasureId, Guid toMeasureId, string linkedBy, DateTime linkedAtUtc)
    {
        Id = id;
        FromMeasureId = fromMeasureId;
        ToMeasureId = toMeasureId;
        LinkedBy = linkedBy;
        LinkedAtUtc = linkedAtUtc;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets the measure of the shorter-lived list.</summary>
    public Guid FromMeasureId { get; private set; }

    public Guid ToMeasureId { get; private set; }

    public string LinkedBy { get; private set; }

    public DateTime LinkedAtUtc { get; private set; }

    public string? UnlinkedBy { get; private set; }

    public DateTime? UnlinkedAtUtc { get; private set; }

    public static TaskLink Between(Guid from, Guid to, Actor actor, DateTime nowUtc) => new(Guid.CreateVersion7(), from, to, actor.Id, nowUtc);

    public void Unlink(Actor actor, DateTime nowUtc) => (UnlinkedBy, UnlinkedAtUtc) = (UnlinkedBy ?? actor.Id, UnlinkedAtUtc ?? nowUtc);

    internal sealed class Mapping : IEntityTypeConfiguration<TaskLink>
    {
        public void Configure(EntityTypeBuilder<TaskLink> builder)
        {
            builder.HasKey(l => l.Id);
            builder.HasIndex(l => l.FromMeasureId);
            builder.HasIndex(l => l.ToMeasureId);
        }
    }
}
