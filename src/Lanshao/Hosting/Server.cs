using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lanshao.Hosting.Live;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Texts;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Lanshao.Hosting;

/// <summary>The site: built from what <c>serve</c> was told, nothing read from elsewhere.</summary>
public static class Server
{
    /// <summary>Serves until it is told to stop.</summary>
    /// <param name="options">What <c>serve</c> was told.</param>
    /// <param name="output">Receives the one line that says that the site is ready, and where.</param>
    /// <param name="ct">Stops serving.</param>
    /// <returns>Null after a clean stop; ENV-001 when the port is taken, or why the address is refused.</returns>
    public static async Task<Refusal?> RunAsync(ServerOptions options, TextWriter output, CancellationToken ct)
    {
        var built = Build(options);
        if (built.IsRefused)
        {
            return built.Refusal;
        }

        await using var app = built.Value;
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            return Refusal.Environment("ENV-001", ("port", $"{ServerOptions.EndPointOf(options.Url).Value!.Port}"));
        }

        // What only building the site needed goes before the first page brings its own, so that the two never lie in memory together.
        SiteMemory.GiveBackNative();
        await AskFirstAsync(options, app, ct);
        var gateway = app.Services.GetRequiredService<GatewayHost>();
        if (await gateway.StartAsync(ct) is { } closed)
        {
            return closed;
        }

        SiteMemory.GiveBack(options.Data.Store);

        // What the page needs of the program's files is mapped again by now, and not while the first visitor waits.
        await AskFirstAsync(options, app, ct);
        await output.WriteLineAsync($"Lanshao ready: {AddressOf(app)}".AsMemory(), ct);
        if (gateway.Listening is { } work)
        {
            await output.WriteLineAsync($"Lanshao gateway: {work.Gateway.EndPoint}".AsMemory(), ct);
        }

        await output.FlushAsync(ct);
        if (gateway.Listening is { } open)
        {
            options.GatewayOpened?.Invoke(open.Gateway.EndPoint);
        }

        await app.WaitForShutdownAsync(ct);
        return null;
    }

    /// <summary>Builds the site.</summary>
    /// <param name="options">What <c>serve</c> was told.</param>
    /// <param name="services">Replaces services: a clock or an actor in tests.</param>
    public static Outcome<WebApplication> Build(ServerOptions options, Action<IServiceCollection>? services = null)
    {
        var endPoint = ServerOptions.EndPointOf(options.Url);
        if (endPoint.IsRefused)
        {
            return endPoint.Refusal;
        }

        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "Lanshao" });
        Listen(builder, endPoint.Value, new RequestLimits(options.Settings));
        AddLog(builder.Logging, options);
        AddServices(builder.Services, options);
        services?.Invoke(builder.Services);
        var app = builder.Build();

        // Counts from the first request on, not from the first time that somebody asks for the counts.
        _ = app.Services.GetRequiredService<MetricsCollector>();
        Use(app);
        Map(app, options);
        return app;
    }

    /// <summary>Returns the address that the started site listens on, with the port it got.</summary>
    public static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private static Task AskFirstAsync(ServerOptions options, WebApplication app, CancellationToken ct) =>
        options.Roles.HasFlag(Roles.Web) ? FirstAnswer.AskAsync(AddressOf(app), ct) : Task.CompletedTask;

    private static void Listen(WebApplicationBuilder builder, IPEndPoint endPoint, RequestLimits limits)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(endPoint);
            kestrel.Limits.MaxRequestLineSize = limits.HardHeadBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = limits.HardHeadBytes;
            kestrel.Limits.MaxRequestBodySize = limits.FormBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Host.UseConsoleLifetime(console => console.SuppressStatusMessages = true);
    }

    private static void AddLog(ILoggingBuilder logging, ServerOptions options) => logging
        .AddProvider(new LogLines(options.Log, TimeProvider.System))
        .AddFilter("Microsoft", LogLevel.Warning)
        // A failed start is answered by the verb, in words.
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        var limits = new RequestLimits(options.Settings);
        services.AddSingleton(options.Settings).AddSingleton(limits);
        services.AddRouting().AddHttpContextAccessor().AddRazorComponents();
        services.AddSingleton(options).AddSingleton(options.Data).AddSingleton(options.Data.Store).AddScoped(_ => options.Data.Store.NewContext());
        services.AddSingleton(new FileStore(options.Data.FilesPath));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<WebMetrics>().AddSingleton<WorkMetrics>().AddSingleton<MetricsCollector>();
        services.AddScoped<PageAddress>().AddScoped<Shell.Tables.ShownTables>().AddScoped(provider => new UiTexts(Languages.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!)));
        services.AddScoped(_ => Actor.Local).AddSingleton<FrameFactsCache>().AddSingleton<KeptPages>().AddSingleton<Front.HomeCache>().AddScoped(FrameFactsCache.Of);
        services.AddSingleton<Menu>();
        services.AddSingleton<LiveFeed>();
        if (options.Roles.HasFlag(Roles.Web))
        {
            services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        }

        services.AddSingleton<Rooms.Reports.CheckedFiles>().AddSingleton<Rooms.Reports.CarriedFiles>().AddSingleton<GatewayHost>();

        // Chinese is written as itself, not as entities.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddSingleton(JavaScriptEncoder.Create(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        RoomWork.Add(services, options);
        services.AddHealthChecks().AddCheck<StorageCheck>("storage").AddCheck<GatewayCheck>("gateway");
        services.AddProblemDetails();
        services.AddOpenApi(ApiDocument.Name, ApiDocument.Configure);
        services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = limits.FormBytes;
            form.MultipartBodyLengthLimit = limits.UploadBytes;
        });
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "lanshao-form";
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.SuppressXFrameOptionsHeader = true;
        });
        services.AddDataProtection().SetApplicationName("Lanshao").PersistKeysToFileSystem(new DirectoryInfo(options.Data.KeysPath));
    }

    /// <summary>The order is the defence: name, headers, shape, origin, then who may, then how large, then the form's token, then time.</summary>
    private static void Use(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LastResort>();
        app.UseMiddleware<HostGuard>();
        app.UseMiddleware<RequestShape>();
        app.UseMiddleware<OriginGuard>();
        app.UseRouting();
        app.UseMiddleware<PermissionGate>();
        app.UseMiddleware<BodyLimit>();
        app.UseMiddleware<FormGuard>();
        app.UseMiddleware<QueryClock>();
    }

    private static void Map(WebApplication app, ServerOptions options)
    {
        OperationsEndpoints.Map(app);
        if (!options.Roles.HasFlag(Roles.Web))
        {
            OperationsEndpoints.MapNothingElse(app, options.Roles);
            return;
        }

        SiteFiles.Map(app);
        PolicyReports.Map(app);
        PageRoutes.Map(app, options.WithSamples);
        PreferenceEndpoints.Map(app);
        ApiDocument.Map(app);
        LiveEndpoints.Map(app);
        RoomEndpoints.Map(app, options);
    }
}
