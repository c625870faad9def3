using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;

namespace Lanshao.Platform.Reports.Inspection;

/// <summary>Of what an inspection asks the papers.</summary>
/// <param name="Period">The period.</param>
/// <param name="Domain">The field of work; null for all.</param>
/// <param name="Task">The number of a task or measure (2-5); null for all.</param>
public sealed record InspectionAsked(Period Period, PlanDomain? Domain, string? Task)
{
    private static readonly (PlanDomain Domain, string Code, string Word)[] Words =
    [
        (PlanDomain.Climate, "climate", "应对气候变化"), (PlanDomain.Air, "air", "大气"), (PlanDomain.Water, "water", "水"),
        (PlanDomain.Soil, "soil", "土壤"), (PlanDomain.Ecology, "ecology", "生态"), (PlanDomain.Other, "other", "其他"),
    ];

    /// <summary>Gets the fields of work: code and word.</summary>
    public static IReadOnlyList<(string Code, string Word)> Domains { get; } = [.. Words.Select(known => (known.Code, known.Word))];

    /// <summary>Gets what the folder is about: 大气, 2-5, 全部.</summary>
    public string Subject => string.Join(' ', new[] { Domain is { } domain ? WordOf(domain) : null, Task }.OfType<string>()) is { Length: > 0 } subject ? subject : "全部任务";

    /// <summary>Gets the code of the field; null for all.</summary>
    public string? DomainCode => Domain is { } domain ? Array.Find(Words, known => known.Domain == domain).Code : null;

    /// <summary>Returns the field of a code; null for none.</summary>
    public static PlanDomain? DomainOf(string? code) => Words.Where(known => known.Code == code).Select(known => (PlanDomain?)known.Domain).FirstOrDefault();

    private static string WordOf(PlanDomain domain) => Array.Find(Words, known => known.Domain == domain).Word;
}
