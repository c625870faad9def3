using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Monitoring.Queue;

/// <summary>What the queue writes into the log: never a password, never a frame.</summary>
internal static partial class QueueLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Frames cannot be given to the queue at {Address}; {Waiting} wait and are not acknowledged: {Reason}")]
    public static partial void CannotSend(ILogger log, QueueAddress address, int waiting, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing can be taken from the queue at {Address}: {Reason}")]
    public static partial void CannotTake(ILogger log, QueueAddress address, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message of {Bytes} bytes from {Queue} cannot be read and lies with the dead letters: {Reason}")]
    public static partial void Unreadable(ILogger log, string queue, int bytes, string reason);
}
