using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>A quantity in its clause with the words on both sides taken apart.</summary>
internal sealed class Figure
{
    // 不少于总数的20%, 达到年度任务的50%.
    private static readonly string[] Fillers = ["总数的", "总量的", "总额的", "总面积的", "年度任务的", "全年任务的", "的"];

    private static readonly string[] Lines = ["为控制线", "为控制目标", "为上限", "为目标", "为限"];

    public Figure(Clause clause, Quantity quantity)
    {
        Clause = clause;
        Quantity = quantity;
        var end = quantity.Start;
        if (Array.Find(Fillers, filler => clause.Text.AsSpan(0, end).EndsWith(filler)) is { } found)
        {
            Filler = found;
            end -= found.Length;
        }

        BoundBefore = BoundWords.ReadBefore(clause.Text, end);
        BoundAfter = BoundWords.ReadAfter(clause.Text, quantity.End);
        if (BoundBefore.Length == 0 && quantity.IsRange && BoundAfter.Bound == Bound.ByNature && end > 0 && clause.Text[end - 1] == '在')
        {
            BoundBefore = new BoundReading(Bound.ByNature, false, end - 1, 1);
        }
        else if (BoundBefore.Length == 0 && IsGivenAsLine(end))
        {
            BoundBefore = new BoundReading(Bound.AtMost, false, end - 1, 1);
        }

        Bound = BoundWords.Combine(BoundBefore.Bound, BoundAfter.Bound, quantity.Hedge);
        LeftEnd = BoundBefore.Start;
        RightStart = BoundAfter.Start + BoundAfter.Length;
    }

    public Clause Clause { get; }

    public Quantity Quantity { get; }

    public BoundReading BoundBefore { get; }

    public BoundReading BoundAfter { get; }

    /// <summary>The side that both words together allow.</summary>
    public Bound Bound { get; }

    public string Filler { get; } = "";

    /// <summary>Where the comparing word before the figure begins.</summary>
    public int LeftEnd { get; }

    /// <summary>The place behind the figure and its comparing word.</summary>
    public int RightStart { get; }

    /// <summary>What follows the figure, without a bracket that explains it.</summary>
    public string Right => Clause.Text[AfterBracket(out _)..];

    // 以5吨左右为控制线: the line is named behind the figure.
    private bool IsGivenAsLine(int end) =>
        end > 0 && Clause.Text[end - 1] == '以' && Array.Exists(Lines, Clause.Text[(BoundAfter.Start + BoundAfter.Length)..].StartsWith);

    /// <summary>Whether the statement ends here: nothing follows, or the next one is joined to it.</summary>
    public bool EndsStatement
    {
        get
        {
            var right = Right.TrimStart(' ');
            return right.Length == 0 || Array.Exists(Lines, right.StartsWith) || right[0] is '、' or '，' or '；' or '。' or '且' or '并' or '”'
                || right.StartsWith("以及", StringComparison.Ordinal) || right.StartsWith("其中", StringComparison.Ordinal) || (right[0] is '和' or '及' && right.Length > 3);
        }
    }

    /// <summary>The words of the clause between the last joint (、且) before the figure and its comparing word.</summary>
    public string Left(int from) => Clause.Text[Math.Min(from, LeftEnd)..LeftEnd];

    /// <summary>What a bracket right behind the figure says: the same in another unit, or a condition.</summary>
    public (EquivalentFigure? Equivalent, string? Condition, Quantity? Used) Bracket()
    {
        AfterBracket(out var inside);
        if (inside.Length == 0)
        {
            return default;
        }

        var at = RightStart + 1;
        var same = Clause.Quantities.FirstOrDefault(quantity => quantity.Start >= at && quantity.End <= at + inside.Length);
        return same is not null && same.Length + 2 >= inside.Length && same.Unit != Quantity.Unit
            ? (new EquivalentFigure(same.High, same.Unit.Name), null, same)
            : (null, inside, same);
    }

    private int AfterBracket(out string inside)
    {
        inside = "";
        var text = Clause.Text;
        if (RightStart >= text.Length || text[RightStart] is not ('（' or '('))
        {
            return RightStart;
        }

        var close = text.AsSpan(RightStart).IndexOfAny('）', ')');
        if (close < 0)
        {
            return RightStart;
        }

        inside = text.Substring(RightStart + 1, close - 1);
        return RightStart + close + 1;
    }
}
