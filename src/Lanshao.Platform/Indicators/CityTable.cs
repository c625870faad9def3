using System.Globalization;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;

namespace Lanshao.Platform.Indicators;

/// <summary>Reads a city table in its printed layout: title rows, headings of one row or two, the areas of one district or of all, footnotes.</summary>
internal sealed class CityTable(Pack pack, IReadOnlyDictionary<string, string> said)
{
    private const string StationScope = "街道站";
    private readonly District _district = pack.District;
    private readonly IndicatorList _indicators = pack.Read(IndicatorList.Part);
    private readonly FigurePlaces _places = new(pack.District);

    /// <summary>Reads every table that has headings of areas and figures; IND-024 where none has.</summary>
    public Outcome<ImportReading<FigureRow>> Read(SourceDocument document)
    {
        var tables = document.Tables.Select(table => (Table: table, Heads: CityTableHeads.Find(table, _places.IsKnown))).Where(table => table.Heads is not null).ToList();
        if (tables.Count == 0)
        {
            return Refusal.Unreadable("IND-024", ("file", document.Source.Name));
        }

        var (rows, findings, periods, name) = (new List<SourceRow<FigureRow>>(), new List<Finding>(), new SortedSet<string>(StringComparer.Ordinal), string.Empty);
        foreach (var (table, heads) in tables)
        {
            var facts = CityTableFacts.Read(_indicators, CityTableFacts.LinesOf(document, table, heads!), said);
            if (facts.IsRefused)
            {
                return facts.Refusal;
            }

            var reader = new Reading(this, heads!, facts.Value);
            rows.AddRange(reader.Rows(table));
            findings.AddRange(reader.Findings());
            periods.Add(facts.Value.Period.Code);
            name = name.Length == 0 ? facts.Value.Name : name;
        }

        return new ImportReading<FigureRow>(string.Join(',', periods), name, rows, findings);
    }

    /// <summary>One table being read.</summary>
    private sealed class Reading(CityTable city, CityTableHeads heads, CityTableFacts facts)
    {
        private readonly HashSet<string> _found = [];
        private int _others;

        public IReadOnlyList<SourceRow<FigureRow>> Rows(TableBlock table) => [.. table.Rows.Skip(heads.Below).SelectMany(Row)];

        /// <summary>Says what was left out, so that nothing is dropped silently.</summary>
        public IEnumerable<Finding> Findings()
        {
            if (_others > 0)
            {
                yield return Note("IND-025", ("table", facts.Name), ("count", _others.ToString(CultureInfo.InvariantCulture)));
            }

            var areas = facts.Indicator.AreaSet is { } set ? city._district.AreaSets[set].Members : [];
            var missing = areas.Where(area => !_found.Contains(area)).Select(area => city._district.FindSubdistrict(area)?.Name ?? area).ToList();
            if (missing.Count > 0)
            {
                yield return Note("IND-026", ("table", facts.Name), ("areas", string.Join('、', missing)));
            }

            foreach (var (_, heading) in heads.Columns.Where(column => column.Heading.Length > 0 && column.Shows is not (CityColumn.Area or CityColumn.District) && Target(column.Shows) is null).DistinctBy(column => column.Heading))
            {
                yield return Note("IND-011", ("heading", heading));
            }
        }

        private IEnumerable<SourceRow<FigureRow>> Row(TableRow row)
        {
            if (CityTableFacts.Words(row).Take(2).Count() < 2)
            {
                return [];
            }

            if (!IsOwn(row) || city._places.Find(CityTableHeads.Text(row, heads.IndexOf(CityColumn.Area)), facts.Indicator, StationScope) is not [var place])
            {
                _others++;
                return [];
            }

            _found.Add(place.LocalCode);
            return Enumerable.Range(0, heads.Columns.Count).Select(column => Figure(row, column, place)).OfType<SourceRow<FigureRow>>();
        }

        private bool IsOwn(TableRow row)
        {
            var at = heads.IndexOf(CityColumn.District);
            var text = at < 0 ? string.Empty : CityTableHeads.Text(row, at);
            return text.Length == 0 || text == city._district.Facts.Name || text == city._district.Facts.FullName || text + "区" == city._district.Facts.Name;
        }

        private SourceRow<FigureRow>? Figure(TableRow row, int column, Place place)
        {
            var written = CityTableHeads.Text(row, column);
            if (Target(heads.Columns[column].Shows) is not { } indicator || written is "" or "—" or "-" or "/")
            {
                return null;
            }

            var line = row.Origin.Row ?? row.Origin.Line;
            var where = string.Create(CultureInfo.InvariantCulture, $"{(row.Origin.Part is { } part ? part + " " : string.Empty)}第{line}行“{heads.Columns[column].Heading}”");
            IReadOnlyList<string> raw = [.. row.Cells.Select(cell => cell.Text)];
            if (!FigureNumber.TryRead(Plain(written), out var number))
            {
                return new(where, string.Empty, raw, null, [new("IND-006", Severity.Error, new Dictionary<string, string> { ["where"] = where, ["found"] = written, ["expected"] = "数字或空白" }, where)]);
            }

            var figure = new FigureRow(
                indicator, place.Code, facts.Period.Code, FigureBasis.Published, facts.Status, StationScope, facts.Sand, facts.Span, number, null, MissingReason.None,
                Plain(written).TrimEnd('%', '％'), facts.Source, facts.Name, facts.IssuedOn, line, null);
            return new(where, figure.Key(), raw, figure, []);
        }

        private string? Target(CityColumn shows) => shows switch
        {
            CityColumn.Value => facts.Indicator.Code,
            CityColumn.Whole => facts.Indicator.Whole,
            CityColumn.Change => facts.Indicator.Change,
            CityColumn.CityRank => facts.Indicator.CityRank,
            _ => null,
        };

        // 持平 is a change of nothing, 并列第10位 a rank.
        private static string Plain(string written) => written == "持平" ? "0" : written.Replace("并列", string.Empty, StringComparison.Ordinal).TrimStart('第').TrimEnd('位', '名');

        private static Finding Note(string code, params (string Name, string Text)[] arguments) =>
            new(code, Severity.Note, arguments.ToDictionary(argument => argument.Name, argument => argument.Text));
    }
}
