using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Feed;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Notices;
using Lanshao.Platform.Notices.Outward;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Platform.Tests.Notices;

public sealed class SendNoticeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanshao-outlet-");
    private readonly FixedClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Run_AListedAddress_GetsTheSignedNoticeOnce(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        using var receiver = new Receiver("HTTP/1.1 204 No Content\r\n\r\n");
        var outlet = Outlet($"notices.webhook-url=http://127.0.0.1:{receiver.Port}/alarms", "notices.webhook-hosts=127.0.0.1");
        var work = SendNotice.KindWith(outlet);
        var (urgent, _) = await NoticesAsync(store);

        // Read twice, as after a fall: one piece of work, for the urgent and fresh one alone.
        var reader = new FeedReader(store.Store, [], _clock, NullLogger<FeedReader>.Instance);
        Assert.True(await reader.RunOnceAsync(SendNotice.ConsumerWith(outlet, work), Ct));
        Assert.True(await reader.RunOnceAsync(SendNotice.ConsumerWith(outlet, work) with { Name = "again" }, Ct));
        var runner = new JobRunner(store.Store, new JobKinds([work]), [], _clock, NullLogger<JobRunner>.Instance);
        Assert.True(await runner.RunOnceAsync(Ct));
        Assert.False(await runner.RunOnceAsync(Ct));

        var (head, body) = await receiver.ReadAsync();
        Assert.StartsWith("POST /alarms HTTP/1.1\r\n", head, StringComparison.Ordinal);
        using var said = JsonDocument.Parse(body);
        Assert.Equal(["id", "post", "sentUtc", "subject", "text", "urgent"], said.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("立即处置：演示站", said.RootElement.GetProperty("text").GetString());
        var expected = HMACSHA256.HashData(outlet.Key(), Encoding.UTF8.GetBytes($"{Header(head, "X-Lanshao-Timestamp")}.{urgent.Id:D}.{body}"));
        Assert.Equal("sha256=" + Convert.ToHexStringLower(expected), Header(head, "X-Lanshao-Signature"));
        await using var db = store.NewContext();
        var job = Assert.Single(await SendNotice.OfAsync(db, [urgent], Ct));
        Assert.Equal((urgent.Id, JobState.Done, "204"), (job.Key, job.Value.State, job.Value.Result));
    }

    [Fact]
    public async Task Run_LoopbackThatIsNotListed_IsRefusedAndNotCalled()
    {
        await using var store = await TestStore.NewAsync(StoreKind.Sqlite);
        using var receiver = new Receiver("HTTP/1.1 200 OK\r\n\r\n");
        var (urgent, _) = await NoticesAsync(store);
        await using var db = store.NewContext();

        var byNumber = await SendNotice.RunAsync(db, Outlet($"notices.webhook-url=http://127.0.0.1:{receiver.Port}/"), urgent.Id, _clock, Ct);
        var byName = await SendNotice.RunAsync(db, Outlet($"notices.webhook-url=http://localhost:{receiver.Port}/", "notices.webhook-hosts=example.invalid"), urgent.Id, _clock, Ct);
        var byTrick = await SendNotice.RunAsync(db, Outlet($"notices.webhook-url=http://2130706433:{receiver.Port}/"), urgent.Id, _clock, Ct);
        var noAddress = await SendNotice.RunAsync(db, Outlet("notices.webhook-url=file:///etc/hosts"), urgent.Id, _clock, Ct);

        Assert.Equal(["ENV-071", "ENV-071", "ENV-071", "ENV-070"], new[] { byNumber, byName, byTrick, noAddress }.Select(outcome => outcome.Refusal!.Code));
        Assert.False(receiver.WasCalled);
    }

    [Fact]
    public async Task Run_ARedirectAndAFullReceiver_OneEndsTheOtherIsTriedAgain()
    {
        await using var store = await TestStore.NewAsync(StoreKind.Sqlite);
        using var elsewhere = new Receiver("HTTP/1.1 200 OK\r\n\r\n");
        using var redirecting = new Receiver($"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{elsewhere.Port}/\r\nContent-Length: 0\r\n\r\n");
        using var full = new Receiver("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
        var (urgent, _) = await NoticesAsync(store);
        await using var db = store.NewContext();

        var redirected = await SendNotice.RunAsync(db, Outlet($"notices.webhook-url=http://127.0.0.1:{redirecting.Port}/", "notices.webhook-hosts=127.0.0.1"), urgent.Id, _clock, Ct);

        Assert.Equal(("ENV-072", "307"), (redirected.Refusal!.Code, redirected.Refusal.Arguments["status"]));
        Assert.False(elsewhere.WasCalled);
        await Assert.ThrowsAsync<HttpRequestException>(() => SendNotice.RunAsync(db, Outlet($"notices.webhook-url=http://127.0.0.1:{full.Port}/", "notices.webhook-hosts=127.0.0.1"), urgent.Id, _clock, Ct));
    }

    [Fact]
    public async Task Run_FilesOnly_WritesEachNoticeOnceAndWhole()
    {
        await using var store = await TestStore.NewAsync(StoreKind.Sqlite);
        var outlet = Outlet("notices.outbox=1");
        var (urgent, plain) = await NoticesAsync(store);
        await using var db = store.NewContext();

        Assert.True((outlet.IsOpen, outlet.Takes(urgent), outlet.Takes(plain)) is (true, true, false));
        Assert.False((await SendNotice.RunAsync(db, outlet, urgent.Id, _clock, Ct)).IsRefused);
        Assert.False((await SendNotice.RunAsync(db, outlet, urgent.Id, _clock, Ct)).IsRefused);

        var file = Assert.Single(Directory.GetFiles(outlet.FilesPath!));
        Assert.EndsWith($"-{urgent.Id:D}.json", file, StringComparison.Ordinal);
        Assert.Equal(SendNotice.Body(urgent), await File.ReadAllBytesAsync(file, Ct));
        Assert.False(Outlet().IsOpen);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("224.0.0.1", false)]
    public void IsPublic_Addresses_OnlyTheOpenInternet(string address, bool isPublic) => Assert.Equal(isPublic, NoticeOutlet.IsPublic(IPAddress.Parse(address)));

    public void Dispose() => _folder.Delete(recursive: true);

    private NoticeOutlet Outlet(params string[] settings) => NoticeOutlet.Of(SettingsBook.Load(_folder.FullName, settings, new System.Collections.Hashtable()).Value!, _folder.FullName, _folder.FullName);

    private static string Header(string head, string name) => head.Split("\r\n").Single(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];

    // An urgent one, a common one, and an urgent one of long ago.
    private async Task<(Notice Urgent, Notice Plain)> NoticesAsync(TestStore store)
    {
        await using var db = store.NewContext();
        var now = ChinaTime.NowUtc(_clock);
        var urgent = Notice.Of("alert/1", "夜班岗", "立即处置：演示站", isUrgent: true, now);
        var plain = Notice.Of("alert/2", "夜班岗", "当日处置：演示站", isUrgent: false, now);
        db.AddRange(urgent, plain, Notice.Of("alert/3", "夜班岗", "立即处置：早已过去", isUrgent: true, now.AddHours(-3)));
        Assert.Null(await db.SaveAsync(Actor.Local, _clock, Ct));
        return (await db.Set<Notice>().AsNoTracking().SingleAsync(notice => notice.Subject == "alert/1", Ct), plain);
    }

    // Answers the first request that comes with what it was told.
    private sealed class Receiver : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task<(string Head, string Body)> _request;

        public Receiver(string answer)
        {
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _request = AnswerAsync(answer);
        }

        public int Port { get; }

        public bool WasCalled { get; private set; }

        public Task<(string Head, string Body)> ReadAsync() => _request;

        public void Dispose() => _listener.Dispose();

        private async Task<(string Head, string Body)> AnswerAsync(string answer)
        {
            using var socket = await _listener.AcceptSocketAsync(Ct);
            WasCalled = true;
            var (bytes, text) = (new List<byte>(), string.Empty);
            var buffer = new byte[4096];
            while (!IsWhole(text = Encoding.UTF8.GetString([.. bytes])))
            {
                bytes.AddRange(buffer[..await socket.ReceiveAsync(buffer, Ct)]);
            }

            _ = await socket.SendAsync(Encoding.ASCII.GetBytes(answer), Ct);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            return (text[..end], text[(end + 4)..]);
        }

        private static bool IsWhole(string text)
        {
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            return end > 0 && Encoding.UTF8.GetByteCount(text[(end + 4)..]) >= int.Parse(Header(text[..end], "Content-Length"), System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
