using Lanshao.Platform.Foundation;

namespace Lanshao.Shell.Tables;

/// <summary>A cell: what every form of the table (page, print, Word, Excel, CSV, picture) says the same way.</summary>
public sealed record Cell
{
    private Cell(string text) => Text = text;

    /// <summary>Gets the text as printed; of several lines, with line breaks.</summary>
    public string Text { get; private init; }

    /// <summary>Gets the value behind a figure, for sorting and for typed cells of Excel.</summary>
    public decimal? Number { get; private init; }

    /// <summary>Gets why there is no value; such a cell prints as —.</summary>
    public string? MissingReason { get; private init; }

    /// <summary>Gets whether the text is one of the state words.</summary>
    public bool IsState { get; private init; }

    public string? Href { get; private init; }

    public HowComputed? How { get; private init; }

    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>Gets a short remark beside the text, screen only: 展开自“各街道”.</summary>
    public string? Note { get; private init; }

    /// <summary>Gets the cell that stays blank on purpose: 空白即0, 打印留空.</summary>
    public static Cell Blank { get; } = new(string.Empty);

    public static Cell Of(string? text) => new(text ?? string.Empty);

    /// <summary>Returns a cell of several lines, such as agencies in the order of the source.</summary>
    public static Cell Lines(IEnumerable<string> lines) => new(string.Join('\n', lines));

    /// <summary>Returns a figure.</summary>
    /// <param name="shown">Exactly as printed, rounded already.</param>
    /// <param name="number">The same as a number.</param>
    public static Cell Figure(string shown, decimal? number) => new(shown) { Number = number };

    public static Cell Whole(long number) => new($"{number}") { Number = number };

    /// <summary>Returns the mark for a value that is not there.</summary>
    /// <param name="reason">Why, as a clerk would say it: 未导入市级排名 …</param>
    public static Cell Missing(string reason) => new("—") { MissingReason = reason };

    public static Cell State(string word) => new(word) { IsState = true };

    public static Cell Of(IReadOnlyList<Finding> findings) => new(string.Empty) { Findings = findings };

    public Cell LinkedTo(string href) => this with { Href = href };

    public Cell Explained(HowComputed how) => this with { How = how };

    public Cell Noted(string? note) => this with { Note = note };

    /// <summary>Returns the cell with a number to sort by, for ordered words: deadlines, ranks, official order.</summary>
    public Cell Ordered(decimal number) => this with { Number = number };
}
