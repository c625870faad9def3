using System.Globalization;

namespace Lanshao.Documents.Language;

/// <summary>The holidays that time limits count from (春节前, 国庆节前), those of the lunar calendar computed for each year.</summary>
internal static class Festivals
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    private static readonly Festival[] All =
    [
        new("元旦", ["元旦节", "元旦"], year => new DateOnly(year, 1, 1)),
        new("春节", ["农历新年", "春节"], year => OfLunar(year, 1, 1)),
        new("元宵节", ["元宵节"], year => OfLunar(year, 1, 15)),
        new("劳动节", ["“五一”", "五一劳动节", "五一节", "五一", "劳动节"], year => new DateOnly(year, 5, 1)),
        new("端午节", ["端午节", "端午"], year => OfLunar(year, 5, 5)),
        new("中秋节", ["中秋节", "中秋"], year => OfLunar(year, 8, 15)),
        new("国庆节", ["“十一”", "国庆节", "国庆"], year => new DateOnly(year, 10, 1)),
    ];

    /// <summary>Reads a holiday that counts as a limit: 前 or 假期前 follows.</summary>
    public static DatePart? Read(ReadOnlySpan<char> text, int start, int year, bool hasYear)
    {
        foreach (var festival in All)
        {
            foreach (var word in festival.Words)
            {
                if (DateWords.At(text, start, word) && EndOf(text, start + word.Length) is { } end)
                {
                    // 元旦前 without a year is the end of the plan's year, and not its first day.
                    var day = festival.DayOf(year + (hasYear || festival.Name != "元旦" ? 0 : 1));
                    return new DatePart(day, day, IsPoint: false, end, hasYear || !festival.Moves ? null : festival.Name);
                }
            }
        }

        return null;
    }

    private static int? EndOf(ReadOnlySpan<char> text, int at)
    {
        foreach (var word in (ReadOnlySpan<string>)["假期", "假日", "放假", "来临", "到来"])
        {
            at += DateWords.At(text, at, word) ? word.Length : 0;
        }

        return DateWords.At(text, at, "前") || DateWords.At(text, at, "之前") || DateWords.At(text, at, "以前") ? at : null;
    }

    // A leap month before it moves a month's number on by one.
    private static DateOnly OfLunar(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    private sealed record Festival(string Name, string[] Words, Func<int, DateOnly> DayOf)
    {
        // Of one that lies in the first weeks of the year, the next year's may be meant.
        public bool Moves => Name is "春节" or "元宵节";
    }
}
