using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>The rows of a monthly bulletin: the month ranks the areas, the year so far stands beside it, with the target and what it leaves.</summary>
internal sealed class BulletinRows
{
    /// <summary>时段口径 of a month's own figures, and of the year so far.</summary>
    public const string OwnMonth = "当月";
    public const string SoFar = "累计";

    private static readonly ColumnContent[] Monthly = [ColumnContent.DistrictRank, ColumnContent.CityRank, ColumnContent.Area, ColumnContent.Value, ColumnContent.Change];
    private static readonly ColumnContent[] Yearly = [ColumnContent.Value, ColumnContent.Whole, ColumnContent.Change];

    private readonly TableContext _context;
    private readonly TableContext _year;
    private readonly Dictionary<Place, PlaceRow> _soFar;
    private readonly Dictionary<Place, PlaceRow> _before;

    private BulletinRows(TableContext context)
    {
        _context = context;
        _year = Part(context, SoFarOf(context.Period), SoFar, context.Indicator.Whole is null ? [ColumnContent.Value, ColumnContent.Change] : Yearly);
        _soFar = RankingRows.Of(_year).Rows.ToDictionary(row => row.Place);
        _before = RankingRows.Of(Part(context, MonthBefore(context.Period), OwnMonth, [ColumnContent.DistrictRank], BasisOf(context, context.Period, OwnMonth))).Rows.ToDictionary(row => row.Place);
    }

    public static (IReadOnlyList<PlaceRow> Rows, FigureScope? Scope) Of(TableContext context)
    {
        var bulletin = new BulletinRows(context);
        var month = Part(context, context.Period, OwnMonth, Monthly);
        var (rows, scope) = RankingRows.Of(month);
        return ([.. rows.Select(row => bulletin.Row(row, month))], scope);
    }

    /// <summary>Returns the periods whose figures a bulletin of a month shows.</summary>
    public static IEnumerable<Period> Periods(Period month) => [month, month.LastYear(), MonthBefore(month), SoFarOf(month), SoFarOf(month).LastYear()];

    public static Period SoFarOf(Period month) => Period.Spanning(new(month.To.Year, 1, 1), month.To);

    private static Period MonthBefore(Period month) => month.From.AddDays(-1) is var day ? Period.Month(day.Year, day.Month) : month;

    /// <summary>Returns the basis on which a part of a bulletin stands: as published, and computed here until something is published. The two never stand in one column.</summary>
    public static FigureBasis BasisOf(TableContext context, Period period, string span)
    {
        var places = context.Areas.Select(area => Place.Subdistrict(area.Code)).ToList();
        var book = context.Book.Where(value => value.PeriodBasis == span);
        bool Has(FigureBasis basis) => book.MainScope(context.Table.Indicator, places, period, basis) is not null;
        return context.Table.Basis == FigureBasis.Published && !Has(FigureBasis.Published) && Has(FigureBasis.Computed) ? FigureBasis.Computed : context.Table.Basis;
    }

    private static TableContext Part(TableContext context, Period period, string span, IEnumerable<ColumnContent> columns, FigureBasis? basis = null) => context with
    {
        Table = context.Table with { Columns = [.. columns.Select(shows => new TableColumn(string.Empty, shows))], Basis = basis ?? BasisOf(context, period, span) },
        Period = period,
        Book = context.Book.Where(value => value.PeriodBasis == span),
    };

    private PlaceRow Row(PlaceRow month, TableContext parts) => month with { Cells = [.. _context.Table.Columns.Select(column => Cell(month, parts, column.Shows))] };

    private FigureCell Cell(PlaceRow month, TableContext parts, ColumnContent shows) => shows switch
    {
        ColumnContent.Cumulative => SoFarCell(month, ColumnContent.Value),
        ColumnContent.CumulativeWhole => SoFarCell(month, ColumnContent.Whole),
        ColumnContent.CumulativeChange => SoFarCell(month, ColumnContent.Change),
        ColumnContent.YearTarget => TargetCell(month),
        ColumnContent.Budget => BudgetCell(month),
        ColumnContent.Move => MoveCell(month),
        _ => month.Cells[Array.FindIndex([.. parts.Table.Columns], column => column.Shows == shows)],
    };

    private FigureCell SoFarCell(PlaceRow month, ColumnContent shows) => _soFar[month.Place].Cells[Array.FindIndex([.. _year.Table.Columns], column => column.Shows == shows)];

    private FigureCell TargetCell(PlaceRow month) => _context.TargetOf(_context.Indicator.Code, month.Place) is { } target
        ? FigureCell.Of(Reported.Of(target.Value, Rounding.DecimalsOf(target.Value)), new FigureOrigin.Targeted(target))
        : FigureCell.NotThere(EvaluationFindings.NoTarget(_context.Period, _context.Indicator.Name, month.Name));

    private FigureCell BudgetCell(PlaceRow month)
    {
        if (_context.TargetOf(_context.Indicator.Code, month.Place) is not { } target)
        {
            return FigureCell.NotThere(EvaluationFindings.NoTarget(_context.Period, _context.Indicator.Name, month.Name));
        }

        return SoFarCell(month, ColumnContent.Value).Values.FirstOrDefault() is { Number: not null } value
            && TargetCheck.Of(_context.Indicator, value, target.Year, target.Value) is { IsRefused: false, Value: { Budget: { Mean: { } exact } budget, RoundedBudget: { Mean: { } rounded } other } }
            ? FigureCell.Of(target.IsJudgedRounded ? rounded : exact, new FigureOrigin.Budgeted(value, target, budget, other))
            : FigureCell.NotThere(EvaluationFindings.NoBudget(month.Name));
    }

    private FigureCell MoveCell(PlaceRow month)
    {
        var (before, now) = (_before[month.Place].Cells[0], month.Cells[0]);
        return before.Origin is FigureOrigin.Ranked then && now.Origin is FigureOrigin.Ranked here && FigureScope.Of(then.Value) == FigureScope.Of(here.Value)
            ? FigureCell.Words($"{before.Text}→{now.Text}", new FigureOrigin.Moved(here.Value, then.Value))
            : FigureCell.NotThere(EvaluationFindings.NoMove(MonthBefore(_context.Period), month.Name));
    }
}
