namespace Lanshao.Shell;

/// <summary>One difference between two versions of a thing.</summary>
/// <param name="Subject">What changed, as printed: 附件2第5项第2条.</param>
/// <param name="Field">Which of its fields: 完成时限.</param>
/// <param name="Before">The earlier text; null where it is new.</param>
/// <param name="After">The later text; null where it is withdrawn.</param>
public sealed record Difference(string Subject, string Field, string? Before, string? After)
{
    private const int WholeBelow = 8;

    /// <summary>Gets the heading under which this and its neighbours stand: the task; null for none.</summary>
    public string? Group { get; init; }

    public string Word => (Before, After) switch
    {
        (null, _) => "新增",
        (_, null) => "已撤销",
        _ => "有修改",
    };

    /// <summary>Returns what both texts share in front and behind, and what each has of its own between. Short texts and numbers are not torn apart.</summary>
    public (string Front, string Old, string New, string Back) Parts()
    {
        var (before, after) = (Before ?? string.Empty, After ?? string.Empty);
        var shortest = Math.Min(before.Length, after.Length);
        if (Math.Max(before.Length, after.Length) <= WholeBelow)
        {
            return (string.Empty, before, after, string.Empty);
        }

        var front = 0;
        while (front < shortest && before[front] == after[front])
        {
            front++;
        }

        while (front > 0 && IsInsideNumber(before, front) | IsInsideNumber(after, front))
        {
            front--;
        }

        var back = 0;
        while (back < shortest - front && before[^(back + 1)] == after[^(back + 1)])
        {
            back++;
        }

        while (back > 0 && IsInsideNumber(before, before.Length - back) | IsInsideNumber(after, after.Length - back))
        {
            back--;
        }

        return (before[..front], before[front..^back], after[front..^back], before[(before.Length - back)..]);
    }

    private static bool IsInsideNumber(string text, int at) => at > 0 && at < text.Length && IsDigit(text[at - 1]) && IsDigit(text[at]);

    private static bool IsDigit(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '%' || char.IsSurrogate(character);
}
