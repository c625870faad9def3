using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>How a finding of a list was settled. It holds for the question, not for one file: the same question in a corrected file is settled too.</summary>
public sealed class FindingMark
{
    // Where the row stands is not part of the question: rows above it come and go.
    private static readonly string[] Places = ["annex", "task", "row", "place"];

    private FindingMark(string planCode, string questionKey, string how, string markedBy, DateTime markedAtUtc)
    {
        PlanCode = planCode;
        QuestionKey = questionKey;
        How = how;
        MarkedBy = markedBy;
        MarkedAtUtc = markedAtUtc;
    }

    public string PlanCode { get; private set; }

    /// <summary>Gets what the question is known by, see <see cref="KeyOf"/>.</summary>
    public string QuestionKey { get; private set; }

    public string How { get; private set; }

    public string MarkedBy { get; private set; }

    public DateTime MarkedAtUtc { get; private set; }

    /// <summary>Returns the key of a question: its code, the row that it is about, its words and arguments.</summary>
    /// <param name="rowKey">The measure's id; empty for the file as a whole.</param>
    /// <param name="finding">The finding.</param>
    public static string KeyOf(string rowKey, Finding finding)
    {
        var arguments = finding.Arguments.Where(a => !Places.Contains(a.Key)).OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}");
        var text = string.Join('\n', arguments.Prepend(finding.Quote ?? string.Empty).Prepend(rowKey).Prepend(finding.Code));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }

    internal static FindingMark Of(string planCode, string questionKey, string how, Actor actor, DateTime nowUtc) => new(planCode, questionKey, how, actor.Id, nowUtc);

    internal void Become(string how, Actor actor, DateTime nowUtc) => (How, MarkedBy, MarkedAtUtc) = (how, actor.Id, nowUtc);

    internal sealed class Mapping : IEntityTypeConfiguration<FindingMark>
    {
        public void Configure(EntityTypeBuilder<FindingMark> builder)
        {
            builder.HasKey(m => new { m.PlanCode, m.QuestionKey });
            builder.Property(m => m.PlanCode).HasMaxLength(40);
            builder.Property(m => m.QuestionKey).HasMaxLength(32);
            builder.Property(m => m.How).HasMaxLength(500);
        }
    }
}
