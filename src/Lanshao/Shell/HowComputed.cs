namespace Lanshao.Shell;

/// <summary>怎么算的: inputs, exclusions, edition and clause, rounding, when computed; one line each.</summary>
/// <param name="Figure">The figure that it explains, as printed.</param>
/// <param name="Lines">What is said, by its name: 输入, 剔除, 依据, 修约, 计算时间.</param>
/// <param name="SourceHref">Where the inputs can be looked at; null for none.</param>
public sealed record HowComputed(string Figure, IReadOnlyList<(string Name, string Text)> Lines, string? SourceHref = null);
