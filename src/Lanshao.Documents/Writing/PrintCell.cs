using System.Globalization;

namespace Lanshao.Documents.Writing;

/// <summary>One cell of a <see cref="PrintTable"/>: text, a figure at its printed precision, or a place that a neighbour covers.</summary>
public sealed record PrintCell
{
    /// <summary>A cell without content.</summary>
    public static readonly PrintCell Empty = new([]);

    /// <summary>The cell above covers this place.</summary>
    public static readonly PrintCell Above = new([]) { IsAbove = true };

    /// <summary>The cell on the left covers this place.</summary>
    public static readonly PrintCell Left = new([]) { IsLeft = true };

    private PrintCell(IReadOnlyList<string> paragraphs) => Paragraphs = paragraphs;

    /// <summary>What is printed, one string a paragraph; empty in empty and covered cells.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>The figure, in the unit of the column's heading (per cent for <see cref="IsPercent"/>); <see langword="null"/> for text.</summary>
    public decimal? Shown { get; private init; }

    /// <summary>Decimals that the figure is printed with.</summary>
    public int Decimals { get; private init; }

    /// <summary>Whether the figure is printed with a per cent sign.</summary>
    public bool IsPercent { get; private init; }

    /// <summary>Why there is no figure; <see langword="null"/> where there is one, or where none is expected.</summary>
    public string? Reason { get; private init; }

    /// <summary>Whether the cell above covers this place.</summary>
    public bool IsAbove { get; private init; }

    /// <summary>Whether the cell on the left covers this place.</summary>
    public bool IsLeft { get; private init; }

    /// <summary>What is printed, paragraphs parted by line feeds.</summary>
    public string Text => Paragraphs.Count == 1 ? Paragraphs[0] : string.Join('\n', Paragraphs);

    /// <summary>Makes a cell of text.</summary>
    /// <param name="text">The text; every line becomes a paragraph. <see langword="null"/> or empty for an empty cell.</param>
    /// <returns>The cell.</returns>
    public static PrintCell Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new(SafeText.Lines(text));

    /// <summary>Makes a cell of several paragraphs.</summary>
    /// <param name="paragraphs">The paragraphs in order.</param>
    /// <returns>The cell.</returns>
    public static PrintCell Of(IReadOnlyList<string> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        return paragraphs.Count == 0 ? Empty : new([.. paragraphs.SelectMany(SafeText.Lines)]);
    }

    /// <summary>Makes a cell of a figure that has been rounded already.</summary>
    /// <param name="shown">The figure as printed, in the unit of the column's heading.</param>
    /// <param name="decimals">Decimals to print, 0–10.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="ArgumentException">The figure has more decimals than are to be printed: it was not rounded.</exception>
    public static PrintCell Number(decimal shown, int decimals) => Figure(shown, decimals, string.Empty);

    /// <summary>Makes a cell of a percentage that has been rounded already.</summary>
    /// <param name="shown">The percentage as printed: -7.1 for -7.1%.</param>
    /// <param name="decimals">Decimals to print, 0–10.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="ArgumentException">The figure has more decimals than are to be printed: it was not rounded.</exception>
    public static PrintCell Percent(decimal shown, int decimals) => Figure(shown, decimals, "%");

    /// <summary>Makes the cell of a figure that should be there and is not; a dash is printed.</summary>
    /// <param name="reason">Why it is missing, in words.</param>
    /// <returns>The cell.</returns>
    public static PrintCell Missing(string reason) => new(["—"]) { Reason = reason };

    private static PrintCell Figure(decimal shown, int decimals, string suffix)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 10);
        var printed = shown.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (decimal.Parse(printed, CultureInfo.InvariantCulture) != shown)
        {
            throw new ArgumentException($"The figure {shown} is not rounded to {decimals} decimals.", nameof(shown));
        }

        // A zero that was a small negative figure is printed without its sign.
        printed = shown == 0 ? printed.TrimStart('-') : printed;
        return new([printed + suffix]) { Shown = shown, Decimals = decimals, IsPercent = suffix.Length > 0 };
    }
}
