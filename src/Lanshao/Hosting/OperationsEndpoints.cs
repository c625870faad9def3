using System.Net;
using System.Text.Json;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lanshao.Hosting;

/// <summary>What an operator asks: does it live, is it ready, what does it count.</summary>
public static class OperationsEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync }).Needs(Permissions.Open);
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = WriteAsync }).Needs(Permissions.Open);
        app.MapGet("/metrics", MetricsAsync).Needs(Permissions.Open).ExcludeFromDescription();
    }

    /// <summary>Answers everything else in a process that has no pages: there are none, and why.</summary>
    public static void MapNothingElse(IEndpointRouteBuilder app, Roles roles) =>
        app.Map("/{**path}", () => Answers.Plain(StatusCodes.Status404NotFound, Refusal.NotFound("WEB-016", ("roles", RoleList.Of(roles))))).Needs(Permissions.Open).ExcludeFromDescription();

    /// <summary>Figures of the inside are for this machine only, whoever is signed in.</summary>
    private static async Task<IResult> MetricsAsync(HttpContext context, MetricsCollector collector, WorkMetrics work, LanshaoContext db, CancellationToken ct)
    {
        if (context.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from))
        {
            return Refusal.Forbidden("ACC-001", ("permission", Permissions.SystemRead)).ToHttp(context);
        }

        await work.ReadAsync(db, ct);
        return Results.Text(MetricsText.Write(collector.Read()), MetricsText.ContentType);
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            status = Word(report.Status),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = Word(entry.Value.Status), entry.Value.Description }),
        }, JsonSerializerOptions.Web), context.RequestAborted);
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "down",
    };
}
