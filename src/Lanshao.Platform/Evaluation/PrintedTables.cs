using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>The printed tables of a pack, in the order of their annexes.</summary>
public sealed class PrintedTables
{
    /// <summary>This room's part of the pack.</summary>
    public static readonly PackPart<PrintedTables> Part = new("Evaluation", ["tables.yaml"], (pack, problems) => new PrintedTablesReader(pack).Read(problems));

    private readonly Dictionary<string, TableDefinition> _byCode;

    internal PrintedTables(IEnumerable<TableDefinition> tables)
    {
        All = [.. tables.OrderBy(table => table.Annex ?? int.MaxValue)];
        _byCode = All.ToDictionary(table => table.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<TableDefinition> All { get; }

    public TableDefinition? Find(string code) => _byCode.GetValueOrDefault(code);
}

/// <summary>Reads <c>tables.yaml</c>.</summary>
internal sealed class PrintedTablesReader(Pack pack)
{
    private const string File = "tables.yaml";

    private static readonly Dictionary<string, TableGroup> Groups = new() { ["rankings"] = TableGroup.Rankings, ["dust"] = TableGroup.Dust, ["water"] = TableGroup.Water };

    private static readonly Dictionary<string, TableLayout> Layouts = new()
    {
        ["ranking"] = TableLayout.Ranking,
        ["counts"] = TableLayout.Counts,
        ["bulletin"] = TableLayout.Bulletin,
        ["sections"] = TableLayout.Sections,
        ["points"] = TableLayout.Points,
    };

    private static readonly Dictionary<string, FigureBasis> Bases = new() { ["published"] = FigureBasis.Published, ["computed"] = FigureBasis.Computed, ["reported"] = FigureBasis.Reported };

    /// <summary>What the columns of a layout may show, by the pack's word.</summary>
    private static readonly Dictionary<TableLayout, Dictionary<string, ColumnContent>> Contents = new()
    {
        [TableLayout.Ranking] = new()
        {
            ["district-rank"] = ColumnContent.DistrictRank,
            ["city-rank"] = ColumnContent.CityRank,
            ["area"] = ColumnContent.Area,
            ["value"] = ColumnContent.Value,
            ["whole"] = ColumnContent.Whole,
            ["change"] = ColumnContent.Change,
        },
        [TableLayout.Bulletin] = new()
        {
            ["district-rank"] = ColumnContent.DistrictRank,
            ["city-rank"] = ColumnContent.CityRank,
            ["area"] = ColumnContent.Area,
            ["value"] = ColumnContent.Value,
            ["change"] = ColumnContent.Change,
            ["cumulative"] = ColumnContent.Cumulative,
            ["cumulative-whole"] = ColumnContent.CumulativeWhole,
            ["cumulative-change"] = ColumnContent.CumulativeChange,
            ["year-target"] = ColumnContent.YearTarget,
            ["budget"] = ColumnContent.Budget,
            ["move"] = ColumnContent.Move,
        },
        [TableLayout.Counts] = new() { ["area"] = ColumnContent.Area, ["indicator"] = ColumnContent.Indicator },
        [TableLayout.Sections] = new()
        {
            ["number"] = ColumnContent.Number,
            ["area"] = ColumnContent.Area,
            ["water-body"] = ColumnContent.WaterBody,
            ["place"] = ColumnContent.Place,
            ["target"] = ColumnContent.Target,
            ["value"] = ColumnContent.Value,
            ["last-month"] = ColumnContent.LastMonth,
            ["remark"] = ColumnContent.Remark,
        },
        [TableLayout.Points] = new()
        {
            ["number"] = ColumnContent.Number,
            ["area"] = ColumnContent.Area,
            ["community"] = ColumnContent.Community,
            ["place"] = ColumnContent.Place,
            ["target"] = ColumnContent.Target,
            ["value"] = ColumnContent.Value,
            ["last-month"] = ColumnContent.LastMonth,
        },
    };

    private readonly IReadOnlyDictionary<string, IndicatorDefinition> _indicators = pack.Read(IndicatorList.Part).ByCode;

    public PrintedTables Read(PackProblems problems)
    {
        var tables = new Dictionary<string, TableDefinition>(StringComparer.Ordinal);
        foreach (var map in PackMap.OpenList(pack.Files, File, "tables", problems, required: false))
        {
            var table = ReadTable(map);
            map.Done();
            if (!tables.TryAdd(table.Code, table))
            {
                problems.Error("PACK-012", map.SpotOf("code"), ("key", "code"), ("found", table.Code));
            }
        }

        return new(tables.Values.Where(IsUsable));
    }

    private TableDefinition ReadTable(PackMap map)
    {
        var layout = map.Choice("layout", Layouts);
        return new(
            map.Code("code"),
            map.WholeOrNull("annex", 1, 99),
            map.Choice("group", Groups),
            layout,
            map.Text("shortTitle"),
            map.Text("title"),
            map.TextOrNull("sortedBy"),
            map.TextOrNull("unitLine"),
            map.Text("sourceLine"),
            Known(map, "areaSet", layout is TableLayout.Ranking or TableLayout.Counts or TableLayout.Bulletin, pack.District.AreaSets.Keys),
            Known(map, "indicator", true, _indicators.Keys) ?? string.Empty,
            map.Choice("basis", Bases),
            map.Flag("zeroAsBlank"),
            map.TextOrNull("totalRow"),
            ReadNames(map),
            [.. map.Maps("columns").Select(column => ReadColumn(column, layout))])
        {
            Subject = map.TextOrNull("subject"),
            CityWorst = map.WholeOrNull("cityWorst", 1, 1000),
            Note = map.TextOrNull("note"),
            ReviewTitle = map.TextOrNull("reviewTitle"),
        };
    }

    private IReadOnlyDictionary<string, string> ReadNames(PackMap map)
    {
        var names = map.Pairs("printedAs");
        foreach (var code in names.Keys.Where(code => pack.District.FindSubdistrict(code) is null))
        {
            map.UnknownReference("printedAs", code, pack.District.Subdistricts.Select(area => area.Code));
        }

        return names;
    }

    private TableColumn ReadColumn(PackMap map, TableLayout layout)
    {
        var shows = map.Choice("show", Contents[layout]);
        var column = new TableColumn(map.Text("heading"), shows, Known(map, "indicator", shows == ColumnContent.Indicator, _indicators.Keys)) { ReviewHeading = map.TextOrNull("reviewHeading") };
        map.Done();
        return column;
    }

    private static string? Known(PackMap map, string key, bool required, IEnumerable<string> known)
    {
        var text = required ? map.Text(key) : map.TextOrNull(key);
        if (text is { Length: > 0 } && !known.Contains(text))
        {
            map.UnknownReference(key, text, known);
        }

        return text;
    }

    /// <summary>A table of an older revision that names what is not there any more is left out, so that the others still open.</summary>
    private bool IsUsable(TableDefinition table) =>
        _indicators.ContainsKey(table.Indicator)
        && (table.AreaSet is null ? table.Layout is TableLayout.Sections or TableLayout.Points : pack.District.AreaSets.ContainsKey(table.AreaSet))
        && table.Columns.All(column => column.Indicator is null ? column.Shows != ColumnContent.Indicator : _indicators.ContainsKey(column.Indicator))
        && (_indicators[table.Indicator].Whole is not null || table.Columns.All(column => column.Shows is not (ColumnContent.Whole or ColumnContent.CumulativeWhole)));
}
