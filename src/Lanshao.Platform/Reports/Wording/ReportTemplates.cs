using Lanshao.Platform.Districts.Packs;

namespace Lanshao.Platform.Reports.Wording;

/// <summary>The templates of a pack.</summary>
public sealed class ReportTemplates
{
    /// <summary>This room's part of the pack.</summary>
    public static readonly PackPart<ReportTemplates> Part = new("Reports", ["reports.yaml"], (pack, problems) => ReportTemplatesReader.Read(pack, problems));

    private readonly Dictionary<ReportKind, ReportTemplate> _byKind;

    internal ReportTemplates(IEnumerable<ReportTemplate> templates) => _byKind = templates.DistinctBy(template => template.Kind).ToDictionary(template => template.Kind);

    /// <summary>Gets the templates, those of the regular documents first.</summary>
    internal IEnumerable<ReportTemplate> All => ReportKinds.All.Select(Find).OfType<ReportTemplate>();

    /// <summary>Returns the template of a kind; null where the pack has none.</summary>
    public ReportTemplate? Find(ReportKind kind) => _byKind.GetValueOrDefault(kind);
}
