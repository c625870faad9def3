using Lanshao.Standards.Water;

namespace Lanshao.Platform.Evaluation;

/// <summary>The statistics of some sections of a month: the district, its rivers, its lakes, one water body.</summary>
/// <param name="Name">What the group is called.</param>
/// <param name="Now">The result; the main items and the status of fewer than five sections need their concentrations.</param>
/// <param name="Change">The official word for the change since last month; null where one of the two is not known.</param>
/// <param name="WithoutData">Sections of which nothing is stored.</param>
public sealed record WaterGroup(string Name, WaterBodyResult Now, string? Change, int WithoutData)
{
    private const int Levels = 6;

    /// <summary>Returns the groups of the sections: all, those of the city's assessment, rivers, lakes, and each water body with more than one section.</summary>
    public static IReadOnlyList<WaterGroup> Of(WaterMonth month)
    {
        ArgumentNullException.ThrowIfNull(month);
        var rows = month.Rows;
        var groups = new List<(string Name, IReadOnlyList<WaterMonthRow> Rows)> { ("全区", rows) };
        if (rows.Any(row => row.Body is not null))
        {
            groups.Add(("市级考核断面", [.. rows.Where(row => row.IsMunicipalAssessment)]));
            groups.Add(("河流", [.. rows.Where(row => row.Body == WaterBody.River)]));
            groups.Add(("湖泊", [.. rows.Where(row => row.Body == WaterBody.Lake)]));
            groups.AddRange(rows.Where(row => row.WaterBody is not null).GroupBy(row => row.WaterBody!).Select(body => (body.Key, (IReadOnlyList<WaterMonthRow>)[.. body])));
        }

        return [.. groups.Where(group => group.Rows.Count > 0).Select(group => Of(group.Name, group.Rows))];
    }

    private static WaterGroup Of(string name, IReadOnlyList<WaterMonthRow> rows)
    {
        var body = rows.Select(row => row.Body).Distinct().ToList() is [var only] ? only : null;
        var now = ResultOf([.. rows.Select(row => row.Now).OfType<WaterFinding>()], body);
        var before = ResultOf([.. rows.Select(row => row.LastMonth).OfType<WaterFinding>()], body);
        var isSame = rows.All(row => row.Now is null == row.LastMonth is null && row.Now?.IsPublished == row.LastMonth?.IsPublished);
        var change = !isSame ? null
            : now.Class is { } here && before.Class is { } then ? WaterStatistics.ChangeOfClass(then.National, here.National)
            : now.Class is null && before.Class is null ? now.ChangeSince(before) : null;
        return new(name, now, change, rows.Count(row => row.Now is null));
    }

    // Fewer than five sections are judged by the means of their items: without them there are counts and shares only.
    private static WaterBodyResult ResultOf(IReadOnlyList<WaterFinding> findings, WaterBody? body)
    {
        var results = findings.Select(finding => finding.Result).ToList();
        var classified = findings.Where(finding => finding.Class is not null).ToList();
        if (classified.Count == 0 || classified.Count >= WaterStatistics.SectionsForRatios || (body is not null && classified.TrueForAll(finding => finding.Computed?.Class is not null)))
        {
            // The main items of some of the sections are not those of all.
            var judgedByAll = WaterBodyResult.Of(results, body ?? WaterBody.River);
            return classified.TrueForAll(finding => finding.Result.Class!.Items.Count > 0) ? judgedByAll : judgedByAll with { MainItems = [] };
        }

        int[] byLevel = [.. Enumerable.Range(1, Levels).Select(level => classified.Count(finding => finding.Class!.Value.Level == level))];
        var judged = classified.Where(finding => finding.Result.Class!.IsMet is not null).ToList();
        return new(results.Count, byLevel, results.Count(result => result.State == WaterState.Dry), judged.Count(finding => finding.Result.Class!.IsMet == true), judged.Count, null, null, []);
    }
}
