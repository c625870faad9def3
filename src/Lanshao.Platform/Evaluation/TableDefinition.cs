using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>A printed table of figures as the pack defines it: its columns stand word for word as the official annex prints them.</summary>
/// <param name="Code">The pack's stable code: <c>pm25-ranking</c>.</param>
/// <param name="Annex">Number of the annex of the half-year report; null for a table that no report has.</param>
/// <param name="Group">Which tables it stands beside on a page.</param>
/// <param name="Layout">What a row of it is.</param>
/// <param name="ShortTitle">What people call it beside others: 降尘量, 扬尘巡查.</param>
/// <param name="Title">The title; {months}, {period}, {monthRange} and {lastMonth} stand for the period.</param>
/// <param name="SortedBy">The line above on the left; null for none.</param>
/// <param name="UnitLine">The unit above on the right; null for none.</param>
/// <param name="SourceLine">Who the figures are from, below the table.</param>
/// <param name="AreaSet">The areas that the table counts; null where its rows are no areas.</param>
/// <param name="Indicator">The indicator that the table is about, and is sorted by.</param>
/// <param name="Basis">The basis that the table prints; others never enter it.</param>
/// <param name="ZeroAsBlank">Whether a zero is printed as an empty cell.</param>
/// <param name="TotalRow">Name of the last row with the district's own figures; null for none.</param>
/// <param name="PrintedAs">Names of areas that this table writes in its own way, by code.</param>
/// <param name="Columns">The columns from the left.</param>
public sealed record TableDefinition(
    string Code,
    int? Annex,
    TableGroup Group,
    TableLayout Layout,
    string ShortTitle,
    string Title,
    string? SortedBy,
    string? UnitLine,
    string SourceLine,
    string? AreaSet,
    string Indicator,
    FigureBasis Basis,
    bool ZeroAsBlank,
    string? TotalRow,
    IReadOnlyDictionary<string, string> PrintedAs,
    IReadOnlyList<TableColumn> Columns)
{
    /// <summary>Gets what the answer sentence calls the counted things: 巡查发现扬尘问题; null for the indicator's name.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets how many places the city's list of the worst has (后30名); null where there is no such list.</summary>
    public int? CityWorst { get; init; }

    /// <summary>Gets the title where the table prints a 点评周期, of which nothing is 累计; null for the same title.</summary>
    public string? ReviewTitle { get; init; }

    /// <summary>Returns the table as it is called and headed for a 点评周期.</summary>
    public TableDefinition OfReview() => this with { Title = ReviewTitle ?? Title, Columns = [.. Columns.Select(column => column with { Heading = column.ReviewHeading ?? column.Heading })] };

    /// <summary>Gets what the reader of the answer must know about the figures: 区级监测，与市级考核断面口径不同; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>Tables that people look at together.</summary>
public enum TableGroup
{
    /// <summary>街道排名.</summary>
    Rankings,

    /// <summary>降尘与道路.</summary>
    Dust,

    /// <summary>水环境.</summary>
    Water,
}

/// <summary>What a row of a table is.</summary>
public enum TableLayout
{
    /// <summary>An area with its rank.</summary>
    Ranking,

    /// <summary>An area with counts of several kinds.</summary>
    Counts,

    /// <summary>An area with its month beside the year so far (月度快报).</summary>
    Bulletin,

    /// <summary>A water section.</summary>
    Sections,

    /// <summary>A water point of a community.</summary>
    Points,
}

/// <summary>A column of a printed table.</summary>
/// <param name="Heading">The heading word for word; {monthRange} and {lastMonth} stand for the period.</param>
/// <param name="Shows">What it shows.</param>
/// <param name="Indicator">The indicator of a column of counts; null elsewhere.</param>
public sealed record TableColumn(string Heading, ColumnContent Shows, string? Indicator = null)
{
    /// <summary>Gets the heading where the table prints a 点评周期; null for the same one.</summary>
    public string? ReviewHeading { get; init; }
}

/// <summary>What a column of a printed table shows.</summary>
public enum ColumnContent
{
    /// <summary>序号.</summary>
    Number,

    /// <summary>区倒排名: computed here.</summary>
    DistrictRank,

    /// <summary>市倒排名: imported, never computed.</summary>
    CityRank,

    /// <summary>街道（地区）.</summary>
    Area,

    /// <summary>社区.</summary>
    Community,

    /// <summary>断面, 监测点位.</summary>
    Place,

    /// <summary>所在水体.</summary>
    WaterBody,

    /// <summary>The table's indicator at its own precision.</summary>
    Value,

    /// <summary>取整.</summary>
    Whole,

    /// <summary>同比变化.</summary>
    Change,

    /// <summary>累计浓度, in a bulletin.</summary>
    Cumulative,

    /// <summary>累计浓度（取整）, in a bulletin.</summary>
    CumulativeWhole,

    /// <summary>累计同比, in a bulletin.</summary>
    CumulativeChange,

    /// <summary>年度目标.</summary>
    YearTarget,

    /// <summary>剩余时段控制线.</summary>
    Budget,

    /// <summary>位次变化: last month's place and this month's.</summary>
    Move,

    /// <summary>An indicator of its own.</summary>
    Indicator,

    /// <summary>水质目标.</summary>
    Target,

    /// <summary>The table's indicator in the last month of the period.</summary>
    LastMonth,

    /// <summary>备注.</summary>
    Remark,
}
