using Lanshao.Platform.Foundation;
using Lanshao.Platform.Notices;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Alerts;

/// <summary>One turn of the 值班表: which post is on duty, from when to when.</summary>
public sealed class DutyShift : IVersioned
{
    internal const int LongestName = 40;

    private DutyShift(DateTime fromUtc, string post)
    {
        (FromUtc, Post) = (fromUtc, post);
        (Person, Phone) = (string.Empty, string.Empty);
    }

    public DateTime FromUtc { get; private set; }

    /// <summary>Gets 岗位.</summary>
    public string Post { get; private set; }

    /// <summary>Gets the end, exclusive.</summary>
    public DateTime ToUtc { get; private set; }

    public string Person { get; private set; }

    public string Phone { get; private set; }

    public DateTime? VoidedUtc { get; private set; }

    public int Version { get; private set; }

    internal static DutyShift Of(DutyRow row)
    {
        var shift = new DutyShift(row.FromUtc, row.Post);
        shift.Set(row);
        return shift;
    }

    internal void Set(DutyRow row) => (ToUtc, Person, Phone, VoidedUtc) = (row.ToUtc, row.Person, row.Phone, null);

    internal void Void(DateTime atUtc) => VoidedUtc = atUtc;

    internal sealed class Mapping : IEntityTypeConfiguration<DutyShift>
    {
        public void Configure(EntityTypeBuilder<DutyShift> builder)
        {
            builder.HasKey(shift => new { shift.FromUtc, shift.Post });
            builder.Property(shift => shift.Post).HasMaxLength(Alert.LongestPost);
            builder.Property(shift => shift.Person).HasMaxLength(LongestName);
            builder.Property(shift => shift.Phone).HasMaxLength(LongestName);
        }
    }
}

/// <summary>One row of the roster as files say it.</summary>
public sealed record DutyRow(DateTime FromUtc, DateTime ToUtc, string Post, string Person, string Phone)
{
    internal string Key => $"{FromUtc:yyyyMMddHHmm}/{Post}";

    internal static DutyRow Of(DutyShift shift) => new(shift.FromUtc, shift.ToUtc, shift.Post, shift.Person, shift.Phone);
}

/// <summary>The roster in memory.</summary>
public sealed class DutyRoster
{
    private readonly IReadOnlyList<DutyShift> _shifts;

    private DutyRoster(IReadOnlyList<DutyShift> shifts) => _shifts = shifts;

    public static async Task<DutyRoster> ReadAsync(LanshaoContext db, DateTime fromUtc, DateTime toUtc, CancellationToken ct) =>
        new(await db.Set<DutyShift>().AsNoTracking().Where(shift => shift.VoidedUtc == null && shift.FromUtc < toUtc && shift.ToUtc > fromUtc).OrderBy(shift => shift.FromUtc).ThenBy(shift => shift.Post).ToListAsync(ct));

    /// <summary>Returns the posts on duty at an instant, each once, in the order of the roster; null for nobody. An alert is told once to all of them, however many posts one person holds.</summary>
    public string? PostAt(DateTime atUtc) => Joined(At(atUtc), int.MaxValue);

    /// <summary>Returns the post or posts of who came on duty last, as many as an acknowledgement names: one person answers for all that the roster gives to them.</summary>
    public string? PostOfOneAt(DateTime atUtc)
    {
        var shifts = At(atUtc);
        return shifts is not [.., var last] ? null : last.Person.Length == 0 ? last.Post : Joined([.. shifts.Where(shift => shift.Person == last.Person && shift.Phone == last.Phone)], Alert.LongestPost);
    }

    private List<DutyShift> At(DateTime atUtc) => [.. _shifts.Where(shift => shift.FromUtc <= atUtc && shift.ToUtc > atUtc)];

    private static string? Joined(List<DutyShift> shifts, int most)
    {
        string? joined = null;
        foreach (var post in shifts.Select(shift => shift.Post).Distinct(StringComparer.Ordinal))
        {
            var longer = joined is null ? post : joined + Notice.BetweenPosts + post;
            joined = longer.Length <= most ? longer : joined;
        }

        return joined;
    }
}
