using System.Net;
using Lanshao.Platform.Monitoring.Queue;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>Which part of the way from the device to the readings this process does.</summary>
/// <param name="At">Where devices connect; null for nowhere.</param>
/// <param name="Writes">Whether it writes the journal, and makes readings of it.</param>
/// <param name="Queue">The queue between those who listen and those who write; null where one process does both.</param>
internal sealed record GatewayParts(IPEndPoint? At, bool Writes = true, QueueAddress? Queue = null)
{
    public bool Listens => At is not null;
}
