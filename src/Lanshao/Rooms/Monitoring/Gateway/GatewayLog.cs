namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>What the gateway writes into the log: never a password, never a frame.</summary>
internal static partial class GatewayLog
{
    /// <summary>Runs work that nobody waits for: a fault that ends it is said at once, not only by the silence after it.</summary>
    public static async Task SeenAsync(ILogger log, string work, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Ended(log, work, fault);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Work} has ended by a fault of the program and does not go on until the next start.")]
    private static partial void Ended(ILogger log, string work, Exception fault);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Work} was ended by a fault of the program, for the {Falls}. time since the start, and begins again in {Seconds} s.")]
    public static partial void Fell(ILogger log, string work, int falls, double seconds, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The connection of {Remote} was ended by a fault of the program.")]
    public static partial void ConnectionEnded(ILogger log, string remote, Exception fault);
}
