namespace Lanshao.Platform.Indicators;

/// <summary>A value on its way into the store, as a file, a form or another room gives it.</summary>
public sealed record FigureRow(
    string Indicator,
    string Place,
    string Period,
    FigureBasis Basis,
    FigureStatus Status,
    string StationScope,
    string SandBasis,
    string PeriodBasis,
    decimal? Number,
    string? Text,
    MissingReason Missing,
    string Written,
    string Source,
    string SourceTable,
    DateOnly? IssuedOn,
    int? SourceRow,
    string? Remark)
{
    /// <summary>Gets what the value is of: two rows of one key are two versions of one value.</summary>
    public string Key() => string.Join('|', Indicator, Place, Period, Basis, StationScope, SandBasis, PeriodBasis);

    /// <summary>Returns what the store holds, as the file that brought it would have said it.</summary>
    internal static FigureRow Of(IndicatorValue value) => new(
        value.Indicator, value.Place.Code, value.Period.Code, value.Basis, value.Status, value.StationScope, value.SandBasis, value.PeriodBasis,
        value.Number, value.Text, value.Missing, value.Written, value.Source, value.SourceTable, value.IssuedOn, value.SourceRow, value.Remark);
}
