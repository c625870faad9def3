using System.Text;
using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>Keeps account of messages in parts, in the transaction that derives their readings: which parts of which message are missing, and since when.</summary>
internal static class PartsBook
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestWhole = TimeSpan.FromDays(2);

    /// <summary>Returns what a frame says of its message; null of a whole one.</summary>
    public static PartCame? Of(Segment segment, string mn, DateTime receivedUtc) => PartMerger.IsPart(segment, out var count, out var number)
        ? new(mn, Encoding.ASCII.GetString(segment.Cn), PartMerger.DataTimeOf(segment), count, number, receivedUtc)
        : null;

    /// <summary>Notes parts in the order in which they came, and forgets what is long over.</summary>
    public static void Note(BulkSession session, IReadOnlyCollection<PartCame> parts)
    {
        foreach (var part in parts)
        {
            var (dataTime, come) = Find(session, part);
            var numbers = WaitingParts.NumbersOf(come).Append(part.Number).Distinct().ToList();
            _ = session.Execute(SeriesSql.PutWaitingParts, part.Mn, part.Cn, dataTime, part.Count, WaitingParts.TextOf(numbers), part.ReceivedUtc, numbers.Count >= part.Count);
        }

        if (parts.LastOrDefault() is { } last)
        {
            _ = session.Execute(SeriesSql.ForgetWaitingParts, false, last.ReceivedUtc - Longest);
            _ = session.Execute(SeriesSql.ForgetWaitingParts, true, last.ReceivedUtc - LongestWhole);
        }
    }

    // A part that says no DataTime goes with the newest message that lacks it.
    private static (string DataTime, string Come) Find(BulkSession session, PartCame part)
    {
        using var rows = session.Rows(SeriesSql.WaitingPartsOf, part.Mn, part.Cn, part.Count);
        while (rows.Next())
        {
            var (dataTime, come) = (rows.Text(0)!, rows.Text(1)!);
            if (part.DataTime.Length > 0 ? dataTime == part.DataTime : !WaitingParts.NumbersOf(come).Contains(part.Number))
            {
                return (dataTime, come);
            }
        }

        return (part.DataTime, string.Empty);
    }
}

/// <summary>A part of a message that has come.</summary>
internal sealed record PartCame(string Mn, string Cn, string DataTime, int Count, int Number, DateTime ReceivedUtc);
