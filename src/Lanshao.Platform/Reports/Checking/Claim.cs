using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>A figure of running text with what it is the figure of.</summary>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Figure">The number.</param>
/// <param name="Before">The words before it in its clause, made comparable: 环卫车电动化比例.</param>
/// <param name="After">The words behind its unit: 公共建筑节能绿色化改造.</param>
/// <param name="Span">The days that it is about.</param>
/// <param name="IsGoal">Whether it is aimed at, not reached.</param>
/// <param name="IsDated">Whether the sentence or its table names the days, not only the document.</param>
internal sealed record Claim(Sentence Sentence, Figure Figure, string Before, string After, DaySpan? Span, bool IsGoal, bool IsDated)
{
    /// <summary>The amount that a share or a change is of: the 3.6 of 新建管网3.6公里，占年度任务的52%; null where the figure stands for itself.</summary>
    public Figure? Of { get; init; }

    /// <summary>The figure with the words around it.</summary>
    public Spot Spot => Sentence.Spot;

    /// <summary>The figure as printed.</summary>
    public string Printed => Sentence.Text[Figure.Start..Figure.End];
}
