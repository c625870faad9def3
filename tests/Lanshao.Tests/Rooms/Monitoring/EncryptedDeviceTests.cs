using System.Text;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Security;
using Lanshao.Hj212.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>SM4 over a real socket: what opens is stored plain and answered, what does not is kept aside.</summary>
public class EncryptedDeviceTests
{
    private const string Old = "the-first-key-16";
    private const string New = "the-other-key-16";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_EncryptedInBothFormsAndWithBothKeys_IsStoredPlainAndAnswered()
    {
        await using var rig = await GatewayRig.NewAsync();
        await SetAsync(rig, Old);
        await SetAsync(rig, New);
        using var client = await rig.ConnectAsync();

        await client.GetStream().WriteAsync(Frame(1, Old, CipherForm.HexText), Ct);
        await client.GetStream().WriteAsync(Frame(2, New, CipherForm.Raw), Ct);
        await client.GetStream().WriteAsync(Frame(3, New, CipherForm.HexText), Ct);
        var answers = await GatewayRig.AnswersAsync(client, 3);

        Assert.All(answers, answer => Assert.Equal("9014", answer.Cn));
        Assert.Equal([1, 2, 3], (await rig.JournalAsync()).Select(frame => ValueIn(frame.Bytes)));
    }

    [Fact]
    public async Task Take_WithAnotherKeyOrPlain_IsKeptAsideUnanswered()
    {
        await using var rig = await GatewayRig.NewAsync();
        await SetAsync(rig, New);
        using var client = await rig.ConnectAsync();

        await client.GetStream().WriteAsync(Frame(1, Old, CipherForm.HexText), Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(2), Ct);
        await client.GetStream().WriteAsync(Frame(3, New, CipherForm.HexText), Ct);
        var answer = Assert.Single(await GatewayRig.AnswersAsync(client, 1));
        await GatewayRig.UntilAsync(() => rig.QuarantineAsync().GetAwaiter().GetResult().Count == 2);

        Assert.EndsWith("003", answer.Qn, StringComparison.Ordinal);
        Assert.Equal([QuarantineReason.Encrypted, QuarantineReason.NotEncrypted], (await rig.QuarantineAsync()).Select(frame => frame.Reason));
        Assert.Single(await rig.JournalAsync());
    }

    [Fact]
    public async Task Set_TheKeyOfFramesThatLieAside_ReleasesThemInTheirOrderAndOnce()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var client = await rig.ConnectAsync();
        await client.GetStream().WriteAsync(Frame(1, New, CipherForm.HexText), Ct);
        await client.GetStream().WriteAsync(Frame(2, New, CipherForm.Raw), Ct);
        await client.GetStream().WriteAsync(Frame(3, Old, CipherForm.HexText), Ct);
        await GatewayRig.UntilAsync(() => rig.QuarantineAsync().GetAwaiter().GetResult().Count == 3);

        await SetAsync(rig, New);
        var released = await ReleaseAsync(rig);
        var again = await ReleaseAsync(rig);
        await client.GetStream().WriteAsync(Frame(1, New, CipherForm.HexText), Ct);
        var answer = Assert.Single(await GatewayRig.AnswersAsync(client, 1));

        Assert.Equal((2, 0), (released, again));
        Assert.EndsWith("001", answer.Qn, StringComparison.Ordinal);
        Assert.Equal([1, 2], (await rig.JournalAsync()).Select(frame => ValueIn(frame.Bytes)));
        Assert.Equal(QuarantineReason.Encrypted, Assert.Single(await rig.QuarantineAsync()).Reason);
    }

    [Fact]
    public async Task End_OfTheEncryption_TakesPlainDataAgainAndReleasesNoneThatCameBefore()
    {
        await using var rig = await GatewayRig.NewAsync();
        await SetAsync(rig, New);
        using var client = await rig.ConnectAsync();
        await client.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        await GatewayRig.UntilAsync(() => rig.QuarantineAsync().GetAwaiter().GetResult().Count == 1);

        await using (var db = rig.Data.Store.NewContext())
        {
            Assert.Null((await EndDeviceKey.RunAsync(db, new(GatewayRig.Mn, "数采仪更换为不加密型号", IsConfirmed: true), Actor.Local, rig.Clock, Ct)).Refusal);
        }

        await rig.Gateway.Book.RefreshAsync(Ct);
        await client.GetStream().WriteAsync(Frame(2, New, CipherForm.HexText), Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(3), Ct);
        var answer = Assert.Single(await GatewayRig.AnswersAsync(client, 1));
        await GatewayRig.UntilAsync(() => rig.QuarantineAsync().GetAwaiter().GetResult().Count == 2);

        Assert.EndsWith("003", answer.Qn, StringComparison.Ordinal);
        Assert.Equal(0, await ReleaseAsync(rig));
        Assert.Equal([QuarantineReason.NotEncrypted, QuarantineReason.Encrypted], (await rig.QuarantineAsync()).Select(frame => frame.Reason));
    }

    private static Task<int> ReleaseAsync(GatewayRig rig) => ReleaseFrames.RunAsync(rig.Work.Stores, rig.Gateway.Journal, GatewayRig.Mn, SecretBox.Of(rig.Data), rig.Clock, Ct);

    private static async Task SetAsync(GatewayRig rig, string key)
    {
        await using var db = rig.Data.Store.NewContext();
        Assert.Null((await SetDeviceKey.RunAsync(db, SecretBox.Of(rig.Data), [new(GatewayRig.Mn, key, 7)], Actor.Local, rig.Clock, Ct)).Refusal);
        await rig.Gateway.Book.RefreshAsync(Ct);
    }

    private static byte[] Frame(int number, string key, CipherForm form) => FrameWriter.WriteEncrypted(
        new(new DateTime(2024, 7, 1, 8, 0, 0, DateTimeKind.Unspecified).AddMilliseconds(number), "22", 2011, "123456", GatewayRig.Mn, MessageFlag.Of(ProtocolVersion.V2025, wantsAnswer: true)),
        $"DataTime=202407010800{number:00};a34004-Rtd={number},a34004-Flag=N", new Sm4Key(Encoding.ASCII.GetBytes(key)), form, countsPlain: form == CipherForm.HexText);

    private static int ValueIn(byte[] frame)
    {
        var text = Encoding.ASCII.GetString(frame);
        return text[text.IndexOf("Rtd=", StringComparison.Ordinal) + 4] - '0';
    }
}
