using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>A cell of a table: what is printed, and everything that stands behind it.</summary>
public sealed record FigureCell
{
    private FigureCell(string text) => Text = text;

    /// <summary>Gets what is printed, without a reason: — where something should stand and does not, empty where a zero is left blank.</summary>
    public string Text { get; private init; }

    /// <summary>Gets the figure; null for words.</summary>
    public Reported? Figure { get; private init; }

    /// <summary>Gets whether the figure is printed with a per cent sign.</summary>
    public bool IsPercent { get; private init; }

    /// <summary>Gets how the figure came about; null for words of the pack.</summary>
    public FigureOrigin? Origin { get; private init; }

    /// <summary>Gets why nothing stands here.</summary>
    public Finding? Missing { get; private init; }

    /// <summary>Gets what a careful clerk would ask about the figure.</summary>
    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>Gets the stored values behind the cell, the shown one first.</summary>
    public IEnumerable<IndicatorValue> Values => Origin?.Values ?? [];

    /// <summary>Gets the number that is printed; null where there is none.</summary>
    public decimal? Number => Figure?.Shown;

    public static FigureCell Words(string text, FigureOrigin? origin = null) => new(text) { Origin = origin };

    public static FigureCell Of(Reported figure, FigureOrigin? origin) => new(figure.ShownText) { Figure = figure, Origin = origin };

    public static FigureCell Percent(Reported figure, FigureOrigin origin) => new(figure.ShownText + "%") { Figure = figure, IsPercent = true, Origin = origin };

    public static FigureCell NotThere(Finding reason) => new("—") { Missing = reason };

    /// <summary>Returns the cell with the printed zero left blank.</summary>
    public FigureCell BlankIfZero() => Number == 0m ? this with { Text = string.Empty } : this;

    public FigureCell With(params IEnumerable<Finding> findings) => this with { Findings = [.. Findings, .. findings] };
}
