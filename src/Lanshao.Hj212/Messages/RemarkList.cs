using System.Collections.Frozen;

namespace Lanshao.Hj212.Messages;

/// <summary>Gathers remarks; a thousand of one kind in one hostile frame stay a few.</summary>
internal sealed class RemarkList
{
    private const int MostOfOneKind = 20;
    private readonly List<Remark> _remarks = [];

    public void Add(ToleranceSet tolerances)
    {
        foreach (var tolerance in Enum.GetValues<Tolerance>())
        {
            if (tolerances.Has(tolerance))
            {
                Add(tolerance);
            }
        }
    }

    public void Add(Tolerance tolerance, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        if (_remarks.Count(r => r.Tolerance == tolerance) >= (arguments.IsEmpty ? 1 : MostOfOneKind))
        {
            return;
        }

        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            named[name] = value;
        }

        _remarks.Add(new Remark(tolerance, named.ToFrozenDictionary(StringComparer.Ordinal)));
    }

    /// <summary>Adds a remark unless the same one is there.</summary>
    public void AddOnce(Tolerance tolerance, (string Name, string Value) about, (string Name, string Value) more)
    {
        if (!_remarks.Exists(r => r.Tolerance == tolerance && r.Arguments.GetValueOrDefault(about.Name) == about.Value))
        {
            Add(tolerance, about, more);
        }
    }

    public IReadOnlyList<Remark> InOrder() => [.. _remarks.OrderBy(r => r.Tolerance)];
}
