using System.Text.Json;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>What a careful clerk would ask about a list, until somebody says how it was settled.</summary>
public sealed class PlanFinding : IVersioned
{
    private PlanFinding(Guid id, Guid planId)
    {
        Id = id;
        PlanId = planId;
    }

    public Guid Id { get; private set; }

    public Guid PlanId { get; private set; }

    public int Ordinal { get; private set; }

    public string Code { get; private set; } = string.Empty;

    public Severity Severity { get; private set; }

    /// <summary>Gets the named values of the sentence, as JSON.</summary>
    public string ArgumentsJson { get; private set; } = "{}";

    public int? Annex { get; private set; }

    public int? Row { get; private set; }

    public string? Quote { get; private set; }

    public string? Origin { get; private set; }

    /// <summary>Gets how it was settled, in words; null while it is open.</summary>
    public string? Handling { get; private set; }

    public string? HandledBy { get; private set; }

    public DateTime? HandledAtUtc { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyDictionary<string, string> Arguments => JsonSerializer.Deserialize<Dictionary<string, string>>(ArgumentsJson) ?? [];

    /// <summary>Says how the finding was settled. PLAN-304 when nothing was said, PLAN-305 when it is settled.</summary>
    public Outcome<PlanFinding> Handle(string how, Actor actor, DateTime nowUtc)
    {
        if (Handling is not null)
        {
            return Refusal.Conflict("PLAN-305", ("handling", Handling));
        }

        if (string.IsNullOrWhiteSpace(how))
        {
            return Refusal.Invalid("PLAN-304");
        }

        (Handling, HandledBy, HandledAtUtc) = (how.Trim(), actor.Id, nowUtc);
        return this;
    }

    /// <summary>Opens a settled finding again.</summary>
    public Outcome<PlanFinding> Reopen()
    {
        (Handling, HandledBy, HandledAtUtc) = (null, null, null);
        return this;
    }

    internal static PlanFinding New(Guid planId) => new(Guid.CreateVersion7(), planId);

    // Two findings are the same question when code, words and arguments are: a correction elsewhere moves rows.
    internal string SameAs => KeyOf(Code, Quote, ArgumentsJson);

    internal static string KeyOf(FindingDraft draft) => KeyOf(draft.Code, draft.Quote, Json(draft.Arguments));

    internal void Become(FindingDraft draft, int ordinal)
    {
        (Code, Severity, ArgumentsJson, Annex, Row) = (draft.Code, draft.Severity, Json(draft.Arguments), draft.Annex, draft.Row);
        (Quote, Origin, Ordinal) = (draft.Quote, draft.Origin, ordinal);
    }

    internal FindingDraft AsDraft() => new(Code, Severity, Arguments, Annex, Row, Quote, Origin);

    private static string KeyOf(string code, string? quote, string arguments) => $"{code}\n{quote}\n{arguments}";

    private static string Json(IReadOnlyDictionary<string, string> arguments) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(arguments.ToDictionary(), StringComparer.Ordinal), JsonText.Options);

    internal sealed class Mapping : IEntityTypeConfiguration<PlanFinding>
    {
        public void Configure(EntityTypeBuilder<PlanFinding> builder)
        {
            builder.HasKey(f => f.Id);
            builder.Property(f => f.Id).ValueGeneratedNever();
            builder.HasIndex(f => new { f.PlanId, f.Ordinal });
            builder.Property(f => f.Code).HasMaxLength(20);
            builder.Property(f => f.Handling).HasMaxLength(500);
            builder.Property(f => f.Origin).HasMaxLength(SourcePlace.MostCharacters);
            builder.Ignore(f => f.Arguments);
        }
    }
}
