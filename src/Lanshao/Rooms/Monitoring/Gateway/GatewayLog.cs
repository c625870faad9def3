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
}
