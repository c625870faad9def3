using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Writing;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

/// <summary>分包 from the journal to readings: each value once, however its part came.</summary>
public class PartedMessageTests
{
    private const string Time = "DataTime=20240701080000;";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string[], int[]> Ways => new()
    {
        { "cut between factors", [Time + "a34004-Rtd=38,a34004-Flag=N", Time + "a21005-Rtd=900,a21005-Flag=N", Time + "a34002-Rtd=70,a34002-Flag=N"], [1, 2, 3] },
        { "without flags", [Time + "a34004-Rtd=38", Time + "a21005-Rtd=900", Time + "a34002-Rtd=70"], [1, 2, 3] },
        { "in another order", [Time + "a34004-Rtd=38,a34004-Flag=N", Time + "a21005-Rtd=900,a21005-Flag=N", Time + "a34002-Rtd=70,a34002-Flag=N"], [3, 1, 2] },
        { "cut in a number", [Time + "a34004-Rtd=3", "8,a34004-Flag=N;a21005-Rtd=9", "00,a21005-Flag=N;a34002-Rtd=70"], [1, 2, 3] },
        { "cut in a number, last part first", [Time + "a34004-Rtd=3", "8,a34004-Flag=N;a21005-Rtd=9", "00,a21005-Flag=N;a34002-Rtd=70"], [1, 3, 2] },
        { "cut in a name, DataTime again", [Time + "a34004-Rtd=38;a210", Time + "05-Rtd=900", Time + "a34002-Rtd=70"], [1, 2, 3] },
        { "a part sent again under another QN", [Time + "a34004-Rtd=38,a34004-Flag=N", Time + "a21005-Rtd=900,a21005-Flag=N", Time + "a34002-Rtd=70,a34002-Flag=N"], [1, 2, 2, 1, 3] },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Drain_PartsOfAMessage_GiveEachValueOnce(string way, string[] contents, int[] order)
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);

        foreach (var (number, sent) in order.Select((number, sent) => (number, sent)))
        {
            var again = order.AsSpan(0, sent).Contains(number) ? 100 : 0;
            _ = await sample.DeriveAsync(Part(contents[number - 1], number, contents.Length, again + number));
        }

        await using var db = sample.NewSeriesContext();
        Assert.Equal([("a21005", 900_000L, 1), ("a34002", 70_000_000L, 1), ("a34004", 38_000_000L, 1)], (await sample.ReadingsAsync()).Select(r => (r.Factor, r.Number!.Value, r.Revision)));
        Assert.False(await db.Set<EarlierReading>().AnyAsync(Ct), way);
    }

    [Theory]
    [EveryStore]
    public async Task Drain_APartThatNeverComes_TheOthersCountAndTheirTornEndsDoNot(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var readings = await sample.DeriveAsync(
            Part(Time + "a34004-Rtd=38,a34004-Flag=N;a21005-Rtd=9", 1, 3, 1), Part(Time + "a34002-Rtd=70,a34002-Flag=N", 3, 3, 3));

        Assert.Equal(["a34002", "a34004"], readings.Select(r => r.Factor));
    }

    [Fact]
    public async Task Drain_PartsOfTwoMessagesWithoutTime_AreNotMixed()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);

        var readings = await sample.DeriveAsync(
            Part(Time + "a34004-Rtd=38", 1, 2, 1), Part("DataTime=20240701080100;a34004-Rtd=40", 1, 2, 101), Part("a21005-Rtd=900", 2, 2, 2), Part("a21005-Rtd=800", 2, 2, 102));

        Assert.Equal([("a21005", 0, 900_000L), ("a21005", 1, 800_000L), ("a34004", 0, 38_000_000L), ("a34004", 1, 40_000_000L)], readings.Select(r => (r.Factor, r.StartUtc.Minute, r.Number!.Value)));
    }

    private static byte[] Part(string content, int number, int count, int millisecond)
    {
        var head = new MessageHead(new DateTime(2024, 7, 1, 8, 0, 0, DateTimeKind.Unspecified).AddMilliseconds(millisecond), "22", 2011, "123456", MonitoringSample.Mn, MessageFlag.Of(ProtocolVersion.V2017, wantsAnswer: true, isSplit: true));
        return FrameWriter.Write(head with { PartCount = count, PartNumber = number }, content);
    }
}
