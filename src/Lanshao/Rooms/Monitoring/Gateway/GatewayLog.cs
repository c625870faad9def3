namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>What the gateway writes into the log: never a password, never a frame.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(Level = LogLevel.Critical, Message = "{Work} was ended by a fault of the program, for the {Falls}. time since the start, and begins again in {Seconds} s.")]
    public static partial void Fell(ILogger log, string work, int falls, double seconds, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The connection of {Remote} was ended by a fault of the program.")]
    public static partial void ConnectionEnded(ILogger log, string remote, Exception fault);
}
