using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Shell.Tables;

/// <summary>A cell: the printed one, which Word, Excel and CSV say too, and what only a screen adds to it.</summary>
public sealed record Cell
{
    private Cell(PrintCell print) => Print = print;

    /// <summary>Gets what is printed.</summary>
    public PrintCell Print { get; }

    /// <summary>Gets the text as printed; of several lines, with line feeds.</summary>
    public string Text => Print.Text;

    /// <summary>Gets what the cell is sorted by; null sorts to the end.</summary>
    public decimal? Order { get; private init; }

    /// <summary>Gets whether the text is one of the state words.</summary>
    public bool IsState { get; private init; }

    public string? Href { get; private init; }

    public HowComputed? How { get; private init; }

    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>Gets a short remark beside the text, on the screen only: 由“各街道”展开.</summary>
    public string? Note { get; private init; }

    /// <summary>Gets the cell that stays blank on purpose: 空白即0, 打印留空.</summary>
    public static Cell Blank { get; } = new(PrintCell.Empty);

    /// <summary>Gets the place that the cell above covers; such a table is shown in its own order only.</summary>
    public static Cell Above { get; } = new(PrintCell.Above);

    /// <summary>Returns a cell as the printed tables have it.</summary>
    public static Cell Of(PrintCell print) => new(print) { Order = print.Shown };

    /// <summary>Returns a cell of text; every line of it stands on its own line.</summary>
    public static Cell Of(string? text) => new(PrintCell.Of(text));

    public static Cell Of(IReadOnlyList<string> lines) => new(PrintCell.Of(lines));

    /// <summary>Returns the figure as it is shown, with exactly its decimals.</summary>
    public static Cell Of(Reported figure) => Number(figure.Shown, figure.Decimals);

    /// <summary>Returns a figure that has been rounded already.</summary>
    public static Cell Number(decimal shown, int decimals) => Of(PrintCell.Number(shown, decimals));

    /// <summary>Returns a percentage that has been rounded already: -7.1 for -7.1%.</summary>
    public static Cell Percent(decimal shown, int decimals) => Of(PrintCell.Percent(shown, decimals));

    public static Cell Whole(long number) => Number(number, 0);

    /// <summary>Returns a day as 2024-06-30, sorted as a day.</summary>
    public static Cell Day(DateOnly day) => Of($"{day:yyyy-MM-dd}").Ordered(day.DayNumber);

    /// <summary>Returns the mark for a value that is not there.</summary>
    /// <param name="reason">Why, as a clerk would say it: 未导入市级排名 …</param>
    public static Cell Missing(string reason) => new(PrintCell.Missing(reason));

    /// <summary>Returns one of the state words of <see cref="StateWords"/>.</summary>
    public static Cell State(string word) => Of(word) with { IsState = true };

    /// <summary>Returns what a clerk is asked to check; exported as sentences.</summary>
    public static Cell Of(IReadOnlyList<Finding> findings) =>
        Of([.. findings.Select(finding => ErrorTexts.Sentence(finding))]) with { Findings = findings };

    public Cell LinkedTo(string href) => this with { Href = href };

    public Cell Explained(HowComputed? how) => this with { How = how };

    public Cell Noted(string? note) => this with { Note = note };

    /// <summary>Returns the cell with a number to sort by, for ordered words: deadlines, ranks, official order.</summary>
    public Cell Ordered(decimal number) => this with { Order = number };
}
