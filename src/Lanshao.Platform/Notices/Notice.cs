using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Notices;

/// <summary>通知: one message to one post, as it was said; whether somebody has read it, and who took it.</summary>
public sealed class Notice : IVersioned
{
    internal const int LongestWord = 60;
    internal const int LongestText = 500;

    /// <summary>What stands between posts that are told together.</summary>
    public const string BetweenPosts = "、";

    private Notice(Guid id, string subject, string post, DateTime sentUtc)
    {
        (Id, Subject, Post, SentUtc) = (id, subject, post, sentUtc);
        Text = string.Empty;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets what it is about: <c>alert/20240701-001</c>.</summary>
    public string Subject { get; private set; }

    /// <summary>Gets the post that was told; posts that were told together, with 、 between them.</summary>
    public string Post { get; private set; }

    /// <summary>Gets the words as they were sent.</summary>
    public string Text { get; private set; }

    /// <summary>Gets whether somebody is to go at once.</summary>
    public bool IsUrgent { get; private set; }

    public DateTime SentUtc { get; private set; }

    /// <summary>Gets when it was first read; null while it is not.</summary>
    public DateTime? ReadUtc { get; private set; }

    public string? ReadBy { get; private set; }

    /// <summary>Gets when a post took what it is about; null while none has.</summary>
    public DateTime? TakenUtc { get; private set; }

    /// <summary>Gets the post that took it, which may be another than the one that was told.</summary>
    public string? TakenPost { get; private set; }

    public int Version { get; private set; }

    /// <summary>Returns a notice to be added in the transaction of its cause.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="post">Who is told.</param>
    /// <param name="text">What is said; cut where it is too long.</param>
    /// <param name="isUrgent">Whether somebody is to go at once.</param>
    /// <param name="atUtc">When.</param>
    public static Notice Of(string subject, string post, string text, bool isUrgent, DateTime atUtc) =>
        new(Guid.CreateVersion7(), subject, post, atUtc) { Text = text.Length <= LongestText ? text : text[..LongestText], IsUrgent = isUrgent };

    internal void Read(string by, DateTime atUtc)
    {
        if (ReadUtc is null)
        {
            (ReadUtc, ReadBy) = (atUtc, by);
        }
    }

    internal void Take(string post, string by, DateTime atUtc)
    {
        Read(by, atUtc);
        (TakenUtc, TakenPost) = (TakenUtc ?? atUtc, TakenPost ?? post);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> builder)
        {
            builder.HasKey(notice => notice.Id);
            builder.Property(notice => notice.Id).ValueGeneratedNever();
            builder.HasIndex(notice => new { notice.Subject, notice.SentUtc }).IsUnique();
            builder.HasIndex(notice => new { notice.ReadUtc, notice.SentUtc });
            builder.HasIndex(notice => notice.SentUtc);
            builder.Property(notice => notice.Subject).HasMaxLength(LongestWord);
            builder.Property(notice => notice.Text).HasMaxLength(LongestText);
            builder.Property(notice => notice.ReadBy).HasMaxLength(100);
            builder.Property(notice => notice.TakenPost).HasMaxLength(LongestWord);
        }
    }
}
