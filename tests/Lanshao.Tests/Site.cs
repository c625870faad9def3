using System.Net;
using Lanshao.Hosting;
using Lanshao.Platform.Alerts.Nights;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lanshao.Tests;

/// <summary>The real program on a free port of the loopback with the sample district in a data folder of its own, once for all tests that only look.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanshao-");
    private Action<IServiceCollection> _services = _ => { };

    // A query that is slow because others use the machine is no failure; tests of the limit set their own.
    private string[] _settings = ["web.query-seconds=300"];
    private string? _database;
    private IPEndPoint? _gateway;
    private Roles _roles = Roles.All;
    private DataFolder? _data;
    private WebApplication? _app;

    private string Lost => _folder.FullName + "-lost";

    public string Address { get; private set; } = string.Empty;

    /// <summary>Gets what the program has logged so far.</summary>
    public SharedLog Log { get; } = new();

    public IServiceProvider Services => _app!.Services;

    public DataFolder Data => _data!;

    /// <summary>Starts a site of its own for a test that changes something.</summary>
    public static Task<Site> StartAsync(Action<IServiceCollection>? services = null, params string[] settings) => StartAsync(services, null, settings);

    /// <summary>Starts a site of its own on a PostgreSQL database.</summary>
    public static Task<Site> StartOnAsync(string database) => StartAsync(null, database, []);

    /// <summary>Starts a site of its own to which devices can connect.</summary>
    public static Task<Site> StartWithGatewayAsync() => StartAsync(new Site { _gateway = new(IPAddress.Loopback, 0) });

    /// <summary>Starts a site of its own that does a part of the work only.</summary>
    public static Task<Site> StartWithRolesAsync(Roles roles) => StartAsync(new Site { _roles = roles });

    private static Task<Site> StartAsync(Action<IServiceCollection>? services, string? database, string[] settings)
    {
        var site = new Site { _services = services ?? (_ => { }), _database = database };
        site._settings = [.. site._settings, .. settings];
        return StartAsync(site);
    }

    private static async Task<Site> StartAsync(Site site)
    {
        try
        {
            await site.InitializeAsync();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        _data = await FilledFolder.OpenAsync(_folder.FullName, _database, ct);
        await HaveMorningsAsync(_data.Store, ct);
        var options = new ServerOptions { Data = _data, Url = "http://127.0.0.1:0", WithSamples = true, Settings = SettingsBook.Load(_folder.FullName, _settings).Value!, Log = Log, Gateway = _gateway, Roles = _roles };
        _app = Server.Build(options, _services).Value!;
        await _app.StartAsync(ct);
        Assert.Null(await Services.GetRequiredService<GatewayHost>().StartAsync(ct));
        Address = Server.AddressOf(_app);
    }

    // Between seven and noon a new site would write last night's sheet as soon as it runs, beside the test.
    private static async Task HaveMorningsAsync(Store store, CancellationToken ct)
    {
        await using var db = store.NewContext();
        if (!await db.Set<ScheduleMark>().AnyAsync(mark => mark.Schedule == MakeNightSheet.Schedule.Code, ct))
        {
            db.Add(new ScheduleMark(MakeNightSheet.Schedule.Code, ChinaTime.NowUtc(TimeProvider.System)));
            Assert.Null(await db.SaveAsync(Actor.System, TimeProvider.System, ct));
        }
    }

    /// <summary>Takes the data folder away under the running program: renamed at once, since deleting file by file would race with what the program still writes.</summary>
    public void LoseFolder()
    {
        Data.Release();
        Directory.Move(_folder.FullName, Lost);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _data?.Release();
        TemporaryFolder.Delete(_folder.FullName);
        TemporaryFolder.Delete(Lost);
    }
}
