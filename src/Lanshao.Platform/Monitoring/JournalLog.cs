using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Monitoring;

/// <summary>What the room writes into the log: never a password, never a frame.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Frames cannot be stored ({Code}); {Waiting} wait and are not acknowledged.")]
    public static partial void Stuck(ILogger log, string code, int waiting, Exception stumble);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} cannot go on ({Code}) and tries again.")]
    public static partial void TriesAgain(ILogger log, string work, string code, Exception stumble);
}
