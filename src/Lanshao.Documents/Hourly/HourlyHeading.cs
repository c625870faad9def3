namespace Lanshao.Documents.Hourly;

/// <summary>The heading of a column: one cell, or two that stand above each other.</summary>
/// <param name="Text">The heading as written.</param>
/// <param name="Name">Its name without blanks and unit.</param>
/// <param name="Unit">The unit in brackets; empty where there is none.</param>
/// <param name="Station">The station that one of two rows names; null elsewhere.</param>
internal sealed record HourlyHeading(string Text, string Name, string Unit, string? Station)
{
    public static HourlyHeading Of(string text)
    {
        var (name, unit) = HourlyWords.Heading(text);
        return new(text, name, unit, null);
    }

    /// <summary>Joins two rows of headings: a merged upper cell stands over the columns to its right that have a lower one.</summary>
    public static HourlyHeading[] OfTwoRows(string[] upper, string[] lower)
    {
        var headings = new HourlyHeading[Math.Max(upper.Length, lower.Length)];
        var above = "";
        for (var column = 0; column < headings.Length; column++)
        {
            var own = column < upper.Length ? upper[column].Trim() : "";
            var below = column < lower.Length ? lower[column].Trim() : "";
            above = own.Length > 0 || below.Length == 0 ? own : above;
            headings[column] = Of(above, below);
        }

        return headings;
    }

    // 东街道 over PM2.5, PM2.5 over 东街道, PM2.5 over 浓度(µg/m³); the index and the like beside a concentration are nobody's values.
    private static HourlyHeading Of(string above, string below)
    {
        if (above.Length == 0 || below.Length == 0)
        {
            return Of(above + below);
        }

        var (upper, lower) = (Of(above), Of(below));
        var text = $"{above}/{below}";
        if (HourlyWords.ItemAt(lower.Name) >= 0)
        {
            return HourlyWords.ItemAt(upper.Name) >= 0 ? lower : lower with { Text = text, Station = above };
        }

        if (HourlyWords.ItemAt(upper.Name) < 0)
        {
            return lower with { Text = text };
        }

        return HourlyWords.Is("concentration", lower.Name) ? upper with { Text = text, Unit = lower.Unit.Length > 0 ? lower.Unit : upper.Unit }
            : HourlyWords.Is("derived", lower.Name) ? new(text, text, "", null)
            : upper with { Text = text, Station = below };
    }
}
