namespace Lanshao.Documents.Filling;

/// <summary>The codes of findings beside tables that came back.</summary>
internal static class FilledCodes
{
    public const string NoTable = "RPT-001";
    public const string ColumnMissing = "RPT-002";
    public const string ColumnAdded = "RPT-003";
    public const string UnknownKey = "RPT-004";
    public const string RepeatedKey = "RPT-005";
    public const string NoKey = "RPT-006";
    public const string RowMissing = "RPT-007";
    public const string FixedCellEdited = "RPT-008";
    public const string NotAChoice = "RPT-009";
}
