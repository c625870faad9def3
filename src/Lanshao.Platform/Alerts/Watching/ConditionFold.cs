using Lanshao.Platform.Alerts.Rules;

namespace Lanshao.Platform.Alerts.Watching;

/// <summary>Folds the steps of a night into conditions: it must hold for a while to begin and be clear for a while to end. Pure.</summary>
internal sealed class ConditionFold(AlertRule rule, AlertNight night)
{
    private const decimal Millionth = 1_000_000m;
    private const int LongestGap = 2;
    private const int LongestSilence = AlertNight.StepsOfAnHour;
    private const int EvidenceBefore = 6;
    private const int MostEvidence = 60;
    private readonly List<FoundCondition> _found = [];
    private readonly List<Signal> _signals = [];
    private FoundCondition? _open;
    private int? _since;
    private int? _clearSince;
    private int _unknown;

    /// <summary>Returns the conditions of a night.</summary>
    /// <param name="steps">How many steps are over.</param>
    /// <param name="signal">What each step says.</param>
    /// <param name="carried">Since when a condition has held that began before; null for none.</param>
    public IReadOnlyList<FoundCondition> Run(int steps, Func<int, Signal> signal, DateTime? carried)
    {
        if (carried is { } since)
        {
            _open = new(since) { RaisedUtc = since.AddMinutes(rule.Minutes), LastUtc = night.FromUtc };
            _found.Add(_open);
        }

        for (var step = 0; step < steps; step++)
        {
            _signals.Add(signal(step));
            if (_open is null)
            {
                Wait(step);
            }
            else
            {
                GoOn(_open, step);
            }
        }

        return _found;
    }

    private void Wait(int step)
    {
        var (verdict, gap) = (_signals[step].Verdict, _since is not null && _signals[step].Verdict == Verdict.Unknown && ++_unknown <= LongestGap);
        if (verdict != Verdict.Over)
        {
            _since = gap ? _since : null;
            return;
        }

        _unknown = 0;
        _since ??= step;
        if ((step + 1 - _since.Value) * AlertNight.StepMinutes < rule.Minutes)
        {
            return;
        }

        _open = new(night.StartOf(_since.Value)) { RaisedUtc = night.StartOf(step + 1) };
        _found.Add(_open);
        for (var back = _since.Value; back <= step; back++)
        {
            Take(_open, back);
        }

        (_since, _clearSince) = (null, null);
    }

    private void GoOn(FoundCondition open, int step)
    {
        switch (_signals[step].Verdict)
        {
            case Verdict.Over or Verdict.Between:
                Take(open, step);
                (_clearSince, _unknown) = (null, 0);
                break;
            case Verdict.Clear:
                _clearSince ??= step;
                _unknown = 0;
                EndWhen(open, (step + 1 - _clearSince.Value) * AlertNight.StepMinutes >= rule.ClearMinutes, _clearSince.Value);
                break;
            default:
                EndWhen(open, ++_unknown >= LongestSilence, step + 1 - _unknown);
                break;
        }
    }

    private void EndWhen(FoundCondition open, bool isOver, int step)
    {
        if (isOver)
        {
            open.EndUtc = night.StartOf(step);
            (_open, _clearSince, _unknown) = (null, null, 0);
        }
    }

    private void Take(FoundCondition open, int step)
    {
        var signal = _signals[step];
        if (signal.Verdict == Verdict.Over)
        {
            open.LastUtc = night.StartOf(step + 1);
        }

        if (signal.Value is { } value && signal.Limit is not null && (open.Peak is null || value > open.Peak))
        {
            (open.Peak, open.PeakUtc, open.Limit) = (value, night.StartOf(step), signal.Limit);
        }
    }

    /// <summary>Returns the values of a condition and of the half hour before it.</summary>
    public IReadOnlyList<EvidenceStep> EvidenceOf(FoundCondition condition)
    {
        var from = Math.Max(0, night.StepOf(condition.StartUtc) - EvidenceBefore);
        var to = Math.Min(_signals.Count, Math.Max(from, night.StepOf(condition.EndUtc ?? condition.LastUtc) + 1));
        return [.. Enumerable.Range(from, Math.Clamp(to - from, 0, MostEvidence)).Select(step => new EvidenceStep(night.StartOf(step), _signals[step].Value / Millionth, _signals[step].Limit / Millionth))];
    }
}
