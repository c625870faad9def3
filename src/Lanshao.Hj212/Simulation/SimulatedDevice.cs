using System.Buffers;
using System.Globalization;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Writing;

namespace Lanshao.Hj212.Simulation;

/// <summary>One device that does not exist: what it would measure at any time, and the message it would send. The same seed and number give the same device and the same days.</summary>
/// <param name="kind">What it is.</param>
/// <param name="number">Which of its kind, from 0.</param>
/// <param name="seed">The seed of the whole district.</param>
/// <param name="faults">What goes wrong.</param>
public sealed class SimulatedDevice(DeviceKind kind, int number, int seed, Faults faults)
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEF");
    private const int MostRecalled = 1_000;
    private const int MomentsAPeriod = 6;
    private readonly DistrictDay _day = new((ulong)seed);
    private readonly ulong _own = ((ulong)(uint)seed << 32) | ((ulong)kind << 24) | (uint)number;
    private DateTime _lastQn;
    private bool _isClockSet;

    /// <summary>Gets the password of all simulated devices.</summary>
    public static string Password => "123456";

    /// <summary>Gets what it is.</summary>
    public DeviceKind Kind => kind;

    /// <summary>Gets its MN: 24 hexadecimal digits that begin with 5A, so that nobody takes it for a device.</summary>
    public string Mn { get; } = string.Create(CultureInfo.InvariantCulture, $"5A00{(int)kind + 1:X2}{(uint)seed & 0xFFFFFF:X6}{number:X12}");

    /// <summary>Returns the kind of simulated device that an MN is of; null of every other MN.</summary>
    /// <param name="mn">The MN.</param>
    public static DeviceKind? KindOf(string mn)
    {
        ArgumentNullException.ThrowIfNull(mn);
        return mn.Length == 24 && mn.StartsWith("5A00", StringComparison.Ordinal) && !mn.AsSpan().ContainsAnyExcept(HexDigits)
            && int.TryParse(mn.AsSpan(4, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var kind) && Enum.IsDefined((DeviceKind)(kind - 1))
            ? (DeviceKind)(kind - 1)
            : null;
    }

    /// <summary>Gets how far its clock is ahead, or behind.</summary>
    public TimeSpan ClockError => !_isClockSet && IsOneOf(faults.Drift, 91) ? TimeSpan.FromSeconds(Math.Floor(3600 * (Noise.Uniform(_own, 92, 0) - 0.5))) : TimeSpan.Zero;

    /// <summary>Gets the system code of its kind.</summary>
    public string St => kind switch { DeviceKind.Air => "22", DeviceKind.Dust => "39", DeviceKind.Fume => "31", _ => "21" };

    /// <summary>Returns what it measures.</summary>
    /// <param name="time">Beijing time.</param>
    public IReadOnlyList<SimulatedValue> Measure(DateTime time)
    {
        var at = IsOneOf(faults.FlatLine, 93) ? time.Date.AddDays(1 - time.DayOfYear) : time;
        return kind switch
        {
            DeviceKind.Air => Air(at),
            DeviceKind.Dust => Dust(at),
            DeviceKind.Fume => Fume(at),
            _ => Water(at),
        };
    }

    /// <summary>Returns the frame of real-time data, version 2017, that wants an answer; its QN is never one that this device used before.</summary>
    /// <param name="time">Beijing time, by the right clock.</param>
    public SimulatedFrame Send(DateTime time)
    {
        var own = time + ClockError;
        _lastQn = own > _lastQn ? Milliseconds(own) : _lastQn.AddMilliseconds(1);
        var head = new MessageHead(_lastQn, St, 2011, Password, Mn, MessageFlag.Of(ProtocolVersion.V2017, wantsAnswer: true));
        var values = Measure(time).Select(v => v.ToString());
        var content = string.Create(CultureInfo.InvariantCulture, $"DataTime={own:yyyyMMddHHmmss};{string.Join(';', values)}");
        return new(FrameWriter.Write(head, content), Mn, _lastQn.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture), "2011");
    }

    /// <summary>Returns the frames with which it answers a query of its past: means, least and most of what it would have measured; none of a period that it does not keep.</summary>
    /// <param name="cn">2051, 2061 or 2031.</param>
    /// <param name="begin">Beijing time, inclusive.</param>
    /// <param name="end">Beijing time, inclusive.</param>
    public IReadOnlyList<SimulatedFrame> Recall(int cn, DateTime begin, DateTime end)
    {
        var step = cn switch { 2051 => TimeSpan.FromMinutes(10), 2061 => TimeSpan.FromHours(1), 2031 => TimeSpan.FromDays(1), _ => TimeSpan.Zero };
        var frames = new List<SimulatedFrame>();
        if (step > TimeSpan.Zero)
        {
            var first = new DateTime((begin.Ticks + step.Ticks - 1) / step.Ticks * step.Ticks, DateTimeKind.Unspecified);
            for (var time = first; time <= end && frames.Count < MostRecalled; time += step)
            {
                frames.Add(Recall(cn, time, step, end));
            }
        }

        return frames;
    }

    /// <summary>Puts its clock right, as a centre's 1012 does.</summary>
    public void SetClock() => _isClockSet = true;

    /// <summary>Returns what goes wrong with a message.</summary>
    /// <param name="message">The number of the device's message, from 0.</param>
    public Mishap MishapOf(long message)
    {
        var luck = Noise.Uniform(_own, message, 94);
        return luck < faults.Drop ? Mishap.Dropped
            : luck < faults.Drop + faults.Repeat ? Mishap.Repeated
            : luck < faults.Drop + faults.Repeat + faults.Garbage ? Mishap.Garbled
            : Mishap.None;
    }

    private SimulatedFrame Recall(int cn, DateTime time, TimeSpan step, DateTime now)
    {
        _lastQn = now > _lastQn ? Milliseconds(now) : _lastQn.AddMilliseconds(1);
        var moments = Enumerable.Range(0, MomentsAPeriod).SelectMany(moment => Measure(time + (step * moment / MomentsAPeriod)));
        var means = moments.Where(value => value.Sub == "Rtd").GroupBy(value => value.Factor).Select(Mean);
        var head = new MessageHead(_lastQn, St, cn, Password, Mn, MessageFlag.Of(ProtocolVersion.V2017, wantsAnswer: true));
        var content = string.Create(CultureInfo.InvariantCulture, $"DataTime={time:yyyyMMddHHmmss};{string.Join(';', means)}");
        return new(FrameWriter.Write(head, content), Mn, _lastQn.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture), cn.ToString(CultureInfo.InvariantCulture));
    }

    private static string Mean(IGrouping<string, SimulatedValue> values)
    {
        var numbers = values.Select(value => decimal.Parse(value.Text, CultureInfo.InvariantCulture)).ToList();
        var mean = numbers.Average();
        return string.Create(CultureInfo.InvariantCulture, $"{values.Key}-Min={numbers.Min()},{values.Key}-Avg={mean:F3},{values.Key}-Max={numbers.Max()},{values.Key}-Flag=N");
    }

    private static DateTime Milliseconds(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Unspecified);

    private SimulatedValue[] Air(DateTime time)
    {
        var (haze, calm, traffic) = (_day.Haze(time), 2.2 / (1.2 + _day.WindMps(time)), DistrictDay.Traffic(time));
        var fine = ((26 + (26 * DistrictDay.Winter(time))) * haze * calm) + (9 * traffic);
        var dioxide = ((24 + (14 * DistrictDay.Winter(time))) * calm) + (26 * traffic);
        return
        [
            Value("a34004", fine, 1, 0.06),
            Value("a34002", (fine * 1.35) + (14 * traffic) + 12, 1, 0.07),
            Value("a21026", 3 + (4 * DistrictDay.Winter(time) * haze), 1, 0.1),
            Value("a21004", dioxide, 1, 0.08),
            Value("a21005", 0.3 + (fine / 110) + (0.3 * traffic), 2, 0.06),
            Value("a05024", Math.Max(4, 30 + (150 * DistrictDay.Sun(time)) - dioxide), 1, 0.06),
            Value("a01001", _day.TemperatureC(time), 1, 0.01),
            Value("a01002", _day.HumidityPercent(time), 1, 0.02),
            Value("a01007", _day.WindMps(time), 1, 0.15),
            WindDirection(time),
        ];

        SimulatedValue Value(string factor, double value, int decimals, double spread) => Own(factor, value, decimals, spread, time);
    }

    private SimulatedValue[] Dust(DateTime time)
    {
        var washed = 1 / (1 + (2 * _day.RainMmPerHour(time)));
        var dug = DistrictDay.Building(time) * washed;
        var coarse = (60 * _day.Haze(time) * washed) + (220 * dug * (0.5 + Noise.Uniform(_own, 95, 0)));
        return
        [
            Own("a34001", coarse, 0, 0.15, time),
            Own("a34002", 20 + (coarse * 0.55), 0, 0.12, time),
            Own("a34004", 10 + (coarse * 0.22), 0, 0.1, time),
            Own("LA", 46 + (22 * DistrictDay.Building(time)) + (5 * DistrictDay.Traffic(time)), 1, 0.04, time),
            Own("a01001", _day.TemperatureC(time), 1, 0.01, time),
            Own("a01002", _day.HumidityPercent(time), 1, 0.02, time),
            Own("a01007", _day.WindMps(time), 1, 0.2, time),
            WindDirection(time),
        ];
    }

    // One purifier in fifteen is off while the kitchen works: that is what the devices are for.
    private SimulatedValue[] Fume(DateTime time)
    {
        var busy = DistrictDay.Meals(time);
        var isCooking = busy > 0.08;
        var isCleaning = isCooking && Noise.Uniform(_own, time.Date.Ticks / TimeSpan.TicksPerDay, 96) > 1.0 / 15;
        var raised = busy * (3.2 + (2.4 * Noise.Uniform(_own, 97, 0)));
        return
        [
            Own("a34041", 0.05 + (raised * (isCleaning ? 0.14 : 1)), 2, 0.2, time),
            Own("a24088", 0.3 + (raised * 0.5), 2, 0.15, time),
            Own("a01012", 18 + (0.3 * _day.TemperatureC(time)) + (16 * busy), 1, 0.02, time),
            new("SB1", "RS", isCooking ? "1" : "0", null),
            new("SB2", "RS", isCleaning ? "1" : "0", null),
        ];
    }

    private SimulatedValue[] Water(DateTime time)
    {
        var rain = _day.RainMmPerHour(time) + _day.RainMmPerHour(time.AddHours(-4));
        var temperature = Math.Max(1.5, (0.7 * _day.TemperatureC(time.Date.AddHours(12))) + 4);
        var oxygen = 13.5 - (0.24 * temperature) + (1.2 * DistrictDay.Sun(time));
        return
        [
            Own("w01010", temperature, 1, 0.01, time),
            Own("w01001", 7.7 + (0.3 * DistrictDay.Sun(time)), 2, 0.005, time),
            Own("w01009", oxygen, 2, 0.02, time),
            Own("w01014", 620 - (60 * Math.Min(3, rain)), 0, 0.02, time),
            Own("w01003", 8 + (25 * rain), 1, 0.15, time),
            Own("w01019", 3.4 + (0.9 * rain), 1, 0.06, time),
            Own("w21003", 0.28 + (0.35 * rain), 3, 0.1, time),
            Own("w21011", 0.09 + (0.06 * rain), 3, 0.08, time),
            Own("w21001", 4.2 + (0.8 * rain), 2, 0.05, time),
        ];
    }

    private SimulatedValue WindDirection(DateTime time)
    {
        var degrees = (int)(360 + _day.WindDegrees(time) + (25 * Noise.Smooth(_own, time.Ticks / (double)TimeSpan.TicksPerHour, 90))) % 360;
        return new("a01008", "Rtd", degrees.ToString(CultureInfo.InvariantCulture), 'N');
    }

    // Each place differs from the next by a steady share, and from itself by a wandering one; one reading in three hundred is under maintenance.
    private SimulatedValue Own(string factor, double value, int decimals, double spread, DateTime time)
    {
        var channel = factor[^1] + (factor[^2] * 31);
        var steady = 1 + (spread * 2 * (Noise.Uniform(_own, 98, channel) - 0.5));
        var wandering = 1 + (spread * Noise.Smooth(_own, time.Ticks / (double)(TimeSpan.TicksPerMinute * 7), channel));
        var isMaintained = Noise.Uniform(_own, time.Ticks / TimeSpan.TicksPerHour, 99) < 1.0 / 300;
        return new(factor, "Rtd", (value * steady * wandering).ToString("F" + decimals, CultureInfo.InvariantCulture), isMaintained ? 'M' : 'N');
    }

    private bool IsOneOf(double share, int channel) => Noise.Uniform(_own, channel, channel) < share;
}
