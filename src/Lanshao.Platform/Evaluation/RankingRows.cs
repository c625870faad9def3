using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>The rows of a table that ranks areas.</summary>
internal sealed class RankingRows
{
    private readonly TableContext _context;
    private readonly FigureScope? _scope;
    private readonly List<Area> _areas;

    private RankingRows(TableContext context)
    {
        _context = context;
        var areas = context.Areas;
        _scope = context.Book.MainScope(context.Table.Indicator, areas.Select(area => Place.Subdistrict(area.Code)), context.Period, context.Table.Basis);
        _areas = [.. areas.Select(Read)];
        var places = Ranking.Places([.. _areas.Select(area => area.Compared)], Order(context.Indicator));
        for (var i = 0; i < _areas.Count; i++)
        {
            _areas[i] = _areas[i] with { Rank = places[i] };
        }
    }

    public static (IReadOnlyList<PlaceRow> Rows, FigureScope? Scope) Of(TableContext context)
    {
        var rows = new RankingRows(context);
        return ([.. PrintedOrder.Of(rows._areas, area => area.Rank, area => area.Value).Select(rows.Row)], rows._scope);
    }

    /// <summary>Returns which value of an indicator is the worst, and so takes the first place from the end (倒排).</summary>
    public static RankOrder Order(IndicatorDefinition indicator) =>
        indicator.Direction == BetterDirection.Higher ? RankOrder.SmallestFirst : RankOrder.LargestFirst;

    private Area Read(Subdistrict area)
    {
        var place = Place.Subdistrict(area.Code);
        var value = _context.Find(_context.Table.Indicator, place, _context.Period, _scope);
        var shown = value ?? _context.Find(_context.Table.Indicator, place, _context.Period, scope: null);
        Reported? compared = value?.Number is { } number ? Reported.Of(number, _context.Indicator.RankDecimals) : null;
        return new(place, _context.PrintedName(area), shown, compared, null);
    }

    private PlaceRow Row(Area area) => new(area.Place, area.Name, [.. _context.Table.Columns.Select(column => Cell(area, column))]);

    private FigureCell Cell(Area area, TableColumn column) => column.Shows switch
    {
        ColumnContent.Area => FigureCell.Words(area.Name),
        ColumnContent.DistrictRank => RankCell(area),
        ColumnContent.CityRank => CityRankCell(area),
        ColumnContent.Value => ValueCell(area),
        ColumnContent.Whole => WholeCell(area),
        ColumnContent.Change => ChangeCell.Of(_context, area.Place, area.Name, _scope),
        var other => throw new InvalidOperationException($"{_context.Table.Code}: a ranking shows no {other}."),
    };

    private FigureCell RankCell(Area area)
    {
        if (area is { Rank: { } rank, Value: { } value })
        {
            var sharing = _areas.Count(other => other.Rank == rank);
            var ranked = _areas.Count(other => other.Rank is not null);
            var leftOut = _areas.Where(other => other.Rank is null).Select(other => other.Name).ToList();
            var origin = new FigureOrigin.Ranked(value, _context.Indicator.RankDecimals, Order(_context.Indicator), ranked, sharing, leftOut);
            return FigureCell.Of(Reported.Of(rank, 0), origin);
        }

        return area.Value is { } off && _scope is { } scope && FigureScope.Of(off) != scope
            ? FigureCell.NotThere(EvaluationFindings.OtherScope(FigureScope.Of(off), scope, area.Name))
            : _context.NotThere(_context.Table.Indicator, area.Value, _context.Period, area.Name);
    }

    private FigureCell CityRankCell(Area area) =>
        _context.Indicator.CityRank is { } code && _context.Find(code, area.Place, _context.Period, scope: null) is { Number: { } rank } value
            ? FigureCell.Of(Reported.Of(rank, 0), new FigureOrigin.Stored(value))
            : FigureCell.NotThere(EvaluationFindings.NoCityRank(area.Name));

    private FigureCell ValueCell(Area area) => area.Value is { Number: { } number } value
        ? FigureCell.Of(Reported.Of(number, _context.Indicator.Decimals), new FigureOrigin.Stored(value))
        : _context.NotThere(_context.Table.Indicator, area.Value, _context.Period, area.Name);

    private FigureCell WholeCell(Area area)
    {
        var whole = _context.Indicators[_context.Indicator.Whole!];
        if (_context.Find(whole.Code, area.Place, _context.Period, _scope) is { Number: { } number } stored)
        {
            var shown = Reported.Of(number, whole.Decimals);
            var cell = FigureCell.Of(shown, new FigureOrigin.Stored(stored));
            return area.Value?.Number is { } value && !MayRoundTo(shown.Shown, value, whole.Decimals)
                ? cell.With(EvaluationFindings.WholeDiffers(shown.ShownText, Reported.Of(value, _context.Indicator.Decimals).ShownText, area.Name))
                : cell;
        }

        if (_context.Table.Basis == FigureBasis.Computed && area.Value is { Number: { } exact } known)
        {
            var result = Reported.Of(exact, whole.Decimals);
            return FigureCell.Of(result, new FigureOrigin.Rounded(known, result));
        }

        return FigureCell.NotThere(EvaluationFindings.NoWhole(area.Name));
    }

    /// <summary>Says whether some value that prints as <paramref name="printed"/> rounds to the whole number: 38.5 may stand for 38.45 to 38.55, so for 38 and for 39.</summary>
    private bool MayRoundTo(decimal whole, decimal printed, int decimals)
    {
        var half = 0.5m;
        for (var i = 0; i < _context.Indicator.Decimals; i++)
        {
            half /= 10m;
        }

        return whole >= Rounding.HalfEven(printed - half, decimals) && whole <= Rounding.HalfEven(printed + half, decimals);
    }

    private sealed record Area(Place Place, string Name, IndicatorValue? Value, Reported? Compared, int? Rank);
}
