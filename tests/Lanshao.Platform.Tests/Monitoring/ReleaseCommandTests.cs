using System.Text;
using Lanshao.Hj212.Exchanges;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

/// <summary>Commands that the pack must open and two posts must want.</summary>
public class ReleaseCommandTests
{
    private static readonly AskDevice.Request Interval = new(MonitoringSample.Mn, RemoteCommandKind.RealtimeInterval, null, null, "降低流量", IsConfirmed: true) { Argument = "60", Post = "监测站值班" };
    private static readonly AskDevice.Request Password = Interval with { Kind = RemoteCommandKind.Password, Argument = "abc123" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_WhatThePackHasNotOpened_IsRefused()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        await using var db = sample.NewContext();

        Assert.Empty(TestPack.Sample().Read(OpenedCommands.Part).Kinds);
        foreach (var kind in RemoteCommand.OfTwoPosts)
        {
            Assert.Equal("MON-067", (await AskDevice.RunAsync(db, Interval with { Kind = kind }, isConnected: true, Actor.Local, sample.Clock, Ct)).Refusal?.Code);
        }

        Assert.False(await db.Set<RemoteCommand>().AnyAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task Release_ByAnotherPostOnly_LetsItGoOutAndIsOnRecord(StoreKind kind)
    {
        await using var sample = await OpenedAsync(kind);
        await using var db = sample.NewContext();

        var asked = (await AskDevice.RunAsync(db, Interval, isConnected: true, Actor.Local, sample.Clock, Ct)).Value!;
        var clock = await AskDevice.RunAsync(db, Interval with { Kind = RemoteCommandKind.SetClock }, isConnected: true, Actor.Local, sample.Clock, Ct);
        var waits = asked.MaySend;
        var unconfirmed = await ReleaseAsync(db, sample, asked, "监测站站长", isConfirmed: false);
        var alone = await ReleaseAsync(db, sample, asked, "监测站值班");
        var busy = await ReleaseAsync(db, sample, asked, "监测站站长");
        await AskDevice.RecordAsync(db, [new(clock.Value!.Id, ExchangeStep.Done, RequestResult.Ready, ExecutionResult.Done, 0, 0)], sample.Clock, Ct);
        var away = await ReleaseAsync(db, sample, asked, "监测站站长", isConnected: false);
        var released = await ReleaseAsync(db, sample, asked, "监测站站长");
        var twice = await ReleaseAsync(db, sample, asked, "监测站站长");

        Assert.Equal((false, "MON-045", "MON-055", "MON-042", "MON-041"), (waits, unconfirmed.Refusal?.Code, alone.Refusal?.Code, busy.Refusal?.Code, away.Refusal?.Code));
        Assert.Equal((true, CommandRelease.Released, "MON-069"), (released.Value!.MaySend, released.Value.Release, twice.Refusal?.Code));
        Assert.Equal(new Request(1062, "RtdInterval=60"), released.Value.ToRequest(default));
        await using var later = sample.NewContext();
        var stored = await later.Set<RemoteCommand>().AsNoTracking().SingleAsync(command => command.Id == asked.Id, Ct);
        Assert.Equal(("监测站值班", "监测站站长", "降低流量", "60"), (stored.AskedPost, stored.ReleasedPost, stored.Reason, stored.Argument));
    }

    [Fact]
    public async Task Release_BySomebodyWhoAskedUnderAnotherPost_IsRefused()
    {
        await using var sample = await OpenedAsync(StoreKind.Sqlite);
        await using var db = sample.NewContext();
        var person = Actor.Local with { Id = "zhang" };

        var asked = (await AskDevice.RunAsync(db, Interval, isConnected: true, person, sample.Clock, Ct)).Value!;
        var released = await ReleaseCommand.RunAsync(db, new(asked.Id, true, "监测站站长", string.Empty, IsConfirmed: true), _ => true, person, sample.Clock, Ct);

        Assert.Equal("MON-055", released.Refusal?.Code);
    }

    [Theory]
    [InlineData(RemoteCommandKind.RealtimeInterval, "29")]
    [InlineData(RemoteCommandKind.MinuteInterval, "7")]
    [InlineData(RemoteCommandKind.Timeouts, "10")]
    [InlineData(RemoteCommandKind.Password, "abc12")]
    [InlineData(RemoteCommandKind.Calibrate, "a;b")]
    [InlineData(RemoteCommandKind.Sampling, "w01018 25:00 4")]
    [InlineData(RemoteCommandKind.StopRealtime, "1")]
    public void Read_AnArgumentThatDoesNotFit_IsNone(RemoteCommandKind kind, string argument) => Assert.Null(CommandArgument.Read(kind, argument));

    [Theory]
    [InlineData(RemoteCommandKind.MinuteInterval, "10", 1064, "MinInterval=10")]
    [InlineData(RemoteCommandKind.Timeouts, "10/3", 1000, "OverTime=10;ReCount=3")]
    [InlineData(RemoteCommandKind.Password, "abc123", 1072, "NewPW=abc123")]
    [InlineData(RemoteCommandKind.SampleNow, "w01018", 3012, "PolId=w01018")]
    [InlineData(RemoteCommandKind.Sampling, "w01018 08:00 4", 3016, "PolId=w01018;CstartTime=080000;Ctime=4")]
    [InlineData(RemoteCommandKind.StopRealtime, "", 2012, "")]
    public void Read_AnArgument_IsTheRequestOfTheStandard(RemoteCommandKind kind, string argument, int cn, string content) => Assert.Equal(new(cn, content), CommandArgument.Read(kind, argument));

    [Fact]
    public async Task Record_APasswordThatTheDeviceHas_StandsInTheRegisterAndNowhereInWords()
    {
        await using var sample = await OpenedAsync(StoreKind.Sqlite);
        await using var db = sample.NewContext();
        var secrets = SecretBox.Of((await DataFolder.OpenAsync(Path.Combine(sample.Folder, "own"), create: true, null, Ct)).Value!);

        var asked = (await AskDevice.RunAsync(db, Password, isConnected: true, Actor.Local, sample.Clock, Ct, secrets)).Value!;
        var sealedText = asked.Secret!;
        var released = (await ReleaseAsync(db, sample, asked, "监测站站长")).Value!;
        var request = released.ToRequest(default, Encoding.ASCII.GetString(secrets.Open(released.Secret!, RemoteCommand.PurposeOf(asked.Mn))!));
        await AskDevice.RecordAsync(db, [new(asked.Id, ExchangeStep.Done, RequestResult.Ready, ExecutionResult.Done, 0, 0)], sample.Clock, Ct);

        var device = await db.Set<Device>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal("NewPW=abc123", request.Content);
        Assert.True(DevicePassword.Fits(device.Mn, "abc123"u8, device.PasswordDigest));
        Assert.DoesNotContain("abc123", asked.Argument + sealedText, StringComparison.Ordinal);
        Assert.Null((await db.Set<RemoteCommand>().AsNoTracking().SingleAsync(Ct)).Secret);
    }

    [Theory, EveryStore]
    public async Task Read_ARowOfBeforeTwoPostsWereNeeded_NeedsNone(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        Assert.Null((await AskDevice.RunAsync(db, Interval with { Kind = RemoteCommandKind.SetClock }, isConnected: true, Actor.Local, sample.Clock, Ct)).Refusal);
        _ = await db.Database.ExecuteSqlAsync($"UPDATE remote_command SET release = ''", Ct);

        await using var later = sample.NewContext();
        _ = Assert.Single(await TakeCommands.RunAsync(later, _ => true, "甲:9000", sample.Clock, Ct));
        await AskDevice.GiveUpAsync(later, [], null, sample.Clock, Ct);

        var stored = await later.Set<RemoteCommand>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal((CommandRelease.NotNeeded, ExchangeStep.Silent), (stored.Release, stored.Step));
    }

    private static Task<Outcome<RemoteCommand>> ReleaseAsync(LanshaoContext db, MonitoringSample sample, RemoteCommand asked, string post, bool isConfirmed = true, bool isConnected = true) =>
        ReleaseCommand.RunAsync(db, new(asked.Id, true, post, string.Empty, isConfirmed), _ => isConnected, Actor.Local, sample.Clock, Ct);

    private static async Task<MonitoringSample> OpenedAsync(StoreKind kind)
    {
        var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var files = TestPack.Sample().Files.All.Where(file => DistrictPart.Part.Files.Contains(file.Path)).Append(new(OpenedCommands.File, "opened: [realtimeInterval, password]\n"u8.ToArray()));
        Assert.Null((await ApplyPack.RunAsync(db, new(files), [DistrictPart.Part, OpenedCommands.Part], Actor.Local, sample.Clock, Ct)).Refusal);
        return sample;
    }
}
