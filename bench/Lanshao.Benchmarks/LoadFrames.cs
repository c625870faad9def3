using System.Globalization;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Simulation;
using Lanshao.Hj212.Writing;
using Lanshao.Platform.Foundation;

namespace Lanshao.Benchmarks;

/// <summary>Frames of simulated air devices with ten values, made cheaply enough not to be what is measured: the values of one moment, a time and a QN of their own.</summary>
internal sealed class LoadFrames(int number)
{
    private static readonly DateTime Now = ChinaTime.CivilOf(ChinaTime.NowUtc(TimeProvider.System));
    private static readonly DateTime Begin = Now.AddTicks(-(Now.Ticks % TimeSpan.TicksPerSecond));
    private static readonly SimulatedDevice Model = new(DeviceKind.Air, 0, 1, default);
    private static readonly string Values = string.Join(';', Model.Measure(Begin).Select(value => value.ToString()));
    private readonly string _mn = new SimulatedDevice(DeviceKind.Air, number, 1, default).Mn;

    /// <summary>How many readings a frame gives.</summary>
    public static int ValuesAFrame { get; } = Model.Measure(Begin).Count;

    /// <summary>Returns the device's frame of a moment.</summary>
    /// <param name="sinceBegin">The data's time, whole seconds from the start of the program.</param>
    /// <param name="message">Which of the device's messages it is: each has a QN of its own.</param>
    public byte[] Frame(TimeSpan sinceBegin, int message)
    {
        var head = new MessageHead(Begin.AddMilliseconds(message), "22", 2011, SimulatedDevice.Password, _mn, MessageFlag.Of(ProtocolVersion.V2017, wantsAnswer: true));
        return FrameWriter.Write(head, string.Create(CultureInfo.InvariantCulture, $"DataTime={Begin + sinceBegin:yyyyMMddHHmmss};{Values}"));
    }
}
