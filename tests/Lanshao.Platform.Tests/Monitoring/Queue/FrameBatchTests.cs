using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Queue;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Queue;

public class FrameBatchTests
{
    private static readonly DateTime ReceivedUtc = new DateTime(2024, 7, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(1234567);

    private static readonly JournalEntry[] Entries =
    [
        Entry("010000A8900016F000169DC0", "20240701080000000", string.Empty) with { IsBackFill = true },
        Entry("LANSHAO0000000000000001A", string.Empty, "2") with { IsOfThePast = true },
        Entry("B", "20240701080001000", string.Empty),
    ];

    [Fact]
    public void Read_WhatWasWritten_IsTheSameInTheSameOrder()
    {
        Assert.True(FrameBatch.TryRead(FrameBatch.Write(Entries), out var read, out var reason));

        Assert.Empty(reason);
        Assert.Equal(Entries.Select(Told), read.Select(Told));
    }

    [Fact]
    public void Read_EveryPrefixAndAnythingBehind_IsRefusedWithAReason()
    {
        var message = FrameBatch.Write(Entries);

        for (var length = 0; length < message.Length; length++)
        {
            Assert.False(FrameBatch.TryRead(message.AsSpan(0, length), out var none, out var reason));
            Assert.Empty(none);
            Assert.NotEmpty(reason);
        }

        Assert.False(FrameBatch.TryRead([.. message, 0], out _, out _));
    }

    [Fact]
    public void Read_EveryFlippedByte_IsReadOrRefusedAndNeverThrows()
    {
        var message = FrameBatch.Write(Entries);
        for (var at = 0; at < message.Length; at++)
        {
            foreach (var flip in (byte[])[0xFF, 0x80, 1])
            {
                var broken = message.ToArray();
                broken[at] ^= flip;
                if (FrameBatch.TryRead(broken, out var read, out _))
                {
                    Assert.All(read, entry => Assert.InRange(entry.Mn.Length, 1, 40));
                }
            }
        }
    }

    [Fact]
    public void PartitionOf_ADevice_IsTheSameInEveryRunAndWithinTheQueues()
    {
        var address = QueueAddress.Parse("amqp://clerk:secret@queue.example:5673/district", 8).Value!;

        Assert.Equal([6, 3, 5], Entries.Select(entry => address.PartitionOf(entry.Mn)));
        Assert.Equal(8, Enumerable.Range(0, 200).Select(number => address.PartitionOf($"MN{number}")).Distinct().Count());
        Assert.Equal("amqp://queue.example:5673/district", address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("queue.example:5672")]
    [InlineData("http://queue.example")]
    [InlineData("amqp://")]
    public void Parse_SomethingElse_IsRefused(string text) => Assert.Equal("ENV-064", QueueAddress.Parse(text, 8).Refusal?.Code);

    private static JournalEntry Entry(string mn, string qn, string pno) => new(mn, qn, "2011", pno, [.. Enumerable.Range(0, 16).Select(i => (byte)i)], [.. "##0000"u8], ReceivedUtc, "127.0.0.1:1");

    private static string Told(JournalEntry entry) =>
        $"{entry.Mn} {entry.Qn} {entry.Cn} {entry.Pno} {Convert.ToHexString(entry.Digest)} {Convert.ToHexString(entry.Bytes)} {entry.ReceivedUtc.Ticks} {entry.ReceivedUtc.Kind} {entry.Remote} {entry.IsBackFill} {entry.IsOfThePast}";
}
