using System.Buffers;
using System.Text;
using System.Text.Json;
using Lanshao.Platform.Foundation;

namespace Lanshao.Hosting;

/// <summary>Where browsers report a breach of the content policy: logged, counted, never shown.</summary>
public static class PolicyReports
{
    public const string Path = "/policy-reports";
    private const int MostBytes = 16 * 1024;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, TakeAsync).Needs(Permissions.Open).WithMetadata(new Marker()).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(HttpContext context, WebMetrics metrics, ILogger<Marker> log)
    {
        var report = await ReadAsync(context.Request.Body, context.RequestAborted);
        metrics.PolicyReports.Add(1);
        log.LogWarning("Content policy breached: {Directive} {Blocked} {Page}", Field(report, "violated-directive"), Field(report, "blocked-uri"), Field(report, "document-uri"));
        return Results.NoContent();
    }

    private static async Task<string> ReadAsync(Stream body, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MostBytes);
        try
        {
            var length = await body.ReadAtLeastAsync(buffer.AsMemory(0, MostBytes), MostBytes, throwOnEndOfStream: false, ct);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Field(string report, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(report);
            return json.RootElement.TryGetProperty("csp-report", out var body) && body.TryGetProperty(name, out var field) ? field.ToString() : "—";
        }
        catch (JsonException)
        {
            return "—";
        }
    }

    /// <summary>Marks the one post that carries no form token: browsers send it on their own.</summary>
    public sealed class Marker;
}
