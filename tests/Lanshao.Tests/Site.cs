using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lanshao.Tests;

/// <summary>The real program on a free port of the loopback, once for all tests that only look.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly DistrictFacts Sample = new("样例区", [new(Place.Subdistrict("a"), "甲街道"), new(Place.Subdistrict("b"), "乙街道"), new(Place.Subdistrict("c"), "丙（地区）")], true, Period.Half(2024, 1));
    private WebApplication? _app;

    public string Address { get; private set; } = string.Empty;

    /// <summary>Gets what the program has logged so far.</summary>
    public StringWriter Log { get; } = new();

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        var built = Server.Build(new() { Url = "http://127.0.0.1:0", WithSamples = true, Log = TextWriter.Synchronized(Log) }, services => services.AddScoped(_ => Sample));
        _app = built.Value!;
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Address = Server.AddressOf(_app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }
}
