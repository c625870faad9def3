using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>How the numbers of one level are written.</summary>
internal sealed record ListLevel(int Start, string Format, string Text, int? RestartAfter, bool IsLegal, string? StyleId)
{
    public static readonly ListLevel Plain = new(1, "decimal", "", null, false, null);

    public static ListLevel Read(GuardedXml xml)
    {
        var level = Plain;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            level = xml.Name switch
            {
                "start" => level with { Start = xml.IntegerAttribute("val") ?? 1 },
                "numFmt" => level with { Format = xml.Attribute("val") ?? "decimal" },
                "lvlText" => level with { Text = xml.Attribute("val") ?? "" },
                "lvlRestart" => level with { RestartAfter = xml.IntegerAttribute("val") },
                "isLgl" => level with { IsLegal = xml.IsOn() },
                "pStyle" => level with { StyleId = xml.Attribute("val") },
                _ => level,
            };
        }

        return level;
    }
}

/// <summary>The pattern that lists share, with its running counts.</summary>
internal sealed class ListPattern
{
    private readonly int?[] _counts = new int?[9];

    public ListLevel[] Levels { get; } = [.. Enumerable.Repeat(ListLevel.Plain, 9)];

    public static ListPattern Read(GuardedXml xml)
    {
        var pattern = new ListPattern();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "lvl" && xml.IntegerAttribute("ilvl") is >= 0 and < 9 and var at)
            {
                pattern.Levels[at] = ListLevel.Read(xml);
            }
        }

        return pattern;
    }

    public int? LevelOfStyle(string? styleId)
    {
        var at = styleId is null ? -1 : Array.FindIndex(Levels, level => level.StyleId == styleId);
        return at < 0 ? null : at;
    }

    /// <summary>Counts one paragraph; deeper levels begin anew unless they say otherwise.</summary>
    public void Count(int at, NumberedList list)
    {
        _counts[at] = _counts[at] is { } count ? unchecked(count + 1) : StartOf(at, list);
        for (var deeper = at + 1; deeper < _counts.Length; deeper++)
        {
            var restartAfter = (list.LevelAt(deeper) ?? Levels[deeper]).RestartAfter;
            if (restartAfter is null || (restartAfter > 0 && at < restartAfter))
            {
                _counts[deeper] = null;
            }
        }
    }

    /// <summary>Returns the count of a level; one that was not counted yet shows its start.</summary>
    public int CountAt(int at, NumberedList list) => _counts[at] ?? StartOf(at, list);

    public void Restart(int at) => _counts[at] = null;

    private int StartOf(int at, NumberedList list) => list.StartAt(at) ?? (list.LevelAt(at) ?? Levels[at]).Start;
}

/// <summary>A list: a pattern, with what it does differently.</summary>
internal sealed class NumberedList
{
    private readonly ListLevel?[] _levels = new ListLevel?[9];
    private readonly int?[] _starts = new int?[9];
    private bool _hasBegun;

    public int PatternId { get; private set; } = -1;

    public static NumberedList Read(GuardedXml xml)
    {
        var list = new NumberedList();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "abstractNumId")
            {
                list.PatternId = xml.IntegerAttribute("val") ?? -1;
            }
            else if (xml.Name == "lvlOverride" && xml.IntegerAttribute("ilvl") is >= 0 and < 9 and var at)
            {
                list.ReadOverride(xml, at);
            }
        }

        return list;
    }

    public ListLevel? LevelAt(int at) => _levels[at];

    public int? StartAt(int at) => _starts[at];

    /// <summary>A list with starts of its own begins anew where it first occurs; else it goes on counting with its pattern.</summary>
    public void RestartOnce(ListPattern pattern)
    {
        for (var at = 0; !_hasBegun && at < _starts.Length; at++)
        {
            if (_starts[at] is not null)
            {
                pattern.Restart(at);
            }
        }

        _hasBegun = true;
    }

    private void ReadOverride(GuardedXml xml, int at)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "startOverride")
            {
                _starts[at] = xml.IntegerAttribute("val");
            }
            else if (xml.Name == "lvl")
            {
                _levels[at] = ListLevel.Read(xml);
            }
        }
    }
}
