using System.Globalization;
using Lanshao.Documents.Language;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Language;

public class DeadlineReaderTests
{
    [Theory]
    [InlineData("年底前", "2022-12-31")]
    [InlineData("6月底前", "2022-06-30")]
    [InlineData("11月15日前", "2022-11-15")]
    [InlineData("2023年3月底前", "2023-03-31")]
    [InlineData("二〇二三年底前", "2023-12-31")]
    [InlineData("次年2月底前", "2023-02-28")]
    [InlineData("6月前", "2022-05-31")]
    [InlineData("9月中旬前", "2022-09-20")]
    [InlineData("三季度末", "2022-09-30")]
    [InlineData("第二季度前", "2022-03-31")]
    [InlineData("2022.6.30前", "2022-06-30")]
    [InlineData("2022-10-15", "2022-10-15")]
    [InlineData("2022/9/30 前", "2022-09-30")]
    [InlineData("年内", "2022-12-31")]
    [InlineData("年中", "2022-06-30")]
    [InlineData("１１月 １５日 前", "2022-11-15")]
    [InlineData("十月底前", "2022-10-31")]
    [InlineData("到2022年底", "2022-12-31")]
    public void Read_ADay_IsBy(string raw, string due) => AssertDeadline(raw, DeadlineKind.By, null, due);

    [Theory]
    [InlineData("6—9月", "2022-06-01", "2022-09-30")]
    [InlineData("6-9月", "2022-06-01", "2022-09-30")]
    [InlineData("6月至9月", "2022-06-01", "2022-09-30")]
    [InlineData("6月1日—9月15日", "2022-06-01", "2022-09-15")]
    [InlineData("11月—次年3月", "2022-11-01", "2023-03-31")]
    [InlineData("11月至3月", "2022-11-01", "2023-03-31")]
    [InlineData("2022年11月—2023年3月", "2022-11-01", "2023-03-31")]
    [InlineData("10月", "2022-10-01", "2022-10-31")]
    [InlineData("上半年", "2022-01-01", "2022-06-30")]
    [InlineData("二季度", "2022-04-01", "2022-06-30")]
    [InlineData("2022年", "2022-01-01", "2022-12-31")]
    [InlineData("全年", "2022-01-01", "2022-12-31")]
    [InlineData("4、5、6月", "2022-04-01", "2022-06-30")]
    public void Read_APeriod_IsWithin(string raw, string from, string due) => AssertDeadline(raw, DeadlineKind.Within, from, due);

    [Theory]
    [InlineData("4月1日起", "2022-04-01")]
    [InlineData("2022年7月起", "2022-07-01")]
    public void Read_ABeginning_IsFrom(string raw, string from) => AssertDeadline(raw, DeadlineKind.From, from, null);

    [Theory]
    [InlineData("即日起")]
    [InlineData("立即")]
    [InlineData("立即整改到位")]
    [InlineData("自印发之日起实施")]
    public void Read_AtOnce_IsFromTheDayOfIssueThatTheWordsDoNotTell(string raw) => AssertDeadline(raw, DeadlineKind.From, null, null);

    [Fact]
    public void Read_AtOnceUntilADay_IsWithin() => AssertDeadline("即日起至年底", DeadlineKind.Within, null, "2022-12-31");

    [Theory]
    [InlineData("春节前", "2022-01-31")]
    [InlineData("2023年春节前", "2023-01-21")]
    [InlineData("次年春节前", "2023-01-21")]
    [InlineData("元宵节前", "2022-02-14")]
    [InlineData("“五一”假期前", "2022-04-30")]
    [InlineData("端午节前", "2022-06-02")]
    [InlineData("中秋节前", "2022-09-09")]
    [InlineData("2025年中秋节前", "2025-10-05")]
    [InlineData("国庆节前", "2022-09-30")]
    [InlineData("元旦前", "2022-12-31")]
    [InlineData("2022年元旦前", "2021-12-31")]
    public void Read_AHoliday_IsTheDayBeforeIt(string raw, string due) => AssertDeadline(raw, DeadlineKind.By, null, due);

    [Theory]
    [InlineData("第一、三季度", "2022-03-31", "2022-09-30", DeadlineKind.Within)]
    [InlineData("一、三季度", "2022-03-31", "2022-09-30", DeadlineKind.Within)]
    [InlineData("第二和第四季度", "2022-06-30", "2022-12-31", DeadlineKind.Within)]
    [InlineData("第一、三季度末前", "2022-03-31", "2022-09-30", DeadlineKind.By)]
    public void Read_ListedQuarters_EachIsDue(string raw, string first, string last, DeadlineKind kind)
    {
        var deadline = DeadlineReader.Read(raw, 2022);

        Assert.Equal((kind, Day(last)), (deadline.Kind, deadline.Due));
        Assert.Equal([Day(first)!.Value], deadline.EarlierDues);
    }

    [Theory]
    [InlineData("长期实施")]
    [InlineData("长期\n实施")]
    [InlineData("全年持续推进")]
    [InlineData("常态化开展")]
    public void Read_WithoutEnd_IsOngoing(string raw) => AssertDeadline(raw, DeadlineKind.Ongoing, null, null);

    [Theory]
    [InlineData("每季度", "每季度")]
    [InlineData("每月报送", "每月")]
    [InlineData("定期", "定期")]
    public void Read_Recurrence_IsOngoingAndKeepsIt(string raw, string recurrence)
    {
        var deadline = DeadlineReader.Read(raw, 2022);

        Assert.Equal((DeadlineKind.Ongoing, recurrence), (deadline.Kind, deadline.Recurrence));
    }

    [Theory]
    [InlineData("按时间节点完成")]
    [InlineData("按照市级要求时限推进")]
    public void Read_TimesThatStandElsewhere_IsMilestones(string raw) => AssertDeadline(raw, DeadlineKind.Milestones, null, null);

    [Theory]
    [InlineData("雨季前", "2022-05-31", "汛期")]
    [InlineData("汛前", "2022-05-31", "汛期")]
    [InlineData("汛期前", "2022-05-31", "汛期")]
    [InlineData("主汛期来临前", "2022-05-31", "汛期")]
    [InlineData("汛期结束前", "2022-09-15", "汛期")]
    [InlineData("采暖季前", "2022-11-14", "采暖季")]
    [InlineData("供暖季前", "2022-11-14", "采暖季")]
    [InlineData("供暖季开始前", "2022-11-14", "采暖季")]
    [InlineData("取暖期结束前", "2023-03-15", "采暖季")]
    [InlineData("春节前", "2022-01-31", "春节")]
    public void Read_ASeason_SaysWhichDaysItAssumed(string raw, string due, string season)
    {
        var deadline = DeadlineReader.Read(raw, 2022);

        Assert.Equal((DeadlineKind.By, DateOnly.Parse(due, CultureInfo.InvariantCulture), season), (deadline.Kind, deadline.Due, deadline.Season));
    }

    [Fact]
    public void Read_SeasonGivenByTheDistrict_UsesItsDays() =>
        Assert.Equal(new DateOnly(2022, 4, 14), DeadlineReader.Read("汛期前", 2022, new Seasons([new Season("汛期", ["汛期"], 4, 15, 10, 15)])).Due);

    [Fact]
    public void Read_TwoDays_TheLastIsDueAndTheEarlierIsKept()
    {
        var deadline = DeadlineReader.Read("6月底前完成清单，10月底前完成整改", 2022);

        Assert.Equal(new DateOnly(2022, 10, 31), deadline.Due);
        Assert.Equal([new DateOnly(2022, 6, 30)], deadline.EarlierDues);
    }

    [Theory]
    [InlineData("尽快")]
    [InlineData("")]
    public void Read_WordsWithoutALimit_IsUnknownAndKeepsThem(string raw)
    {
        var deadline = DeadlineReader.Read(raw, 2022);

        Assert.Equal((DeadlineKind.Unknown, raw), (deadline.Kind, deadline.Raw));
    }

    private static void AssertDeadline(string raw, DeadlineKind kind, string? from, string? due)
    {
        var deadline = DeadlineReader.Read(raw, 2022);

        Assert.Equal((kind, Day(from), Day(due)), (deadline.Kind, deadline.From, deadline.Due));
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
