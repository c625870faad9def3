using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Tests.CommandLine;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Tests.Hosting;

/// <summary>Files beyond the limit, byte by byte: refused before they are read, nothing stored, nothing left aside. The server has limits of 1 MB a file and 64 KB a form.</summary>
[Collection(RunningServer.Name)]
public sealed class UploadLimitTests(RunningServer server)
{
    private const int FileBytes = 1 << 20;
    private const int MostBytes = FileBytes + (64 << 10);
    private const string FileHead = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n";
    private const string FileFoot = "\r\n--edge--\r\n";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/imports", MostBytes)]
    [InlineData("/reports/check", MostBytes)]
    [InlineData("/preferences", 64 << 10)]
    public async Task Post_ThatSaysItselfTooLarge_IsRefusedBeforeAByteOfItIsSent(string path, int most)
    {
        var before = await StoredAsync();

        var answer = await AnswerAsync(path, $"Content-Length: {most + 1}", (_, _) => Task.CompletedTask);

        AssertTooLarge(answer);
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task Post_WithoutALength_IsCutOffAtTheLimitAndLeavesNothing()
    {
        var before = await StoredAsync();

        // The last piece never comes: whoever waited for the end of the body would not answer.
        var answer = await AnswerAsync("/imports", "Transfer-Encoding: chunked", async (send, ct) =>
        {
            await send(Chunk(FileHead + new string('a', FileBytes / 2)), ct);
            await UntilAsync(() => SetAside().Length > 0);
            await send(Chunk(new string('a', FileBytes / 2)), ct);
            await send(Chunk(new string('a', MostBytes - FileBytes)), ct);
        });

        AssertTooLarge(answer);
        await UntilAsync(() => SetAside().Length == 0);
        Assert.Equal(before, await StoredAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Post_FileBeyondTheLimitInAFormWithinIt_IsRefusedAndLeavesNothing(int beyond)
    {
        var before = await StoredAsync();
        var body = FileHead + new string('a', FileBytes + beyond) + FileFoot;

        var answer = await AnswerAsync("/imports", $"Content-Length: {body.Length}", (send, ct) => send(body, ct));

        AssertTooLarge(answer);
        await UntilAsync(() => SetAside().Length == 0);
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task Post_FileOfJustTheLimit_IsReadToItsEnd()
    {
        var body = FileHead + new string('a', FileBytes) + FileFoot;

        var answer = await AnswerAsync("/imports", $"Content-Length: {body.Length}", (send, ct) => send(body, ct));

        // Read whole, and then refused because it carries no token of a page.
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("WEB-006", answer, StringComparison.Ordinal);
        await UntilAsync(() => SetAside().Length == 0);
    }

    [Fact]
    public async Task Post_WhoseSenderGoesAway_LeavesNothing()
    {
        var before = await StoredAsync();
        using (var client = await ConnectAsync())
        {
            await using var stream = client.GetStream();
            await stream.WriteAsync(Head("/imports", $"Content-Length: {FileBytes}"), Ct);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(FileHead + new string('a', FileBytes / 2)), Ct);
            await UntilAsync(() => SetAside().Length > 0);
        }

        await UntilAsync(() => SetAside().Length == 0);
        Assert.Equal(before, await StoredAsync());
    }

    private static void AssertTooLarge(string answer)
    {
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("WEB-012", answer, StringComparison.Ordinal);
        Assert.Contains("表单最多 64 KB，上传文件最多 1 MB", answer, StringComparison.Ordinal);
    }

    private static string Chunk(string text) => string.Create(CultureInfo.InvariantCulture, $"{text.Length:x}\r\n{text}\r\n");

    /// <summary>Waits for what comes a moment after an answer, however slow the machine is.</summary>
    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var waited = TimeSpan.Zero; !isSo(); waited += TimeSpan.FromMilliseconds(20))
        {
            Assert.True(waited < Patience, "It never came.");
            await Task.Delay(20, Ct);
        }
    }

    private string[] SetAside() => Directory.GetFiles(server.Temporary);

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Port, Ct);
        return client;
    }

    private byte[] Head(string path, string length) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=edge\r\n{length}\r\n\r\n");

    /// <summary>Sends a head and what follows it; returns the answer as it comes over the line.</summary>
    private async Task<string> AnswerAsync(string path, string length, Func<Func<string, CancellationToken, Task>, CancellationToken, Task> body)
    {
        using var client = await ConnectAsync();
        await using var stream = client.GetStream();
        await stream.WriteAsync(Head(path, length), Ct);
        await body(async (text, ct) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text), ct), Ct);
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(answer.ToString()) && await stream.ReadAsync(buffer, Ct) is > 0 and var read)
        {
            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return answer.ToString();
    }

    // Head and the one line of problem+json, which ends with its last brace: the connection itself stays open for a while.
    private static bool IsWhole(string answer) => answer.TrimEnd('\r', '\n', '0').EndsWith('}');

    private async Task<(int Batches, int Rows, int Files)> StoredAsync()
    {
        await using var db = server.Open();
        return (await db.Set<ImportBatch>().CountAsync(Ct), await db.Set<StoredFile>().CountAsync(Ct), Directory.GetFiles(Path.Combine(server.Data, "files"), "*", SearchOption.AllDirectories).Length);
    }
}
