using System.Globalization;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>未收齐的分包: a message in parts of which some have come and some have not. One that is whole stays for two days more, so that a part that is sent again does not begin another.</summary>
[KeptIn(DataPart.Series)]
public sealed class WaitingParts : IUnrecorded
{
    /// <summary>How long a part may take before its message counts as incomplete.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private WaitingParts() => (Mn, Cn, DataTime, Come) = (string.Empty, string.Empty, string.Empty, string.Empty);

    public string Mn { get; private set; }

    public string Cn { get; private set; }

    /// <summary>Gets the time of the data as sent; empty where no part said it.</summary>
    public string DataTime { get; private set; }

    /// <summary>Gets how many parts there are.</summary>
    public int Parts { get; private set; }

    /// <summary>Gets the numbers of the parts that came, in order, parted by commas.</summary>
    public string Come { get; private set; }

    /// <summary>Gets when the first of them came.</summary>
    public DateTime FirstUtc { get; private set; }

    public DateTime LastUtc { get; private set; }

    public bool IsWhole { get; private set; }

    /// <summary>Gets the numbers of the parts that have not come.</summary>
    public IEnumerable<int> Missing => Enumerable.Range(1, Parts).Except(NumbersOf(Come));

    internal static IEnumerable<int> NumbersOf(string come) => come.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture));

    internal static string TextOf(IEnumerable<int> numbers) => string.Join(',', numbers.Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture)));

    internal sealed class Mapping : IEntityTypeConfiguration<WaitingParts>
    {
        public void Configure(EntityTypeBuilder<WaitingParts> builder)
        {
            builder.HasKey(parts => new { parts.Mn, parts.Cn, parts.DataTime, parts.Parts });
            builder.HasIndex(parts => new { parts.IsWhole, parts.LastUtc });
            builder.Ignore(parts => parts.Missing);
        }
    }
}
