using Lanshao.Hj212.Simulation;

namespace Lanshao.Rooms.Monitoring;

/// <summary>Many simulated devices at once, each on its own connection, at a steady rate.</summary>
internal sealed class DeviceSimulation(IReadOnlyList<SimulatedDevice> devices, SimulationTarget target, SimulationTally tally)
{
    private const int MostUnanswered = 200;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestConnecting = TimeSpan.FromSeconds(30);

    /// <summary>Gets from when on and in which steps the devices first tell their past, as fast as it is heard; null for not at all.</summary>
    public (DateTime From, TimeSpan Step)? Past { get; init; }

    /// <summary>Gets which devices say nothing at a time.</summary>
    public Func<SimulatedDevice, DateTime, bool> IsAway { get; init; } = (_, _) => false;

    private readonly SimulatedLink[] _links = [.. devices.Select(device => new SimulatedLink(device, target, tally))];

    /// <summary>Sends for a while, waits for the last answers, and says how it went.</summary>
    /// <param name="perSecond">Messages of all devices together.</param>
    /// <param name="duration">How long to send.</param>
    /// <param name="from">The time of the devices at the beginning, Beijing time.</param>
    /// <param name="ct">Ends the sending; the answers that came are counted.</param>
    public async Task<SimulationAnswer> RunAsync(double perSecond, TimeSpan duration, DateTime from, CancellationToken ct)
    {
        using var over = new CancellationTokenSource();
        var connections = Task.WhenAll(_links.Select(link => link.RunAsync(over.Token)));
        var resending = ResendAsync(over.Token);

        // Two thousand connections at once take a while; their making is not the answers' time.
        await Task.WhenAny(Task.WhenAll(_links.Select(link => link.Connected)), Task.Delay(LongestConnecting, ct));
        var began = Past is null ? from : await TellPastAsync(from, ct);
        var sendingTook = await SendAsync(perSecond, duration, began, ct);
        await WaitForAnswersAsync(ct);
        await over.CancelAsync();
        await Task.WhenAll(connections, resending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return tally.Answer(sendingTook);
    }

    private async Task<TimeSpan> SendAsync(double perSecond, TimeSpan duration, DateTime from, CancellationToken ct)
    {
        var began = tally.Now;
        using var timer = new PeriodicTimer(Tick);
        try
        {
            for (var next = 0L; ;)
            {
                var elapsed = tally.Now - began;
                for (var due = (long)(Math.Min(elapsed.TotalSeconds, duration.TotalSeconds) * perSecond); next < due; next++)
                {
                    // By the schedule and not by the clock: the same seed and beginning give the same frames, however busy the machine is.
                    await SendAsync((int)(next % _links.Length), from + TimeSpan.FromSeconds(next / perSecond), ct);
                }

                if (elapsed >= duration)
                {
                    return elapsed;
                }

                _ = await timer.WaitForNextTickAsync(ct);
            }
        }
        catch (OperationCanceledException)
        {
            return tally.Now - began;
        }
    }

    private Task SendAsync(int link, DateTime time, CancellationToken ct) => IsAway(devices[link], time) ? Task.CompletedTask : _links[link].SendAsync(time, ct);

    // Returns the time of the devices when their past is told.
    private async Task<DateTime> TellPastAsync(DateTime to, CancellationToken ct)
    {
        var began = tally.Now;
        try
        {
            for (var time = Past!.Value.From; time < to; time += Past.Value.Step)
            {
                for (var link = 0; link < _links.Length; link++)
                {
                    await SendAsync(link, time, ct);
                }

                // In small bites: who has just started the program wants its pages first.
                do
                {
                    await Task.Delay(Tick * 3, ct);
                }
                while (_links.Sum(one => one.WaitingCount) > MostUnanswered);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // What was told stays told.
        }

        return to + (tally.Now - began);
    }

    private async Task WaitForAnswersAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && _links.Any(link => link.WaitingCount > 0))
        {
            await Task.Delay(Tick, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ResendAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(target.Plan.Wait / 20);
        while (await timer.WaitForNextTickAsync(ct))
        {
            foreach (var link in _links)
            {
                link.ResendLate();
            }
        }
    }
}
