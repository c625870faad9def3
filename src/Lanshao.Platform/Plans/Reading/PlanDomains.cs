namespace Lanshao.Platform.Plans.Reading;

/// <summary>Tells the field of an annex from its title: the word that stands first decides.</summary>
internal static class PlanDomains
{
    private static readonly (string Word, PlanDomain Domain)[] Words =
    [
        ("气候", PlanDomain.Climate), ("碳", PlanDomain.Climate), ("温室气体", PlanDomain.Climate), ("节能", PlanDomain.Climate),
        ("大气", PlanDomain.Air), ("空气", PlanDomain.Air), ("蓝天", PlanDomain.Air), ("扬尘", PlanDomain.Air), ("臭氧", PlanDomain.Air), ("机动车", PlanDomain.Air), ("挥发性有机物", PlanDomain.Air),
        ("水污染", PlanDomain.Water), ("水环境", PlanDomain.Water), ("水生态", PlanDomain.Water), ("碧水", PlanDomain.Water), ("水源", PlanDomain.Water), ("河湖", PlanDomain.Water), ("治水", PlanDomain.Water), ("水体", PlanDomain.Water),
        ("土壤", PlanDomain.Soil), ("净土", PlanDomain.Soil), ("固体废物", PlanDomain.Soil), ("危险废物", PlanDomain.Soil), ("地下水", PlanDomain.Soil),
        ("生态保护", PlanDomain.Ecology), ("生物多样性", PlanDomain.Ecology), ("生态建设", PlanDomain.Ecology), ("生态修复", PlanDomain.Ecology), ("绿化", PlanDomain.Ecology), ("自然保护", PlanDomain.Ecology),
    ];

    public static PlanDomain Of(string? title)
    {
        if (title is null)
        {
            return PlanDomain.Other;
        }

        var (first, found) = (title.Length, PlanDomain.Other);
        foreach (var (word, domain) in Words)
        {
            if (title.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && at < first)
            {
                (first, found) = (at, domain);
            }
        }

        return found;
    }
}
