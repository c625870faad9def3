using System.Globalization;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Monitoring.Checks;

/// <summary>Finds what is noticeable in a line of hours. Pure: the same hours and rule give the same marks.</summary>
/// <param name="rule">The rule, with the device's own range.</param>
/// <param name="line">The hours; those before the ones asked for give the checks their past.</param>
public sealed class HourChecker(HourCheckRule rule, HourLine line)
{
    private const int ValuesTold = 6;

    /// <summary>Returns the marks that touch the hours asked for, by time.</summary>
    /// <param name="from">The place of the first hour asked for.</param>
    /// <param name="known">The place behind the last hour that is over: what is to come is not missing.</param>
    /// <param name="median">Returns the median of the other stations at an hour, in millionths; null where there are too few.</param>
    /// <param name="isAway">Returns whether the device was reported as closed or under repair at an hour.</param>
    public IReadOnlyList<HourMark> Find(int from, int known, Func<int, long?> median, Func<DateTime, bool> isAway)
    {
        var marks = new List<HourMark>();
        for (var hour = from; hour < line.Means.Length; hour++)
        {
            if (line.Means[hour] is { } mean)
            {
                marks.AddRange(new[] { Range(hour, mean), Jump(hour, mean), Beside(hour, mean, median) }.OfType<HourMark>());
            }
        }

        marks.AddRange(Runs(from, hour => hour < known && !line.IsThere[hour] && !isAway(line.FirstUtc.AddHours(hour)), Missing));
        marks.AddRange(Flat(from));
        return [.. marks.OrderBy(mark => mark.StartUtc).ThenBy(mark => mark.Kind)];
    }

    private static string Text(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Text(long millionths) => Text(millionths / HourCheckRule.Millionths);

    private static bool IsOver(long apart, decimal limit) => Math.Abs(apart) > limit * HourCheckRule.Millionths;

    private HourMark? Range(int hour, long mean)
    {
        var value = mean / HourCheckRule.Millionths;
        return value < rule.Low || value > rule.High
            ? Mark(HourCheckKind.Range, hour, 1, "MON-070", ("value", Text(value)), ("low", rule.Low is { } low ? Text(low) : "—"), ("high", rule.High is { } high ? Text(high) : "—"))
            : null;
    }

    private HourMark? Jump(int hour, long mean) =>
        rule.Jump is { } limit && hour > 0 && line.Means[hour - 1] is { } before && IsOver(mean - before, limit)
            ? Mark(HourCheckKind.Jump, hour, 1, "MON-071", ("before", Text(before)), ("value", Text(mean)), ("difference", Text(mean - before)), ("limit", Text(limit)))
            : null;

    private HourMark? Beside(int hour, long mean, Func<int, long?> median)
    {
        if (rule is not { BesideBy: { } by, BesideTimes: { } times } || median(hour) is not { } others || !IsOver(mean - others, by))
        {
            return null;
        }

        var (less, more) = (Math.Min(mean, others), Math.Max(mean, others));
        return more >= times * less
            ? Mark(HourCheckKind.Beside, hour, 1, "MON-073", ("value", Text(mean)), ("median", Text(others)), ("difference", Text(mean - others)), ("limit", Text(by)), ("times", Text(times)))
            : null;
    }

    private HourMark Missing(int first, int hours) => Mark(HourCheckKind.Missing, first, hours, "MON-074", ("hours", Text((decimal)hours)));

    // The longest stretches whose values lie within the tolerance; each hour belongs to one of them.
    private IEnumerable<HourMark> Flat(int from)
    {
        if (rule.FlatHours is not { } least)
        {
            yield break;
        }

        for (var first = 0; first < line.Means.Length;)
        {
            var end = EndOfFlat(first);
            if (end - first >= least && end > from)
            {
                yield return Flat(first, end - first);
            }

            first = Math.Max(end, first + 1);
        }
    }

    private int EndOfFlat(int first)
    {
        var (end, least, most) = (first, long.MaxValue, long.MinValue);
        for (; end < line.Means.Length && line.Means[end] is { } mean && mean >= rule.FlatFrom * HourCheckRule.Millionths; end++)
        {
            (least, most) = (Math.Min(least, mean), Math.Max(most, mean));
            if (IsOver(most - least, rule.FlatWithin))
            {
                break;
            }
        }

        return end;
    }

    private HourMark Flat(int first, int hours)
    {
        var values = line.Means.Skip(first).Take(hours).OfType<long>().Distinct().Take(ValuesTold).Select(Text);
        return Mark(HourCheckKind.Flat, first, hours, rule.FlatWithin == 0 ? "MON-127" : "MON-072", ("hours", Text((decimal)hours)), ("values", string.Join('、', values)), ("least", Text((decimal)rule.FlatHours!.Value)), ("within", Text(rule.FlatWithin)));
    }

    private IEnumerable<HourMark> Runs(int from, Func<int, bool> isIn, Func<int, int, HourMark> mark)
    {
        for (var hour = from; hour < line.Means.Length; hour++)
        {
            var first = hour;
            while (hour < line.Means.Length && isIn(hour))
            {
                hour++;
            }

            if (hour > first)
            {
                yield return mark(first, hour - first);
            }
        }
    }

    private HourMark Mark(HourCheckKind kind, int hour, int hours, string code, params (string Name, string Text)[] arguments)
    {
        var named = arguments.Append(("factor", rule.Name)).Append(("unit", rule.Unit)).ToDictionary(argument => argument.Item1, argument => argument.Item2);
        return new(kind, rule.Factor, line.FirstUtc.AddHours(hour), hours, new Finding(code, Severity.Warning, named));
    }
}
