namespace Lanshao.Platform.Plans.Reading;

/// <summary>What became of every row of every table of the document: rows in equals rows out.</summary>
/// <param name="Read">Rows in the source.</param>
/// <param name="Headings">Heading rows, repeated ones included.</param>
/// <param name="Sections">Section rows.</param>
/// <param name="Measures">Measure rows.</param>
/// <param name="Blank">Rows without any text.</param>
/// <param name="Notes">Remarks across the table.</param>
/// <param name="Unrecognised">Rows that were not understood; each has a finding.</param>
/// <param name="OtherTables">Rows of tables that are no task lists; each table has a finding.</param>
public sealed record RowAccount(int Read, int Headings, int Sections, int Measures, int Blank, int Notes, int Unrecognised, int OtherTables)
{
    public bool IsBalanced => Read == Headings + Sections + Measures + Blank + Notes + Unrecognised + OtherTables;
}
