namespace Lanshao.Documents.Language;

/// <summary>A list of units as a cell or a bracket gives it.</summary>
/// <param name="Names">The units, in the order as printed.</param>
/// <param name="More">Whether the list ends in 等, 等部门 or 等相关部门.</param>
/// <param name="IsNobody">Whether the place says that there is nobody (——, 无).</param>
public sealed record NameListReading(IReadOnlyList<ListedName> Names, bool More, bool IsNobody);

/// <summary>One unit of a list.</summary>
/// <param name="Text">The name; a bracket that belongs to it included.</param>
/// <param name="Note">How it was made out of what is printed.</param>
/// <param name="Printed">What is printed where it differs: the names run together, or the name with its lines.</param>
public sealed record ListedName(string Text, NameNote Note = NameNote.AsPrinted, string? Printed = null);

/// <summary>How a name was made out of what is printed.</summary>
public enum NameNote
{
    /// <summary>It stands there so.</summary>
    AsPrinted,

    /// <summary>It was broken over lines.</summary>
    Joined,

    /// <summary>It ran together with its neighbour: a separator is missing.</summary>
    Parted,

    /// <summary>Its end or beginning seems to be missing.</summary>
    CutOff,
}
