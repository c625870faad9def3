using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Alerts.Places;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Alerts;

/// <summary>Runs the rules over what the derivation has made of the journal. It reads behind the derivation's mark and never in its way; its own mark moves in the transaction of what it found, so that a run that was killed is simply repeated. Late data recompute the nights that they touch.</summary>
public sealed class AlertEvaluation(MonitoringStores stores, TimeProvider clock)
{
    internal const string MarkName = "alerts";
    private const int FramesTogether = 2000;
    private const int MostNightsBack = 35;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);
    private readonly Dictionary<int, DateTime> _touched = [];
    private PlaceEvaluation? _places;
    private NightData? _tonight;
    private string _readFor = string.Empty;
    private long _seen = -1;

    /// <summary>Gets the yearly targets that the rules about remaining limits look at; none where nobody reads the plans.</summary>
    public ReadTargets Targets { get; init; } = (_, _, _, _) => Task.FromResult<Func<string, Place, YearTarget?>>((_, _) => null);

    /// <summary>Evaluates until it is stopped.</summary>
    public async Task RunAsync(ILogger log, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                _ = await RunOnceAsync(ct);
            }
            catch (Exception stumble) when (!ct.IsCancellationRequested && Trouble.Of(stumble) is { } trouble)
            {
                AlertLog.TriesAgain(log, trouble.Code, stumble);
                Forget();
            }

            await Task.Delay(Idle, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Works off everything that was derived and judges what is over by now; returns how many alerts are new.</summary>
    public async Task<int> RunOnceAsync(CancellationToken ct)
    {
        await using var db = stores.Business.NewContext();
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return 0;
        }

        var (rules, nowUtc) = (pack.Value.Read(AlertRules.Part), ChinaTime.NowUtc(clock));
        rules = rules with { All = [.. rules.All.Where(rule => rule.IsEnabled)] };
        var kinds = rules.All.SelectMany(rule => rule.Devices).ToHashSet();
        var devices = (await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null && device.Tier != StationTier.Simulated).OrderBy(device => device.Number).ToListAsync(ct)).FindAll(device => kinds.Contains(device.Kind) && device.IsOpenOn(ChinaTime.DayOf(nowUtc)));
        var before = _seen < 0 ? await MarkAsync(db, ct) : _seen;
        var seen = await SeeAsync(devices, before, ct);
        var news = await new HourNews(db).SeeAsync(devices, _touched, ct);
        var scope = new Scope(rules, devices, pack.Value, nowUtc);
        var found = 0;
        foreach (var night in Nights(nowUtc))
        {
            found += await NightAsync(scope, night, night == AlertNight.Of(nowUtc) ? seen : before, ct);
        }

        await HourNews.MoveAsync(db, news, clock, ct);
        found += await (_places ??= new(stores, Targets, clock)).RunAsync(db, rules, pack.Value, nowUtc, ct);
        _touched.Clear();
        _seen = seen;
        return found;
    }

    /// <summary>Returns how far the journal was seen, as it is stored.</summary>
    public static Task<long> MarkAsync(LanshaoContext db, CancellationToken ct) =>
        db.Set<AlertMark>().AsNoTracking().Where(mark => mark.Name == MarkName).Select(mark => mark.Seq).SingleOrDefaultAsync(ct);

    private void Forget()
    {
        (_tonight, _places, _seen) = (null, null, -1);
        _touched.Clear();
    }

    /// <summary>Notes since when each device has something new, up to the derivation's mark; returns that mark.</summary>
    private async Task<long> SeeAsync(List<Device> devices, long from, CancellationToken ct)
    {
        await using var series = stores.Series.NewContext();
        await using var journal = stores.Journal.NewContext();
        var to = await MonitoringQueries.MarkAsync(series, ct);
        var numbers = devices.ToDictionary(device => device.Mn, device => device.Number, StringComparer.Ordinal);
        for (var at = from; at < to;)
        {
            var frames = await journal.Set<JournalFrame>().AsNoTracking().Where(frame => frame.Seq > at && frame.Seq <= to).OrderBy(frame => frame.Seq).Take(FramesTogether)
                .Select(frame => new { frame.Seq, frame.Mn, frame.Bytes, frame.ReceivedUtc }).ToListAsync(ct);
            if (frames.Count == 0)
            {
                break;
            }

            foreach (var frame in frames)
            {
                if (numbers.TryGetValue(frame.Mn, out var number) && TimeOf(frame.Bytes) is { } startUtc && (!_touched.TryGetValue(number, out var known) || startUtc < known))
                {
                    _touched[number] = startUtc;
                }
            }

            at = frames[^1].Seq;
        }

        return Math.Max(from, to);
    }

    private static DateTime? TimeOf(byte[] bytes)
    {
        var reading = FrameReader.Read(bytes, ended: true);
        var fields = new Segment(reading.Status == FrameStatus.Frame ? reading.Frame.Segment : default).Fields;
        while (fields.Read())
        {
            if (fields.Name.SequenceEqual("DataTime"u8))
            {
                return ProtocolTime.TryReadLoosely(fields.Value, out var time) && time.Year > 1990 ? ChinaTime.InstantOf(time) : null;
            }
        }

        return null;
    }

    /// <summary>Returns the nights to judge: those that something new reaches into, and tonight.</summary>
    private IEnumerable<AlertNight> Nights(DateTime nowUtc)
    {
        var tonight = AlertNight.Of(nowUtc);
        var first = _touched.Count == 0 ? tonight : AlertNight.Of(_touched.Values.Min());
        if (first.On < tonight.On.AddDays(-MostNightsBack))
        {
            first = new(tonight.On.AddDays(-MostNightsBack));
        }

        // What was open when the program last stopped is judged to its end: the night before is looked at on every start.
        first = _tonight is null && first.On == tonight.On ? tonight.Before : first;
        for (var night = first; night.On <= tonight.On; night = night.Next)
        {
            yield return night;
        }
    }

    private async Task<int> NightAsync(Scope scope, AlertNight night, long seen, CancellationToken ct)
    {
        // The mark moves with the last night: who was killed before it judges all of them again.
        await using var series = stores.Series.NewContext();
        var isTonight = night == AlertNight.Of(scope.NowUtc);
        var factors = scope.Rules.All.SelectMany(rule => rule.Factors).Distinct().ToList();
        var data = isTonight && _tonight is { } kept && kept.Night == night && _readFor == scope.Key(factors) ? kept : null;
        if (data is null)
        {
            data = new NightData(night);
            await data.ReadAsync(series, scope.Devices, factors, night.FromUtc, ct);
        }
        else
        {
            foreach (var since in scope.Devices.Where(device => _touched.ContainsKey(device.Number)).GroupBy(device => night.StepOf(_touched[device.Number])))
            {
                await data.ReadAsync(series, [.. since], factors, night.StartOf(since.Key), ct);
            }
        }

        foreach (var rule in scope.Rules.All.Where(rule => rule.Kind == RuleKind.NightSpike))
        {
            await data.ReadUsualAsync(series, [.. scope.Devices.Where(device => rule.Devices.Contains(device.Kind))], rule.Factor, rule.Days, ct);
        }

        (_tonight, _readFor) = isTonight ? (data, scope.Key(factors)) : (_tonight, _readFor);
        return await new AlertWriter(stores.Business, scope.Rules, scope.Pack, clock).WriteAsync(data, scope.Devices, scope.NowUtc, seen, ct);
    }

    private sealed record Scope(AlertRules Rules, IReadOnlyList<Device> Devices, Pack Pack, DateTime NowUtc)
    {
        // What was read is kept as long as the same is asked.
        public string Key(IEnumerable<string> factors) => $"{Pack.Revision}/{Devices.Count}/{(Devices.Count == 0 ? 0 : Devices[^1].Number)}/{string.Join(' ', factors)}";
    }
}

/// <summary>What the room writes into the log.</summary>
internal static partial class AlertLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Alert rules cannot go on ({Code}) and try again.")]
    public static partial void TriesAgain(ILogger log, string code, Exception stumble);
}
