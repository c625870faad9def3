namespace Lanshao.Documents.Writing;

/// <summary>Pages of an official document that lie the same way.</summary>
/// <param name="Blocks">The blocks in reading order; they may be made while they are written.</param>
/// <param name="IsLandscape">Whether the pages lie on their side.</param>
public sealed record OfficialSection(IEnumerable<OfficialBlock> Blocks, bool IsLandscape = false)
{
    /// <summary>Makes the pages of one table: the annex's label, the title, the table with its notes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="annexLabel">The label, e.g. 附件1; <see langword="null"/> for none.</param>
    /// <returns>The section.</returns>
    public static OfficialSection Of(PrintTable table, string? annexLabel = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        IEnumerable<OfficialBlock> label = annexLabel is null ? [] : [new AnnexLabelBlock(annexLabel)];
        return new([.. label, new TitleBlock(table.Title), new TableOnPageBlock(table)], table.IsLandscape);
    }
}
