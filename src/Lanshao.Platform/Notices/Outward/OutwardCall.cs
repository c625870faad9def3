using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Notices.Outward;

/// <summary>One signed post to the address of the settings. The name is looked up once and judged before anything is sent; no redirect is followed, no proxy asked, no cookie kept, and the answer is its status alone.</summary>
/// <remarks>The signature is HMAC-SHA256 of <c>timestamp.id.body</c>; a receiver checks it, refuses old timestamps and knows an id that comes again.</remarks>
internal static class OutwardCall
{
    private const int MostHeadKilobytes = 16;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Posts; returns the status of the answer.</summary>
    /// <param name="outlet">Where to, and who may be called.</param>
    /// <param name="id">What the receiver knows a repetition by.</param>
    /// <param name="body">JSON.</param>
    /// <param name="nowUtc">The instant of the signature.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>2xx; ENV-070 for an address that is none, ENV-071 for one that may not be called, ENV-072 for a redirect or another answer that no repetition changes.</returns>
    /// <exception cref="HttpRequestException">Nobody answers, or the other side asks to come again.</exception>
    /// <exception cref="TimeoutException">No answer within five seconds.</exception>
    public static async Task<Outcome<int>> PostAsync(NoticeOutlet outlet, string id, byte[] body, DateTime nowUtc, CancellationToken ct)
    {
        if (outlet.Url is not { } url || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
        {
            return Refusal.Invalid("ENV-070");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(url.IdnHost, limit.Token);
            return addresses.FirstOrDefault(address => !outlet.MayCall(url.IdnHost, address)) is { } forbidden
                ? Refusal.Forbidden("ENV-071", ("host", url.IdnHost), ("address", forbidden.ToString()))
                : await SendAsync(url, addresses, Request(url, id, body, outlet.Key(), nowUtc), limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"{url.IdnHost} did not answer within {Limit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s.");
        }
        catch (SocketException unknown)
        {
            throw new HttpRequestException(unknown.Message, unknown);
        }
    }

    private static async Task<Outcome<int>> SendAsync(Uri url, IPAddress[] addresses, HttpRequestMessage request, CancellationToken ct)
    {
        using var asked = request;
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = MostHeadKilobytes,
            ConnectCallback = (context, stop) => ConnectAsync(addresses, context.DnsEndPoint.Port, stop),
        };
        using var client = new HttpClient(handler);
        using var answer = await client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, ct);
        var status = (int)answer.StatusCode;
        return status switch
        {
            >= 200 and < 300 => status,
            408 or 429 or >= 500 => throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"{url.IdnHost} answered {status}."), null, answer.StatusCode),
            _ => Refusal.Conflict("ENV-072", ("host", url.IdnHost), ("status", status.ToString(CultureInfo.InvariantCulture))),
        };
    }

    // To the addresses that were judged, and to no other that the name may have by now.
    private static async ValueTask<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static HttpRequestMessage Request(Uri url, string id, byte[] body, byte[] key, DateTime nowUtc)
    {
        var timestamp = ((long)(nowUtc - DateTime.UnixEpoch).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{timestamp}.{id}."), .. body];
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("X-Lanshao-Id", id);
        request.Headers.Add("X-Lanshao-Timestamp", timestamp);
        request.Headers.Add("X-Lanshao-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, signed)));
        return request;
    }
}
