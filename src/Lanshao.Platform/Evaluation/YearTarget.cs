namespace Lanshao.Platform.Evaluation;

/// <summary>A yearly target of an area or the district, handed in by who reads the plans.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Value">The value, in the indicator's unit.</param>
/// <param name="Where">The plan and the number of the measure that sets it.</param>
/// <param name="Condition">A condition such as 扣除沙尘影响; null for none.</param>
public sealed record YearTarget(int Year, decimal Value, string Where, string? Condition)
{
    /// <summary>Gets whether the target itself says that the yearly mean is rounded before it is judged (按取整判定); else it is an exact limit.</summary>
    public bool IsJudgedRounded => Condition?.Contains("取整", StringComparison.Ordinal) == true;
}
