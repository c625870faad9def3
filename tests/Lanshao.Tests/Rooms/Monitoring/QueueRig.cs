using System.Net;
using Lanshao.Platform.Monitoring.Queue;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>A PostgreSQL server and a RabbitMQ broker of the tests' own, with a gateway that only listens: its frames go to the queue, over a wire that can be cut.</summary>
public sealed class QueueRig : IAsyncLifetime
{
    private PostgresServer? _postgres;
    private RabbitBroker? _broker;
    private GatewayRig? _rig;

    /// <summary>Gets the gateway; without PostgreSQL or RabbitMQ the test is skipped by name, on a build machine it fails.</summary>
    internal GatewayRig Rig
    {
        get
        {
            Assert.SkipWhen(_rig is null && Environment.GetEnvironmentVariable("CI") is null or "", "no PostgreSQL or RabbitMQ: install postgresql and rabbitmq-server");
            return _rig ?? throw new InvalidOperationException("CI needs PostgreSQL and RabbitMQ: install postgresql and rabbitmq-server.");
        }
    }

    internal CutWire Wire { get; private set; } = null!;

    internal string BrokerUrl => _broker!.Url;

    /// <summary>Gets the queue, without the wire that can be cut.</summary>
    internal QueueAddress Queue => QueueAddress.Parse(BrokerUrl, 2).Value!;

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var broker = RabbitBroker.StartAsync(ct);
        _postgres = await PostgresServer.StartAsync(ct);
        _broker = await broker;
        if (_postgres is not null && _broker is not null)
        {
            Wire = new(_broker.Port);
            var queue = QueueAddress.Parse(RabbitBroker.AddressAt(Wire.Port), 2).Value;
            _rig = await GatewayRig.NewAsync(database: _postgres.Address, parts: new(new IPEndPoint(IPAddress.Loopback, 0), Writes: false, queue));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_rig is not null)
        {
            await _rig.DisposeAsync();
            Wire.Dispose();
        }

        _broker?.Dispose();
        _postgres?.Dispose();
    }
}
