using System.Globalization;

namespace Lanshao.Platform.Monitoring;

/// <summary>Decides hour by hour what the store would hold after a table, and counts what became of each.</summary>
/// <param name="corrects">Whether the table corrects what earlier imports brought; else the first stays.</param>
internal sealed class HourMerge(bool corrects)
{
    private int _added;
    private int _changed;
    private int _same;
    private int _different;
    private int _reported;

    /// <summary>Gets how many values were decided.</summary>
    public int Count => _added + _changed + _same + _different + _reported;

    /// <summary>Returns the counts of values, as arguments of the finding that tells them.</summary>
    public Dictionary<string, string> Counts(int duplicates, int ignored, int rejected) => new()
    {
        ["values"] = Text(Count),
        ["added"] = Text(_added),
        ["changed"] = Text(_changed),
        ["same"] = Text(_same),
        ["different"] = Text(_different),
        ["reported"] = Text(_reported),
        ["duplicates"] = Text(duplicates),
        ["ignored"] = Text(ignored),
        ["rejected"] = Text(rejected),
        ["corrects"] = corrects ? "1" : "0",
    };

    /// <summary>Decides an hour: what a device reported stays, and what an import brought unless the table corrects it.</summary>
    public decimal? Decide(decimal value, decimal? imported, bool isReported)
    {
        if (isReported)
        {
            _reported++;
            return null;
        }

        if (imported is not { } before)
        {
            _added++;
            return value;
        }

        if (before == value)
        {
            _same++;
            return before;
        }

        (_changed, _different) = corrects ? (_changed + 1, _different) : (_changed, _different + 1);
        return corrects ? value : before;
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
