using System.Globalization;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Wording;

/// <summary>How a fact is written into a sentence.</summary>
internal static class FactForms
{
    private const decimal TenThousand = 10000m;

    private static readonly string[] Single = ["数", "非零", "万", "余", "升降", "增减", "时段", "口径"];
    private static readonly string[] Span = ["数", "升降"];
    private static readonly string[] Unsaid = [string.Empty, FigureWords.NotStated, FigureWords.NotApplicable];

    public static bool IsKnown(string form, bool isRange) => (isRange ? Span : Single).Contains(form);

    /// <summary>Writes one fact; null where it cannot be written so.</summary>
    public static string? Write(NamedFact fact, string form) => form switch
    {
        "数" => fact.Shown,
        "非零" => fact.Number is null or 0m ? null : fact.Shown + fact.Unit,
        "万" => fact.Figure is { } figure ? TenThousands(figure) + "万" + fact.Unit : null,
        "余" => fact.Figure is { } figure ? AndMore(figure.Shown) + fact.Unit : null,
        "升降" => fact.Number is { } change ? Way(change) + Size(fact, change) : null,
        "增减" => fact.Number is { } days ? (days < 0m ? "减少" : days > 0m ? "增加" : "持平") + Size(fact, days) : null,
        "时段" => FactCatalogue.SpanOf(fact.Period),
        "口径" => fact.Values is [{ SandBasis: var sand }, ..] && !Unsaid.Contains(sand) ? $"（{sand}）" : string.Empty,
        _ => fact.Shown + fact.Unit,
    };

    /// <summary>Writes a range: 在38—39微克/立方米之间, 均为38微克/立方米, 在下降9.5%—上升2.7%之间.</summary>
    public static string? WriteRange(NamedFact least, NamedFact most, string form)
    {
        if (least.Number is not { } from || most.Number is not { } to || least.Unit != most.Unit)
        {
            return null;
        }

        return form switch
        {
            "升降" => Changes(least, most, from, to),
            "数" => from == to ? $"均为{most.Shown}" : $"{least.Shown}—{most.Shown}",
            _ => from == to ? $"均为{most.Shown}{most.Unit}" : $"在{least.Shown}—{most.Shown}{most.Unit}之间",
        };
    }

    // Both the same way: the smaller change first, the way said once.
    private static string Changes(NamedFact least, NamedFact most, decimal from, decimal to)
    {
        if (from == to)
        {
            return "均" + Way(from) + Size(least, from);
        }

        return (Math.Sign(from), Math.Sign(to)) switch
        {
            ( < 0, < 0) => $"在下降{Digits(to, most)}%—{Digits(from, least)}%之间",
            ( > 0, > 0) => $"在上升{Digits(from, least)}%—{Digits(to, most)}%之间",
            _ => $"在{Way(from)}{Size(least, from)}—{Way(to)}{Size(most, to)}之间",
        };
    }

    private static string Way(decimal number) => number < 0m ? "下降" : number > 0m ? "上升" : "持平";

    private static string Size(NamedFact fact, decimal number) => number == 0m ? string.Empty : Digits(number, fact) + fact.Unit;

    private static string Digits(decimal number, NamedFact fact) => Math.Abs(number).ToString("F" + fact.Figure!.Value.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    // Two decimals of 万 are as fine as official texts write.
    private static string TenThousands(Reported figure)
    {
        var scaled = figure.Exact / TenThousand;
        return Reported.Of(scaled, Math.Min(2, Rounding.DecimalsOf(scaled))).ShownText;
    }

    /// <summary>32683 is 3.2万余, 412 is 400余, 20000 is 2万: two digits where it has many, one where it has three.</summary>
    private static string AndMore(decimal shown)
    {
        var isLarge = shown >= TenThousand;
        var unit = isLarge ? TenThousand : 1m;
        var step = isLarge ? TenThousand / 10m : shown >= 100m ? 100m : 10m;
        var floor = Math.Floor(shown / step) * step;
        var text = Reported.Of(floor / unit, Rounding.DecimalsOf(floor / unit)).ShownText + (isLarge ? "万" : string.Empty);
        return floor == shown ? text : floor == 0m ? Reported.Of(shown, 0).ShownText : text + "余";
    }
}
