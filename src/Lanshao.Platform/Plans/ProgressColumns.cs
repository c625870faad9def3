using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans;

/// <summary>The columns of a task table that tell how it went: they belong to the progress, not to the list.</summary>
public static class ProgressColumns
{
    public static bool IsProgress(string heading) => IsText(heading) || IsVerdict(heading) || IsDone(heading);

    /// <summary>二季度进展, 进展情况, 完成情况.</summary>
    public static bool IsText(string heading) =>
        ChineseText.Compact(heading) is var text && (text.Contains("进展", StringComparison.Ordinal) || text.Contains("完成情况", StringComparison.Ordinal) || text.Contains("落实情况", StringComparison.Ordinal));

    /// <summary>是否符合预期.</summary>
    public static bool IsVerdict(string heading) => ChineseText.Compact(heading) is var text && text.Contains("预期", StringComparison.Ordinal);

    /// <summary>是否完成.</summary>
    public static bool IsDone(string heading) => ChineseText.Compact(heading) is var text && text.Contains("是否完成", StringComparison.Ordinal);
}
