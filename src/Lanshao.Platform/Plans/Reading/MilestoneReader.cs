using System.Buffers;
using System.Globalization;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Reads the due days inside a measure's text and holds them against its deadline: earlier is a milestone, later is a question.</summary>
internal sealed class MilestoneReader(PlanContext context, FindingLog log, RowPlace place, Deadline deadline)
{
    private const int LongestQuote = 100;
    private const int LongestMonthList = 40;
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。；！？,;");

    private static readonly string[] Doing = ["完成", "启动", "开展", "印发", "实施", "组织", "建成", "报送", "上报", "提交", "召开", "举办", "发布", "公布", "投入", "各"];

    /// <summary>Tells whether a date in a text is a day until which something is due, and not a period that is merely named.</summary>
    public static bool IsDue(string text, DateMention date) => date.Kind switch
    {
        DeadlineKind.By => true,
        DeadlineKind.Within => IsMonth(date) && IsFollowedByDoing(text, date.End),
        _ => false,
    };

    public List<MilestoneReading> Read(IReadOnlyList<string> paragraphs, MeasureCells cells)
    {
        var milestones = deadline.EarlierDues.Select(due => new MilestoneReading(due, deadline.Raw) { Origin = cells.Deadline! }).ToList();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var text = ChineseText.ToHalfWidth(paragraphs[i]);
            foreach (var date in context.DatesIn(text).Where(date => IsDue(text, date)))
            {
                Add(milestones, date, QuoteOf(text, date), cells.Paragraphs[i]);
            }
        }

        return milestones;
    }

    public void AskAboutDeadline(bool hasMilestones)
    {
        if (deadline.Season is { } season)
        {
            AskAboutSeason(season, deadline.Due, deadline.Raw);
        }

        switch (deadline.Kind)
        {
            case DeadlineKind.Unknown when deadline.Raw.Length == 0:
                log.Add("PLAN-025", Severity.Note, place, null);
                break;
            case DeadlineKind.Unknown:
                log.Add("PLAN-023", Severity.Warning, place, deadline.Raw, ("deadline", deadline.Raw));
                break;
            case DeadlineKind.Milestones when !hasMilestones:
                log.Add("PLAN-022", Severity.Note, place, deadline.Raw, ("deadline", deadline.Raw));
                break;
            default:
                break;
        }
    }

    private void Add(List<MilestoneReading> milestones, DateMention date, string quote, Origin origin)
    {
        var due = date.Due!.Value;
        if (due > deadline.Due)
        {
            // A day of a later year is an outlook, not a slip.
            log.Add("PLAN-020", due.Year == context.Year ? Severity.Error : Severity.Warning, place, quote, ("deadline", deadline.Raw), ("text", quote));
            return;
        }

        if (due == deadline.Due)
        {
            return;
        }

        milestones.Add(new MilestoneReading(due, quote) { Origin = origin });
        if (date.Season is { } season)
        {
            AskAboutSeason(season, due, quote);
        }

        if (deadline.Kind == DeadlineKind.Milestones)
        {
            log.Add("PLAN-021", Severity.Warning, place, quote, ("deadline", deadline.Raw), ("text", quote), ("due", DayOf(due)));
        }
    }

    private void AskAboutSeason(string season, DateOnly? due, string quote) =>
        log.Add("PLAN-024", Severity.Note, place, quote, ("season", season), ("due", due is { } day ? DayOf(day) : "—"), ("text", quote));

    private static bool IsMonth(DateMention date) => date.From is { Day: 1 } from && date.Due is { } due && due.Month == from.Month && due.Year == from.Year;

    // 6月、10月各开展一次: what is done follows, other months may stand between.
    private static bool IsFollowedByDoing(string text, int at)
    {
        var end = Math.Min(text.Length, at + LongestMonthList);
        while (at < end && (text[at] is '、' or '和' or '月' || char.IsAsciiDigit(text[at])))
        {
            at++;
        }

        var rest = text.AsSpan(at);
        foreach (var word in Doing)
        {
            if (rest.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    private static string QuoteOf(string text, DateMention date)
    {
        // 6月底前，完成…: a date that stands alone says nothing without the next clause.
        var isAlone = date.End < text.Length && text[date.End] == '，';
        var from = isAlone ? date.End + 1 : date.End;
        var end = text.AsSpan(from, Math.Min(text.Length - from, LongestQuote)).IndexOfAny(ClauseEnds) is >= 0 and var found ? found + from - date.End : -1;
        var length = (end < 0 ? text.Length : date.End + end) - date.Start;
        return text.Substring(date.Start, Math.Min(length, LongestQuote));
    }

    private static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
