using System.Globalization;
using System.Text;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Simulation;
using Xunit;

namespace Lanshao.Libraries.Tests.Hj212;

public class SimulatedDeviceTests
{
    private static readonly DateTime Day = new(2026, 3, 11, 0, 0, 0, DateTimeKind.Unspecified);

    [Theory]
    [InlineData(DeviceKind.Air, "22")]
    [InlineData(DeviceKind.Dust, "39")]
    [InlineData(DeviceKind.Fume, "31")]
    [InlineData(DeviceKind.Water, "21")]
    public void Send_AYearOfEachKind_IsRightAndPlausible(DeviceKind kind, string st)
    {
        var device = new SimulatedDevice(kind, 3, 1, default);

        for (var hour = 0; hour < 8760; hour += 37)
        {
            var time = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour);
            var message = MessageReading.OfSingle(device.Send(time).Bytes.Span, [], time).Message!;

            Assert.Equal((st, "2011", device.Mn, time), (message.St, message.Cn, message.Mn, message.DataTime));
            Assert.True(message.Remarks.Count == 0, string.Join(' ', message.Remarks.Select(r => $"{r.Tolerance} {string.Join(' ', r.Arguments.Values)}")));
            Assert.All(message.Factors.Where(f => f.Value.ContainsKey("Rtd") && f.Key != "a01001"), f => Assert.DoesNotContain('-', f.Value["Rtd"]));
        }
    }

    [Fact]
    public void Send_TheSameSeed_GivesTheSameBytes()
    {
        static string Sent(int seed, int number) => Encoding.ASCII.GetString(new SimulatedDevice(DeviceKind.Air, number, seed, default).Send(Day).Bytes.Span);

        Assert.Equal(Sent(7, 1), Sent(7, 1));
        Assert.NotEqual(Sent(7, 1), Sent(8, 1));
        Assert.NotEqual(Sent(7, 1), Sent(7, 2));
    }

    [Fact]
    public void Send_TwiceAtTheSameTime_NeverRepeatsAQn()
    {
        var device = new SimulatedDevice(DeviceKind.Air, 1, 1, default);

        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => device.Send(Day).Qn).Distinct().Count());
    }

    [Fact]
    public void Mn_OfManyDevices_IsOneEach() => Assert.Equal(
        4000,
        Enum.GetValues<DeviceKind>().SelectMany(kind => Enumerable.Range(0, 1000).Select(n => new SimulatedDevice(kind, n, 1, default).Mn)).Where(mn => mn.Length == 24).Distinct().Count());

    [Fact]
    public void Measure_ManyDays_HaveTheirRushHoursNightsAndMeals()
    {
        Assert.True(Mean(DeviceKind.Air, "a21004", 18) > Mean(DeviceKind.Air, "a21004", 3) * 1.2m, "traffic in the evening");
        Assert.True(Mean(DeviceKind.Air, "a05024", 13) > Mean(DeviceKind.Air, "a05024", 3) * 1.5m, "ozone needs the sun");
        Assert.True(Mean(DeviceKind.Dust, "a34001", 2) > Mean(DeviceKind.Dust, "a34001", 20) * 1.3m, "muck trucks at night");
        Assert.True(Mean(DeviceKind.Fume, "a34041", 19) > Mean(DeviceKind.Fume, "a34041", 4) * 5m, "dinner");
    }

    [Fact]
    public void Measure_ManyKitchens_HaveAFewWithoutPurifier()
    {
        var off = Enumerable.Range(0, 600).Count(n => new SimulatedDevice(DeviceKind.Fume, n, 1, default).Measure(Day.AddHours(19)).Single(v => v.Factor == "SB2").Text == "0");

        Assert.InRange(off, 15, 80);
    }

    [Fact]
    public void Faults_OnRequest_HappenAsOftenAsAsked()
    {
        var device = new SimulatedDevice(DeviceKind.Air, 1, 1, new Faults(0.1, 0.2, 0.3, 0, 0));

        var mishaps = Enumerable.Range(0, 10000).Select(n => device.MishapOf(n)).CountBy(m => m).ToDictionary();

        Assert.InRange(mishaps[Mishap.Dropped], 900, 1100);
        Assert.InRange(mishaps[Mishap.Repeated], 1850, 2150);
        Assert.InRange(mishaps[Mishap.Garbled], 2850, 3150);
    }

    [Fact]
    public void Faults_FlatLineAndDrift_HoldForTheDevice()
    {
        var device = new SimulatedDevice(DeviceKind.Air, 1, 1, new Faults(0, 0, 0, 1, 1));

        Assert.Equal(device.Measure(Day), device.Measure(Day.AddDays(9)));
        Assert.NotEqual(TimeSpan.Zero, device.ClockError);
        device.SetClock();
        Assert.Equal(TimeSpan.Zero, device.ClockError);
    }

    [Theory]
    [InlineData(2061, 3)]
    [InlineData(2051, 16)]
    [InlineData(2031, 0)]
    [InlineData(2041, 0)]
    public void Recall_APeriod_BringsAFrameForEachWholeSpanInIt(int cn, int frames)
    {
        var device = new SimulatedDevice(DeviceKind.Air, 1, 1, default);

        var recalled = device.Recall(cn, Day.Date.AddHours(7.5), Day.Date.AddHours(10));
        var messages = recalled.Select(frame => MessageReading.Of(FrameReader.Read(frame.Bytes.Span, ended: true).Frame, [], null).Message).ToList();

        Assert.Equal(frames, recalled.Count);
        Assert.Equal(recalled.Count, recalled.Select(frame => frame.Qn).Distinct().Count());
        Assert.All(messages, message => Assert.True(decimal.Parse(message!.Factors["a34004"]["Min"], CultureInfo.InvariantCulture) <= decimal.Parse(message.Factors["a34004"]["Avg"], CultureInfo.InvariantCulture)));
    }

    private static decimal Mean(DeviceKind kind, string factor, int hour) => Enumerable.Range(0, 28)
        .SelectMany(day => Enumerable.Range(0, 5).Select(n => new SimulatedDevice(kind, n, 1, default).Measure(Day.AddDays(day).AddHours(hour))))
        .Select(values => decimal.Parse(values.Single(v => v.Factor == factor).Text, CultureInfo.InvariantCulture)).Average();
}
