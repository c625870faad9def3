using Lanshao.Platform.Foundation;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>Work in the background that must go on: where a fault ends it, it begins again after a pause that grows with every fall in a row. Each fall is counted and said in the log.</summary>
/// <param name="name">What the log and the metrics call it.</param>
/// <param name="run">The work; it ends only when it is stopped, or by a fault.</param>
/// <param name="clock">Measures pauses, and how long it has held.</param>
/// <param name="log">Is told of falls.</param>
internal sealed class SteadyWork(string name, Func<CancellationToken, Task> run, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Proof = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);
    private int _falls;
    private int _inARow;
    private bool _isRunning;
    private long _beganAt;

    public string Name => name;

    /// <summary>Gets how often a fault has ended it since the start.</summary>
    public int Falls => Volatile.Read(ref _falls);

    /// <summary>Gets when it last fell; null for never.</summary>
    public DateTime? FellUtc { get; private set; }

    /// <summary>Gets the kind of the last fault.</summary>
    public string Fault { get; private set; } = string.Empty;

    /// <summary>Gets whether it lies: fallen, and not yet up again for long enough to be believed.</summary>
    public bool IsDown => Falls > 0 && !(Volatile.Read(ref _isRunning) && clock.GetElapsedTime(Interlocked.Read(ref _beganAt)) >= Proof);

    /// <summary>Returns how long to wait after so many falls in a row.</summary>
    public static TimeSpan PauseAfter(int inARow) => TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(inARow - 1, 20))));

    /// <summary>Runs it, again and again, until it is stopped or ends by itself after it was told to.</summary>
    /// <param name="isOver">Whether an end without a fault is the end that was wanted.</param>
    /// <param name="ct">Given to the work; ends the pauses.</param>
    public async Task RunAsync(Func<bool> isOver, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            if (await OnceAsync(isOver, ct) is not { } fault)
            {
                return;
            }

            var pause = Fall(fault);
            await Task.Delay(pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Exception?> OnceAsync(Func<bool> isOver, CancellationToken ct)
    {
        _ = Interlocked.Exchange(ref _beganAt, clock.GetTimestamp());
        Volatile.Write(ref _isRunning, true);
        try
        {
            await run(ct);
            return isOver() || ct.IsCancellationRequested ? null : new InvalidOperationException("It ended without being told to.");
        }
        catch (Exception stopped) when (ct.IsCancellationRequested && stopped is OperationCanceledException)
        {
            return null;
        }
        catch (Exception fault)
        {
            // The outermost loop of the work: whatever it was, the work goes on.
            return fault;
        }
        finally
        {
            Volatile.Write(ref _isRunning, false);
        }
    }

    private TimeSpan Fall(Exception fault)
    {
        _inARow = clock.GetElapsedTime(Interlocked.Read(ref _beganAt)) >= Forgotten ? 1 : _inARow + 1;
        var pause = PauseAfter(_inARow);
        (FellUtc, Fault) = (ChinaTime.NowUtc(clock), fault.GetType().Name);
        _ = Interlocked.Increment(ref _falls);
        GatewayLog.Fell(log, name, Falls, pause.TotalSeconds, fault);
        return pause;
    }
}
