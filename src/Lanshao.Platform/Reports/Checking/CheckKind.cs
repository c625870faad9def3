namespace Lanshao.Platform.Reports.Checking;

/// <summary>What kind of contradiction a finding is: the words of the contract of <c>document check</c>.</summary>
public enum CheckKind
{
    Sum,
    Range,
    Rank,
    Order,
    Ratio,
    YearOnYear,
    Rounding,
    Count,
    FigureConflict,
    ClassConflict,
    TargetMissed,
    DateConflict,
    NameVariant,
    Truncated,
    Period,
    Unit,
    Form,
}
