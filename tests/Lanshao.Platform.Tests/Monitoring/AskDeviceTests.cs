using Lanshao.Hj212.Exchanges;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class AskDeviceTests
{
    private static readonly AskDevice.Request Clock = new(MonitoringSample.Mn, RemoteCommandKind.SetClock, null, null, "时钟慢了", IsConfirmed: true);
    private static readonly AskDevice.Request Hours = Clock with { Kind = RemoteCommandKind.Hours, From = At(6, 30, 8), To = At(6, 30, 10) };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, AskDevice.Request, bool> Wrong => new()
    {
        { "MON-040", Clock with { Mn = "NOBODY" }, true },
        { "MON-041", Clock, false },
        { "MON-043", Clock with { Reason = "无" }, true },
        { "MON-043", Clock with { Reason = new string('长', 201) }, true },
        { "MON-044", Hours with { From = null }, true },
        { "MON-044", Hours with { To = At(6, 30, 7) }, true },
        { "MON-044", Hours with { From = At(5, 1, 0) }, true },
        { "MON-044", Hours with { To = At(7, 1, 10) }, true },
        { "MON-045", Clock with { IsConfirmed = false }, true },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Ask_WhatCannotBeAsked_IsRefusedAndNotOnRecord(string code, AskDevice.Request request, bool isConnected)
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        await using var db = sample.NewContext();

        var asked = await AskDevice.RunAsync(db, request, isConnected, Actor.Local, sample.Clock, Ct);

        Assert.Equal(code, asked.Refusal?.Code);
        Assert.False(await db.Set<RemoteCommand>().AnyAsync(Ct));
    }

    [Theory]
    [EveryStore]
    public async Task Ask_AConnectedDevice_IsOnRecordAndNoSecondUntilItIsOver(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();

        var asked = await AskDevice.RunAsync(db, Hours, isConnected: true, Actor.Local, sample.Clock, Ct);
        var second = await AskDevice.RunAsync(db, Clock, isConnected: true, Actor.Local, sample.Clock, Ct);
        await AskDevice.RecordAsync(db, [new(asked.Value!.Id, ExchangeStep.Done, RequestResult.Ready, ExecutionResult.Done, 1, 3)], sample.Clock, Ct);
        var third = await AskDevice.RunAsync(db, Clock, isConnected: true, Actor.Local, sample.Clock, Ct);

        Assert.Equal("MON-042", second.Refusal?.Code);
        Assert.False(third.IsRefused);
        await using var later = sample.NewContext();
        var stored = await later.Set<RemoteCommand>().AsNoTracking().SingleAsync(command => command.Id == asked.Value.Id, Ct);
        Assert.Equal((ExchangeStep.Done, RequestResult.Ready, ExecutionResult.Done, 1, 3), (stored.Step, stored.Request, stored.Execution, stored.Resends, stored.Frames));
        Assert.Equal(("时钟慢了", Actor.Local.Id, "20240701090000000"), (stored.Reason, stored.AskedBy, stored.Qn));
        Assert.Equal(new Request(2061, "BeginTime=20240630080000;EndTime=20240630100000"), stored.ToRequest(At(7, 1, 9)));
    }

    [Theory]
    [EveryStore]
    public async Task GiveUp_WhatAnEarlierRunWaitedFor_EndsUnanswered(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var asked = await AskDevice.RunAsync(db, Clock, isConnected: true, Actor.Local, sample.Clock, Ct);

        var steps = new List<ExchangeStep>();
        async Task GiveUpAsync(Guid[] waiting, string? gateway)
        {
            await AskDevice.GiveUpAsync(db, waiting, gateway, sample.Clock, Ct);
            steps.Add((await db.Set<RemoteCommand>().AsNoTracking().SingleAsync(Ct)).Step);
        }

        await GiveUpAsync([], null);
        _ = await TakeCommands.RunAsync(db, _ => true, "甲:9000", sample.Clock, Ct);
        await GiveUpAsync([asked.Value!.Id], "甲:9000");
        await GiveUpAsync([], "乙:9000");
        sample.Clock.Advance(TimeSpan.FromMinutes(16));
        await GiveUpAsync([], "乙:9000");

        Assert.Equal([ExchangeStep.Sent, ExchangeStep.Sent, ExchangeStep.Sent, ExchangeStep.Silent], steps);
    }

    [Theory]
    [EveryStore]
    public async Task Take_ByTheGatewayThatHoldsTheConnection_OnceAndInTime(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        await using var other = sample.NewContext();
        var asked = (await AskDevice.RunAsync(db, Clock, isConnected: null, Actor.Local, sample.Clock, Ct)).Value!;
        sample.Clock.Advance(TimeSpan.FromSeconds(2));

        var elsewhere = await TakeCommands.RunAsync(other, _ => false, "乙:9000", sample.Clock, Ct);
        var taken = await TakeCommands.RunAsync(other, mn => mn == MonitoringSample.Mn, "甲:9000", sample.Clock, Ct);
        var twice = await TakeCommands.RunAsync(other, _ => true, "乙:9000", sample.Clock, Ct);
        await AskDevice.RecordAsync(other, [new(asked.Id, ExchangeStep.Done, RequestResult.Ready, ExecutionResult.Done, 0, 0)], sample.Clock, Ct);
        var late = (await AskDevice.RunAsync(db, Clock, isConnected: null, Actor.Local, sample.Clock, Ct)).Value!;
        sample.Clock.Advance(RemoteCommand.Patience + TimeSpan.FromSeconds(1));
        var tooLate = await TakeCommands.RunAsync(other, _ => true, "甲:9000", sample.Clock, Ct);

        var sent = Assert.Single(taken);
        Assert.Equal((0, 0, 0), (elsewhere.Count, twice.Count, tooLate.Count));
        Assert.Equal(("甲:9000", "20240701090002000"), (sent.SentBy, sent.Qn));
        await using var later = sample.NewContext();
        var stored = await later.Set<RemoteCommand>().AsNoTracking().SingleAsync(command => command.Id == late.Id, Ct);
        Assert.Equal((ExchangeStep.Silent, null), (stored.Step, stored.SentUtc));
    }

    private static DateTime At(int month, int day, int hour) => new(2024, month, day, hour, 0, 0, DateTimeKind.Unspecified);
}
