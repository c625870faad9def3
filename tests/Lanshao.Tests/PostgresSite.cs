using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Tests;

/// <summary>The program on a PostgreSQL server of its own, with the sample district: where queries really wait, unlike on SQLite.</summary>
public sealed class PostgresSite : IAsyncLifetime
{
    private PostgresServer? _server;
    private Site? _site;

    /// <summary>Gets the site; without PostgreSQL the test is skipped by name, on a build machine it fails.</summary>
    public Site Site
    {
        get
        {
            Assert.SkipWhen(_site is null && Environment.GetEnvironmentVariable("CI") is null or "", "no PostgreSQL server: install postgresql");
            return _site ?? throw new InvalidOperationException("CI needs PostgreSQL: install postgresql.");
        }
    }

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartAsync(TestContext.Current.CancellationToken);
        _site = _server is null ? null : await Site.StartOnAsync(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        _server?.Dispose();
    }
}
