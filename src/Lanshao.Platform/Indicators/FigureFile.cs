using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;

namespace Lanshao.Platform.Indicators;

/// <summary>Reads a table of figures, one value a row, from CSV or Excel: rows in equal rows out, what cannot be read is kept with its findings.</summary>
internal sealed class FigureFile
{
    private const string IndicatorHead = "指标";
    private const string PlaceHead = "地点";
    private const string PeriodHead = "时段";
    private const string ValueHead = "数值";
    private const string BasisHead = "基础";
    private const string StatusHead = "状态";
    private const string StationHead = "站点口径";
    private const string SandHead = "沙尘口径";
    private const string SpanHead = "时段口径";
    private const string SourceHead = "来源";
    private const string TableHead = "来源表";
    private const string IssuedHead = "印发日期";
    private const string RowHead = "表内行号";
    private const string RemarkHead = "备注";

    private static readonly string[] Needed = [IndicatorHead, PlaceHead, PeriodHead, ValueHead, BasisHead, StatusHead, StationHead, SandHead, SpanHead, SourceHead];
    private static readonly string[] Optional = [TableHead, IssuedHead, RowHead, RemarkHead];

    private readonly FigurePlaces _places;
    private readonly IndicatorList _indicators;
    private readonly HashSet<string> _cityRanks;

    public FigureFile(Pack pack)
    {
        _places = new(pack.District);
        _indicators = pack.Read(IndicatorList.Part);
        _cityRanks = [.. _indicators.All.Select(indicator => indicator.CityRank).OfType<string>()];
    }

    /// <summary>Reads every table of the file that has the columns; IND-001 where none has.</summary>
    public Outcome<ImportReading<FigureRow>> Read(SourceDocument document)
    {
        var tables = document.Tables.Where(table => table.Rows.Count > 0).Select(table => (Table: table, Heads: Heads(table))).ToList();
        var fitting = tables.FindAll(table => Needed.All(table.Heads.ContainsKey));
        if (fitting.Count == 0)
        {
            var missing = tables.Select(table => Needed.Except(table.Heads.Keys).ToList()).MinBy(heads => heads.Count) ?? [.. Needed];
            return Refusal.Unreadable("IND-001", ("file", document.Source.Name), ("missing", string.Join("、", missing)), ("expected", string.Join("、", Needed)));
        }

        var rows = fitting.SelectMany(table => ReadTable(table.Table, table.Heads)).ToList();
        var findings = fitting.SelectMany(table => table.Heads.Keys.Except(Needed).Except(Optional)).Distinct().Select(Unread).ToList();
        findings.AddRange(Undated(rows));
        var periods = rows.Select(row => row.Row?.Period).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        return new ImportReading<FigureRow>(string.Join(',', periods), document.Source.Name, rows, findings);
    }

    private IEnumerable<SourceRow<FigureRow>> ReadTable(TableBlock table, Dictionary<string, int> heads) =>
        table.Rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Text.Trim().Length > 0)).Select(row => ReadRow(row, heads));

    private SourceRow<FigureRow> ReadRow(TableRow cells, Dictionary<string, int> heads)
    {
        var row = new FigureLine(cells, heads);
        var indicator = Indicator(row);
        var period = PeriodOf(row);
        var place = indicator is null ? null : PlaceOf(row, indicator);
        var value = indicator is null ? default : ValueOf(row, indicator);
        var figure = new FigureRow(
            indicator?.Code ?? "", place?.Code ?? "", period?.Code ?? "", row.Choice(BasisHead, FigureWords.Bases), row.Choice(StatusHead, FigureWords.Statuses),
            row.Word(StationHead, FigureWords.StationScopes), row.Word(SandHead, FigureWords.SandBases), row.Word(SpanHead, FigureWords.PeriodBases),
            value.Number, value.Text, value.Missing, row.Text(ValueHead), row.Filled(SourceHead), row.Text(TableHead), row.Day(IssuedHead), row.Whole(RowHead),
            row.Text(RemarkHead) is { Length: > 0 } remark ? remark : null);
        if (indicator is not null && _cityRanks.Contains(indicator.Code) && figure.SourceTable.Length == 0)
        {
            row.Error("IND-008", ("indicator", indicator.Name));
        }

        return new(row.Where, row.HasErrors ? "" : figure.Key(), row.Raw, row.HasErrors ? null : figure, row.Findings);
    }

    private IndicatorDefinition? Indicator(FigureLine row)
    {
        var name = row.Text(IndicatorHead);
        if (_indicators.Find(name) is { } indicator)
        {
            return indicator;
        }

        row.Error("IND-002", ("found", name), ("nearest", Nearest.To(name, _indicators.All.SelectMany(known => new[] { known.Code, known.Name })) ?? ""));
        return null;
    }

    private static Period? PeriodOf(FigureLine row)
    {
        if (PeriodText.TryParse(row.Text(PeriodHead), out var period))
        {
            return period;
        }

        row.Error("IND-005", ("found", row.Text(PeriodHead)), ("expected", "2024H1、2024-06 或 2024年1—6月"));
        return null;
    }

    private Place? PlaceOf(FigureLine row, IndicatorDefinition indicator)
    {
        var name = row.Text(PlaceHead);
        var found = _places.Find(name, indicator, row.Text(StationHead));
        switch (found)
        {
            case [var place]:
                return place;
            case []:
                row.Error(_places.IsKnown(name) ? "IND-004" : "IND-003", ("found", name), ("indicator", indicator.Name), ("nearest", _places.Nearest(name) ?? ""));
                return null;
            default:
                row.Error("IND-009", ("found", name), ("codes", string.Join("、", found.Select(place => place.LocalCode))));
                return null;
        }
    }

    private static (decimal? Number, string? Text, MissingReason Missing) ValueOf(FigureLine row, IndicatorDefinition indicator)
    {
        var written = row.Text(ValueHead);
        if (FigureWords.MissingReasons.TryGetValue(written, out var reason))
        {
            return (null, null, reason);
        }

        if (indicator.Kind == IndicatorKind.WaterClass)
        {
            return (null, ClassOf(row, written), MissingReason.None);
        }

        var isNumber = FigureNumber.TryRead(written, out var number);
        if (!isNumber)
        {
            row.Error("IND-006", ("found", written), ("expected", "数字，或缺测、未测、未报、无效、有效性不足"));
        }

        return (isNumber ? number : null, null, MissingReason.None);
    }

    private static string? ClassOf(FigureLine row, string written)
    {
        if (written == FigureWords.Dry)
        {
            return written;
        }

        if (Standards.WaterClass.TryParse(written, out var read))
        {
            return read.ToString();
        }

        row.Error("IND-006", ("found", written), ("expected", "Ⅰ类至Ⅴ类、劣Ⅴ类、无水，或未测、缺测"));
        return null;
    }

    private IEnumerable<Finding> Undated(List<SourceRow<FigureRow>> rows) =>
        rows.Select(row => row.Row).OfType<FigureRow>().Where(row => _cityRanks.Contains(row.Indicator) && row.IssuedOn is null)
            .Select(row => row.SourceTable).Distinct()
            .Select(table => new Finding("IND-012", Severity.Note, new Dictionary<string, string> { ["table"] = table }));

    private static Finding Unread(string head) => new("IND-011", Severity.Note, new Dictionary<string, string> { ["heading"] = head });

    private static Dictionary<string, int> Heads(TableBlock table)
    {
        var heads = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Rows[0].Cells.Count; i++)
        {
            heads.TryAdd(table.Rows[0].Cells[i].Text.Trim(), i);
        }

        heads.Remove("");
        return heads;
    }
}
