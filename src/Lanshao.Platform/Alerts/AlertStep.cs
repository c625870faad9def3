using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Alerts;

/// <summary>What happened to an alert.</summary>
public enum AlertMove
{
    /// <summary>发出.</summary>
    Raised,

    /// <summary>升级为立即处置.</summary>
    Upgraded,

    /// <summary>签收.</summary>
    Acknowledged,

    /// <summary>到场.</summary>
    Arrived,

    /// <summary>登记结果.</summary>
    Concluded,

    /// <summary>办结.</summary>
    Settled,

    /// <summary>数据更正后不再成立.</summary>
    Withdrawn,
}

/// <summary>One step in the life of an alert; never changed.</summary>
public sealed class AlertStep
{
    internal AlertStep(Guid alertId, int seq, AlertMove move, string by, string? post, string? note, DateTime atUtc)
    {
        (AlertId, Seq, Move, By) = (alertId, seq, move, by);
        (Post, Note, AtUtc) = (post, note, atUtc);
    }

    public Guid AlertId { get; private set; }

    public int Seq { get; private set; }

    public AlertMove Move { get; private set; }

    /// <summary>Gets who did it; empty for the program.</summary>
    public string By { get; private set; }

    /// <summary>Gets the post that was told or that acted.</summary>
    public string? Post { get; private set; }

    public string? Note { get; private set; }

    public DateTime AtUtc { get; private set; }

    /// <summary>Returns the word of a step.</summary>
    public static string WordOf(AlertMove move) => move switch
    {
        AlertMove.Raised => "发出",
        AlertMove.Upgraded => "升级为立即处置",
        AlertMove.Acknowledged => "签收",
        AlertMove.Arrived => "到场",
        AlertMove.Concluded => "登记结果",
        AlertMove.Settled => "办结",
        _ => "数据更正后不再成立",
    };

    internal sealed class Mapping : IEntityTypeConfiguration<AlertStep>
    {
        public void Configure(EntityTypeBuilder<AlertStep> builder)
        {
            builder.HasKey(step => new { step.AlertId, step.Seq });
            builder.Property(step => step.By).HasMaxLength(100);
            builder.Property(step => step.Note).HasMaxLength(Alert.LongestNote);
        }
    }
}
