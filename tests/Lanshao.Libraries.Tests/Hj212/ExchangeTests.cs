using System.Text;
using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Messages;
using Xunit;

namespace Lanshao.Libraries.Tests.Hj212;

public class ExchangeTests
{
    private const string Qn = "20160801085857223";
    private const string Mn = "010000A8900016F000169DC0";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("Flag=5;CP=&&DataTime=20160801080000&&", 2011, 9014)]
    [InlineData("Flag=4;CP=&&DataTime=20160801080000&&", 2011, 0)]
    [InlineData("CP=&&DataTime=20160801080000&&", 2011, 0)]
    [InlineData("Flag=5;CP=&&&&", 1013, 9013)]
    [InlineData("Flag=9;CP=&&&&", 9015, 9013)]
    [InlineData("Flag=5;CP=&&&&", 9014, 0)]
    [InlineData("Flag=5;CP=&&&&", 9012, 0)]
    public void For_AMessage_GetsTheAnswerOfItsKindAndAnswersGetNone(string rest, int cn, int answer) =>
        Assert.Equal(answer, Answers.For(new Segment(Encoding.ASCII.GetBytes($"QN={Qn};ST=32;CN={cn};PW=123456;MN={Mn};{rest}"))));

    [Theory]
    [InlineData(5, 4)]
    [InlineData(9, 8)]
    [InlineData(7, 4)]
    public void Write_ToData_CarriesWhatItAnswersAndTheVersion(int sent, int answered)
    {
        var buffer = new byte[300];
        var segment = new Segment(Encoding.ASCII.GetBytes($"QN={Qn};ST=32;CN=2011;PW=123456;MN={Mn};Flag={sent};CP=&&DataTime=20160801080000&&"));

        var length = Answers.Write(segment, Answers.ToData, buffer);

        var message = MessageReading.OfSingle(buffer.AsSpan(0, length), []).Message!;
        Assert.Equal($"QN={Qn};ST=91;CN=9014;PW=123456;MN={Mn};Flag={answered}", string.Join(';', message.Header.Select(f => $"{f.Key}={f.Value}")));
        Assert.Empty(message.Remarks);
    }

    [Fact]
    public void Write_ToData_AllocatesNothing()
    {
        var buffer = new byte[300];
        var bytes = Encoding.ASCII.GetBytes($"QN={Qn};ST=32;CN=2011;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20160801080000&&");
        _ = Answers.Write(new Segment(bytes), Answers.ToData, buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();

        _ = Answers.Write(new Segment(bytes), Answers.ToData, buffer);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Take_RequestAcceptedAndDone_EndsWell()
    {
        var exchange = new Exchange(Qn, isRequest: true, ResendPlan.Standard, TimeSpan.Zero);

        Assert.True(exchange.Take(Answer(9011, "QnRtn=1"), Second));
        Assert.Equal(ExchangeStep.Accepted, exchange.Step);
        Assert.True(exchange.Take(Answer(9012, "ExeRtn=1"), Second * 2));

        Assert.Equal((ExchangeStep.Done, RequestResult.Ready, ExecutionResult.Done), (exchange.Step, exchange.Request, exchange.Execution));
    }

    [Theory]
    [InlineData("QnRtn=3", RequestResult.WrongPassword)]
    [InlineData("QnRtn=x", RequestResult.None)]
    public void Take_RequestRefused_IsOver(string content, RequestResult result)
    {
        var exchange = new Exchange(Qn, isRequest: true, ResendPlan.Standard, TimeSpan.Zero);

        _ = exchange.Take(Answer(9011, content), Second);

        Assert.Equal((ExchangeStep.Refused, result), (exchange.Step, exchange.Request));
    }

    [Fact]
    public void Turn_NobodyAnswers_ResendsThreeTimesAndGivesUp()
    {
        var exchange = new Exchange(Qn, isRequest: false, ResendPlan.Standard, TimeSpan.Zero);

        var turns = Enumerable.Range(1, 50).Select(s => (s, exchange.Turn(Second * s))).Where(t => t.Item2 != ExchangeTurn.Wait).Take(4);

        Assert.Equal([(10, ExchangeTurn.Resend), (20, ExchangeTurn.Resend), (30, ExchangeTurn.Resend), (40, ExchangeTurn.Over)], turns);
        Assert.Equal(ExchangeStep.Silent, exchange.Step);
        Assert.False(exchange.Take(Answer(9014, string.Empty), Second * 60));
    }

    [Fact]
    public void Hear_OfAnAcceptedRequest_WaitsAnewForItsResult()
    {
        var exchange = new Exchange(Qn, isRequest: true, ResendPlan.Standard, TimeSpan.Zero);
        exchange.Hear(Second * 5);
        Assert.Equal(ExchangeTurn.Resend, exchange.Turn(Second * 10));
        _ = exchange.Take(Answer(9011, "QnRtn=1"), Second * 11);

        exchange.Hear(Second * 20);

        Assert.Equal(ExchangeTurn.Wait, exchange.Turn(Second * 29));
        Assert.Equal(ExchangeTurn.Over, exchange.Turn(Second * 30));
    }

    [Fact]
    public void Turn_AfterTheRequestWasAccepted_IsNotSentAgain()
    {
        var exchange = new Exchange(Qn, isRequest: true, ResendPlan.Standard, TimeSpan.Zero);
        _ = exchange.Take(Answer(9011, "QnRtn=1"), Second);

        Assert.Equal(ExchangeTurn.Wait, exchange.Turn(Second * 10));
        Assert.Equal(ExchangeTurn.Over, exchange.Turn(Second * 11));
        Assert.Equal(ExchangeStep.Silent, exchange.Step);
    }

    [Fact]
    public void Take_AnAnswerToAnotherMessage_ChangesNothing()
    {
        var exchange = new Exchange("20160801085857999", isRequest: false, ResendPlan.Standard, TimeSpan.Zero);

        Assert.False(exchange.Take(Answer(9014, string.Empty), Second));
        Assert.Equal(ExchangeStep.Sent, exchange.Step);
    }

    [Fact]
    public void Take_ResendsAndOtherContent_AreToldApart()
    {
        var filter = new ResendFilter(2);

        Assert.Equal(Novelty.New, filter.Take(Data(Qn, "a34004-Rtd=1")));
        Assert.Equal(Novelty.Resend, filter.Take(Data(Qn, "a34004-Rtd=1")));
        Assert.Equal(Novelty.Conflict, filter.Take(Data(Qn, "a34004-Rtd=2")));
        Assert.Equal(Novelty.New, filter.Take(Data("20160801085857224", "a34004-Rtd=1")));
        Assert.Equal(Novelty.New, filter.Take(Data("20160801085857225", "a34004-Rtd=1")));
        Assert.Equal(Novelty.New, filter.Take(Data(Qn, "a34004-Rtd=1")));
    }

    [Theory]
    [InlineData("DataTime=20160801080000;w00000-Cou=63.0,w00000-Flag=N", "DataTime=20160801080000;w01018-Cou=63.0", "DataTime=20160801080000;w00000-Cou=63.0,w00000-Flag=N;w01018-Cou=63.0")]
    [InlineData("DataTime=20160801080000;w00000-Cou=63.0", "w01018-Cou=63.0", "DataTime=20160801080000;w00000-Cou=63.0;w01018-Cou=63.0")]
    [InlineData("DataTime=20160801080000;w00000-Cou=6", "3.0,w01018-Cou=1", "DataTime=20160801080000;w00000-Cou=63.0,w01018-Cou=1")]
    [InlineData("DataTime=20160801080000;w00000-C", "ou=63.0", "DataTime=20160801080000;w00000-Cou=63.0")]
    [InlineData("DataTime=20160801080000;w00000-Cou=63.0,", "w00000-Flag=N", "DataTime=20160801080000;w00000-Cou=63.0,w00000-Flag=N")]
    public void Take_TwoParts_InAnyOrder_GiveTheWhole(string first, string second, string whole)
    {
        var (forward, backward) = (new PartMerger(10, Second * 30), new PartMerger(10, Second * 30));

        Assert.Equal([2], forward.Take(Part(1, first), Second)!.Missing);
        Assert.Equal(whole, Encoding.ASCII.GetString(forward.Take(Part(2, second), Second)!.Content!));
        Assert.Equal(0, forward.Waiting);

        if (second.StartsWith("DataTime", StringComparison.Ordinal))
        {
            _ = backward.Take(Part(2, second), Second);
            Assert.Equal(whole, Encoding.ASCII.GetString(backward.Take(Part(1, first), Second)!.Content!));
        }
    }

    [Fact]
    public void GiveUp_APartNeverCame_SaysWhich()
    {
        var merger = new PartMerger(10, Second * 30);
        _ = merger.Take(Part(2, "DataTime=20160801080000;w00000-Cou=63.0"), Second);

        Assert.Empty(merger.GiveUp(Second * 31));
        var lost = Assert.Single(merger.GiveUp(Second * 32));

        Assert.Equal((Mn, "2061", "20160801080000", 1), (lost.Mn, lost.Cn, lost.DataTime, Assert.Single(lost.Missing)));
        Assert.Equal(0, merger.Waiting);
    }

    [Fact]
    public void Take_SetsWithoutEnd_StayWithinTheirNumber()
    {
        var merger = new PartMerger(10, Second * 30);

        for (var i = 0; i < 1000; i++)
        {
            _ = merger.Take(Part(1, $"DataTime=2016080108{i:D4};w00000-Cou=63.0"), Second * i);
        }

        Assert.Equal(10, merger.Waiting);
    }

    [Fact]
    public void Answer_ToADeviceThatAsksForTheTime_NamesItsInstrument()
    {
        var segment = new Segment("QN=20160801085857223;ST=32;CN=1013;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&& PolId=w01018&&"u8);

        Assert.Equal(new Request(1012, "PolId=w01018;SystemTime=20160801085857"), ClockCheck.Answer(segment, new DateTime(2016, 8, 1, 8, 58, 57, DateTimeKind.Unspecified)));
        Assert.Equal(TimeSpan.FromMilliseconds(-777), ClockCheck.Drift(segment, new DateTime(2016, 8, 1, 8, 58, 58, DateTimeKind.Unspecified)));
    }

    [Fact]
    public void Requests_OfTheStandard_HaveItsContent()
    {
        var (begin, end) = (new DateTime(2016, 8, 1, 8, 0, 0, DateTimeKind.Unspecified), new DateTime(2016, 8, 1, 9, 0, 0, DateTimeKind.Unspecified));

        Assert.Equal("OverTime=5;ReCount=3", Request.SetTimeouts(5, 3).Content);
        Assert.Equal("RtdInterval=30", Request.SetRealtimeInterval(30).Content);
        Assert.Equal("NewPW=654321", Request.SetPassword("654321").Content);
        Assert.Equal(new Request(2061, "BeginTime=20160801080000;EndTime=20160801090000"), Request.QueryHistory(HistoryPeriod.Hours, begin, end));
        Assert.Equal("PolId=w01018;SystemTime=20160801080000", Request.SetClock(begin, "w01018").Content);
    }

    [Fact]
    public void Requests_OutOfTheirRange_AreNotMade()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Request.SetRealtimeInterval(29));
        Assert.Throws<ArgumentOutOfRangeException>(() => Request.SetMinuteInterval(7));
        Assert.Throws<ArgumentException>(() => Request.SetPassword("12&&56"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Request.SetTimeouts(0, 3));
    }

    private static Segment Answer(int cn, string content) => new(Encoding.ASCII.GetBytes($"QN={Qn};ST=91;CN={cn};PW=123456;MN={Mn};Flag=4;CP=&&{content}&&"));

    private static Segment Data(string qn, string content) => new(Encoding.ASCII.GetBytes($"QN={qn};ST=22;CN=2011;PW=123456;MN={Mn};Flag=5;CP=&&{content}&&"));

    private static Segment Part(int number, string content) =>
        new(Encoding.ASCII.GetBytes($"QN=2016080108585722{number};ST=32;CN=2061;PW=123456;MN={Mn};Flag=7;PNUM=2;PNO={number};CP=&&{content}&&"));
}
