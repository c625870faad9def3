using System.Globalization;
using Lanshao.Documents.Writing;

namespace Lanshao.Platform.Plans;

/// <summary>Lays out a unit's task sheet (单位任务单): what the unit has to do, with empty columns that it fills in and sends back.</summary>
public static class UnitTaskSheet
{
    /// <summary>Heading of the column for the progress.</summary>
    public const string ProgressColumn = "进展情况";

    /// <summary>Heading of the column that says whether the measure is done.</summary>
    public const string DoneColumn = "是否完成";

    /// <summary>Heading of the column for the person who filled the row in.</summary>
    public const string ClerkColumn = "经办人";

    /// <summary>Heading of the column for the telephone number.</summary>
    public const string PhoneColumn = "联系电话";

    /// <summary>Answers of <see cref="DoneColumn"/>: yes first.</summary>
    public static readonly IReadOnlyList<string> DoneChoices = ["是", "否"];

    /// <summary>A measure of the sheet.</summary>
    /// <param name="Key">The measure's number as printed, e.g. <c>2-5-2</c>; the row is known again by it.</param>
    /// <param name="Task">The task.</param>
    /// <param name="Measure">The measure's paragraphs.</param>
    /// <param name="Deadline">The deadline as printed.</param>
    /// <param name="Duty">The unit's duty, e.g. 牵头; where a group was expanded, it says so.</param>
    /// <param name="OtherLeads">Units that lead beside it.</param>
    /// <param name="Targets">The measure's targets in words, one a string.</param>
    public sealed record Row(
        string Key,
        string Task,
        IReadOnlyList<string> Measure,
        string Deadline,
        string Duty,
        IReadOnlyList<string> OtherLeads,
        IReadOnlyList<string> Targets)
    {
        /// <summary>Progress that is known already; empty for a fresh sheet.</summary>
        public string Progress { get; init; } = string.Empty;
    }

    /// <summary>Lays a sheet out.</summary>
    /// <param name="title">The sheet's title with the unit's name.</param>
    /// <param name="note">What the unit should know: how to fill it in, by when, whereto; empty for nothing.</param>
    /// <param name="rows">The unit's measures in the order of the plan.</param>
    /// <returns>The table; a file made from it is read back with the same table.</returns>
    public static PrintTable Table(string title, string note, IReadOnlyList<Row> rows) => new()
    {
        Title = title,
        NoteAboveLeft = note,
        IsLandscape = true,
        IsSmall = true,
        Columns =
        [
            new("序号", 13),
            new("编号", 18) { IsKey = true },
            new("重点任务", 25),
            new("工作措施", 48, CellAlign.Text),
            new("完成时限", 22),
            new("本单位\n职责", 17),
            new("共同牵头\n单位", 22),
            new("量化目标", 24),
            new(ProgressColumn, 45, CellAlign.Text) { IsToFill = true },
            new("是否\n完成", 13) { IsToFill = true, Choices = DoneChoices },
            new(ClerkColumn, 18) { IsToFill = true },
            new("联系\n电话", 20) { IsToFill = true },
        ],
        Rows = rows.Select((row, index) => new PrintRow(
        [
            PrintCell.Of((index + 1).ToString(CultureInfo.InvariantCulture)),
            PrintCell.Of(row.Key),
            PrintCell.Of(row.Task),
            PrintCell.Of(row.Measure),
            PrintCell.Of(row.Deadline),
            PrintCell.Of(row.Duty),
            PrintCell.Of(row.OtherLeads),
            PrintCell.Of(row.Targets),
            PrintCell.Of(row.Progress),
        ])
        { Key = row.Key }),
    };
}
