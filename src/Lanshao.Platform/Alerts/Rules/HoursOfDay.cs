using System.Globalization;

namespace Lanshao.Platform.Alerts.Rules;

/// <summary>Times of the civil day: <c>20:00-06:00</c>, several parted by blanks; a span may cross midnight.</summary>
public sealed class HoursOfDay : IEquatable<HoursOfDay>
{
    private const int MinutesADay = 24 * 60;
    private readonly IReadOnlyList<(int From, int To)> _spans;

    private HoursOfDay(IReadOnlyList<(int From, int To)> spans) => _spans = spans;

    /// <summary>The whole day.</summary>
    public static HoursOfDay Always { get; } = new([]);

    public bool IsAlways => _spans.Count == 0;

    /// <summary>Reads the printed form; an empty text is the whole day.</summary>
    public static bool TryParse(string? text, out HoursOfDay hours)
    {
        hours = Always;
        var spans = new List<(int From, int To)>();
        foreach (var word in (text ?? string.Empty).Replace('—', '-').Replace('～', '-').Split([' ', '，', ',', '、', '；', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Split('-') is not [var first, var last] || MinuteOf(first) is not { } from || MinuteOf(last) is not { } to || from == to)
            {
                return false;
            }

            spans.Add((from, to));
        }

        hours = new(spans);
        return true;
    }

    /// <summary>Returns whether a minute of the civil day lies in one of the spans.</summary>
    public bool Holds(DateTime civil)
    {
        var minute = (civil.Hour * 60) + civil.Minute;
        return IsAlways || _spans.Any(span => span.From < span.To ? minute >= span.From && minute < span.To : minute >= span.From || minute < span.To);
    }

    /// <summary>Gets the spans as sentences print them; <see cref="ToString"/> writes them as they are typed.</summary>
    public string Words => ToString().Replace('-', '—').Replace(' ', '、');

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', _spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.From / 60:00}:{span.From % 60:00}-{span.To / 60:00}:{span.To % 60:00}")));

    public bool Equals(HoursOfDay? other) => other is not null && _spans.SequenceEqual(other._spans);

    public override bool Equals(object? obj) => Equals(obj as HoursOfDay);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static int? MinuteOf(string text) =>
        text.Split(':', '：') is [var hour, var minute]
        && int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var h) && int.TryParse(minute, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && m < 60 && (h * 60) + m <= MinutesADay
            ? (h * 60) + m
            : null;
}
