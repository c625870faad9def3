using Lanshao.Platform.Monitoring;
using Lanshao.Standards;

namespace Lanshao.Platform.Alerts.Watching;

/// <summary>What a device said of one factor in each step of a night: the mean of the valid values of the finest kind that there are, in millionths.</summary>
internal sealed class StepSeries
{
    private readonly Step[] _steps = new Step[AlertNight.Steps];

    /// <summary>Gets the last step in which anything came; -1 for none.</summary>
    public int Last => Array.FindLastIndex(_steps, step => step.IsHeard);

    /// <summary>Gets the first step in which anything came; -1 for none.</summary>
    public int First => Array.FindIndex(_steps, step => step.IsHeard);

    /// <summary>Returns the mean of a step; null where there is no valid value.</summary>
    public long? Mean(int step) => step >= 0 && _steps[step] is { Count: > 0 } known ? (long)Rounding.HalfEven(known.Sum / (decimal)known.Count, 0) : null;

    /// <summary>Returns whether anything came in a step, valid or not.</summary>
    public bool IsHeard(int step) => _steps[step].IsHeard;

    /// <summary>Forgets everything from a step on.</summary>
    public void Clear(int from) => Array.Clear(_steps, Math.Clamp(from, 0, _steps.Length), _steps.Length - Math.Clamp(from, 0, _steps.Length));

    /// <summary>Puts a value into the steps that it covers, those from <paramref name="from"/> on.</summary>
    /// <param name="first">The first step that it covers.</param>
    /// <param name="count">How many it covers.</param>
    /// <param name="from">The first step that is taken.</param>
    /// <param name="span">What it is a value of.</param>
    /// <param name="number">The value; null for one that does not count.</param>
    /// <param name="isReported">Whether the device said so itself: a table that was handed in is no sign of life.</param>
    public void Put(int first, int count, int from, ReadingSpan span, long? number, bool isReported)
    {
        for (var step = Math.Max(first, Math.Max(0, from)); step < Math.Min(first + count, _steps.Length); step++)
        {
            _steps[step] = _steps[step].With(span, number, isReported);
        }
    }

    private readonly record struct Step(bool IsHeard, ReadingSpan Span, long Sum, int Count)
    {
        // A moment tells more of five minutes than a mean of ten, and that more than one of an hour.
        public Step With(ReadingSpan span, long? number, bool isReported)
        {
            var isHeard = IsHeard || isReported;
            return number is not { } value ? this with { IsHeard = isHeard }
                : Count == 0 || span < Span ? new(isHeard, span, value, 1)
                : span == Span ? new(isHeard, span, Sum + value, Count + 1)
                : this with { IsHeard = isHeard };
        }
    }
}
