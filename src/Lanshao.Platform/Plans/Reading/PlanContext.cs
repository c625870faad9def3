using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>What every part of one reading knows: the year, the place, the names of the district and its seasons.</summary>
internal sealed record PlanContext(int? Year, string? Place, NameBook Names, Seasons Seasons)
{
    // Without a year no day can be named; any year serves to recognise the words.
    private const int AnyYear = 2000;

    public int YearOrAny => Year ?? AnyYear;

    /// <summary>The day by which names are resolved: plans are issued in the first months of their year.</summary>
    public DateOnly? On => Year is { } year ? new DateOnly(year, 3, 31) : null;

    public Deadline ReadDeadline(string raw)
    {
        var deadline = DeadlineReader.Read(raw, YearOrAny, Seasons);
        return Year is null ? deadline with { From = null, Due = null, EarlierDues = [] } : deadline;
    }

    public IReadOnlyList<DateMention> DatesIn(string text) => Year is null ? [] : DateMentions.FindAll(text, YearOrAny, Seasons);
}
