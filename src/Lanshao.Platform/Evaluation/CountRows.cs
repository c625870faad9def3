using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>The rows of a table that counts things of several kinds by area, the most first, the district's own figures last.</summary>
internal sealed class CountRows
{
    private readonly TableContext _context;
    private readonly FigureScope? _scope;
    private readonly IReadOnlyList<PlaceRow> _rows;

    private CountRows(TableContext context)
    {
        _context = context;
        var areas = context.Areas.Select(area => (Place: Place.Subdistrict(area.Code), Name: context.PrintedName(area))).ToList();
        _scope = context.Book.MainScope(context.Table.Indicator, areas.Select(area => area.Place), context.Period, context.Table.Basis);
        var cells = areas.ConvertAll(area => new Area(area.Place, area.Name, Count(context.Table.Indicator, area.Place, area.Name)));
        var places = Ranking.Places([.. cells.Select(area => area.Main.Figure)], RankOrder.LargestFirst);
        var ranked = cells.Zip(places).ToList();
        _rows = [.. PrintedOrder.Of(ranked, pair => pair.Second, pair => pair.First.Main.Values.FirstOrDefault()).Select(pair => Row(pair.First.Place, pair.First.Name))];
    }

    public static (IReadOnlyList<PlaceRow> Rows, PlaceRow? Total, FigureScope? Scope) Of(TableContext context)
    {
        var rows = new CountRows(context);
        return (rows._rows, rows.TotalRow(), rows._scope);
    }

    private PlaceRow Row(Place place, string name) =>
        new(place, name, [.. _context.Table.Columns.Select(column => Printed(column.Indicator is { } indicator ? Count(indicator, place, name) : FigureCell.Words(name)))]);

    private PlaceRow? TotalRow()
    {
        if (_context.Table.TotalRow is not { } name)
        {
            return null;
        }

        var cells = _context.Table.Columns.Select((column, at) => column.Indicator is { } indicator ? Total(indicator, at, name) : FigureCell.Words(name));
        return new(Place.District, name, [.. cells.Select(Printed)]);
    }

    /// <summary>The district's own figure, checked against the areas; their sum where nobody published one.</summary>
    private FigureCell Total(string indicator, int at, string name)
    {
        var cell = Count(indicator, Place.District, name);
        return Check(cell, indicator, [.. _rows.Select(row => row.Cells[at])], name, _context.Table.Columns[at].Heading);
    }

    /// <summary>An area's figure, checked against its parts; their sum where nobody published one.</summary>
    private FigureCell Count(string indicator, Place place, string name)
    {
        var definition = _context.Indicators[indicator];
        var stored = _context.Find(indicator, place, _context.Period, _scope);
        var cell = stored?.Number is { } number
            ? FigureCell.Of(Reported.Of(number, definition.Decimals), new FigureOrigin.Stored(stored))
            : _context.NotThere(indicator, stored, _context.Period, name);
        return definition.SumOf.Count == 0 ? cell : Check(cell, indicator, [.. definition.SumOf.Select(part => Count(part, place, name))], name, definition.ShortName);
    }

    private FigureCell Check(FigureCell cell, string indicator, IReadOnlyList<FigureCell> parts, string where, string heading)
    {
        if (parts.Count == 0 || parts.Any(part => part.Number is null))
        {
            return cell;
        }

        var sum = Reported.Of(parts.Sum(part => part.Number!.Value), _context.Indicators[indicator].Decimals);
        if (cell.Figure is not { } shown)
        {
            return FigureCell.Of(sum, new FigureOrigin.Summed([.. parts.SelectMany(part => part.Values)]));
        }

        return shown.Shown == sum.Shown ? cell : cell.With(EvaluationFindings.SumDiffers(heading, shown.ShownText, sum.ShownText, where));
    }

    private FigureCell Printed(FigureCell cell) => _context.Table.ZeroAsBlank ? cell.BlankIfZero() : cell;

    private sealed record Area(Place Place, string Name, FigureCell Main);
}
