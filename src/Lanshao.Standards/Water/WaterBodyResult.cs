namespace Lanshao.Standards.Water;

/// <summary>The result of a river, lake, basin or region over its sections.</summary>
/// <param name="Sections">All sections.</param>
/// <param name="ByLevel">Sections of each class, Ⅰ to 劣Ⅴ.</param>
/// <param name="Dry">Sections without water (无水).</param>
/// <param name="Met">Sections that meet their target.</param>
/// <param name="Judged">Sections with a class and a target.</param>
/// <param name="Class">The class of the means of the items, for fewer than five sections with a class; else <see langword="null"/>.</param>
/// <param name="Status">优, 良好, 轻度污染, 中度污染 or 重度污染; <see langword="null"/> where no section has a class.</param>
/// <param name="MainItems">The main pollutants, three at most; none where the status is 优 or 良好.</param>
/// <remarks>地表水环境质量评价办法（试行）, 环办〔2011〕22号: fewer than five sections by the means of their items, five and more by the shares of classes; the order of the main pollutants is recalled (R).</remarks>
public sealed record WaterBodyResult(
    int Sections, IReadOnlyList<int> ByLevel, int Dry, int Met, int Judged, WaterClass? Class, string? Status, IReadOnlyList<WaterItem> MainItems)
{
    private const int GoodLevels = 3;
    private const int Levels = 6;
    private const int MainItemsAtMost = 3;

    /// <summary>Returns the sections with a class.</summary>
    public int Classified => ByLevel.Sum();

    /// <summary>Returns the sections of Ⅰ to Ⅲ.</summary>
    public int Good => ByLevel.Take(GoodLevels).Sum();

    /// <summary>Returns the sections of 劣Ⅴ.</summary>
    public int InferiorV => ByLevel[Levels - 1];

    /// <summary>Returns the share of Ⅰ to Ⅲ among sections with a class (占有水断面比例), %; <see langword="null"/> without such sections.</summary>
    public Reported? GoodShareOfClassified => Percentage.Compute(Good, Classified);

    /// <summary>Returns the share of Ⅰ to Ⅲ among all sections (占总断面比例), %; <see langword="null"/> without sections.</summary>
    public Reported? GoodShareOfAll => Percentage.Compute(Good, Sections);

    /// <summary>Returns the share of 劣Ⅴ among sections with a class, %.</summary>
    public Reported? InferiorShareOfClassified => Percentage.Compute(InferiorV, Classified);

    /// <summary>Returns the share of 劣Ⅴ among all sections, %.</summary>
    public Reported? InferiorShareOfAll => Percentage.Compute(InferiorV, Sections);

    /// <summary>Returns the share of sections that meet their target among those that are judged (达标率), %.</summary>
    public Reported? MetShare => Percentage.Compute(Met, Judged);

    /// <summary>Judges a water body or region.</summary>
    /// <param name="sections">Its sections, dry ones too.</param>
    /// <param name="body">River or lake.</param>
    /// <returns>The result.</returns>
    public static WaterBodyResult Of(IReadOnlyCollection<SectionResult> sections, WaterBody body)
    {
        ArgumentNullException.ThrowIfNull(sections);
        var classified = sections.Where(section => section.Class?.Class is not null).ToList();
        int[] byLevel = [.. Enumerable.Range(1, Levels).Select(level => classified.Count(section => section.Class!.Class!.Value.Level == level))];
        var judged = classified.Where(section => section.Class!.IsMet is not null).ToList();
        var (of, status, main) = classified.Count switch
        {
            0 => (null, null, []),
            < WaterStatistics.SectionsForRatios => ByMeans(classified, body),
            _ => ByShares(classified, byLevel),
        };
        return new(sections.Count, byLevel, sections.Count(section => section.State == WaterState.Dry), judged.Count(section => section.Class!.IsMet == true), judged.Count, of, status, main);
    }

    /// <summary>Returns the official word for the change of a water body's shares against another period: 无明显变化, 有所好转, 明显好转, 有所下降 or 明显下降.</summary>
    /// <param name="before">The result of the other period.</param>
    /// <returns>The word; <see langword="null"/> where one of the periods has no section with a class.</returns>
    /// <remarks>Recalled (R); by unrounded shares of sections with a class.</remarks>
    public string? ChangeSince(WaterBodyResult before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return GoodShareOfClassified is { } good && before.GoodShareOfClassified is { } goodBefore
            ? WaterStatistics.ChangeOfShares(good.Exact - goodBefore.Exact, InferiorShareOfClassified!.Value.Exact - before.InferiorShareOfClassified!.Value.Exact)
            : null;
    }

    private static (WaterClass? Class, string? Status, IReadOnlyList<WaterItem> MainItems) ByMeans(List<SectionResult> classified, WaterBody body)
    {
        var mean = SurfaceWater.Classify(WaterStatistics.Means([.. classified.Select(section => section.Values)]), body, null);
        return (mean.Class, WaterStatistics.StatusOfSection(mean.Class!.Value), mean.MainItems(body));
    }

    private static (WaterClass? Class, string? Status, IReadOnlyList<WaterItem> MainItems) ByShares(List<SectionResult> classified, int[] byLevel)
    {
        var status = WaterStatistics.StatusOfShares(100m * byLevel.Take(GoodLevels).Sum() / classified.Count, 100m * byLevel[^1] / classified.Count);
        return (null, status, status is "优" or "良好" ? [] : MostOftenBeyond(classified));
    }

    /// <summary>The items beyond Ⅲ in most sections (断面超标率), in the order of the table where equal.</summary>
    private static WaterItem[] MostOftenBeyond(List<SectionResult> classified) =>
        [.. SurfaceWater.Items.Where(item => item.IsInClass)
            .Select(item => (Item: item, Beyond: classified.Count(section => section.Class!.Items.Any(one => one.Item == item && !one.Class.IsGood))))
            .Where(item => item.Beyond > 0).OrderByDescending(item => item.Beyond).Take(MainItemsAtMost).Select(item => item.Item)];
}
