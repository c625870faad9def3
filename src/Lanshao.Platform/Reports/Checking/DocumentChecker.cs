using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Checking.Rules;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Checks a document against itself: finds what a careful editor with a calculator finds, and nothing else.</summary>
/// <remarks>Every printed number is an interval; a statement is wrong only if no values inside the printed intervals and no declared basis make both places true.</remarks>
public static class DocumentChecker
{
    // What explains most comes first: a later rule leaves alone what an earlier one has found.
    private static readonly Action<CheckedDocument, CheckLog>[] Rules =
    [
        RoundingRule.Check,
        SumRule.Check,
        ComputedColumnRule.Check,
        RankRule.Check,
        OrderRule.Check,
        TallyTableRule.Check,
        RowRelationRule.Check,
        RunningColumnRule.Check,
        HoursColumnRule.Check,
        YearOnYearRule.Check,
        TargetRule.Check,
        ClassOrderRule.Check,
        ClassChangeRule.Check,
        ListRules.Check,
        RangeRule.Check,
        WaterRule.Check,
        SectionClassRule.Check,
        RowGroupRule.Check,
        ListCountRule.Check,
        NumberedPointsRule.Check,
        DayGradesRule.Check,
        ClassSumRule.Check,
        ComplementRule.Check,
        PartsSumRule.Check,
        BracketPartsRule.Check,
        LooseListRule.Check,
        FamilySumRule.Check,
        EachSumRule.Check,
        NamesSumRule.Check,
        ChangeRule.Check,
        ConversionRule.Check,
        BaseListRule.Check,
        GrowthPairRule.Check,
        AddedRule.Check,
        GrowthOfRule.Check,
        NetChangeRule.Check,
        ListedTimesRule.Check,
        TimesExtremeRule.Check,
        TimesSumRule.Check,
        MonthsListRule.Check,
        PlaceMoveRule.Check,
        PlaceWithinRule.Check,
        ParagraphListRule.Check,
        ShareRule.Check,
        PartsShareRule.Check,
        BracketShareRule.Check,
        AreaShareRule.Check,
        NamedShareRule.Check,
        ShareListRule.Check,
        PairedListRule.Check,
        PairRateRule.Check,
        UnitPriceRule.Check,
        SumShareRule.Check,
        AverageRule.Check,
        MeanWithinRule.Check,
        AheadMeanRule.Check,
        TimesOfRule.Check,
        ExceedRule.Check,
        BudgetRule.Check,
        SideRule.Check,
        ChangeCountRule.Check,
        LimitCountRule.Check,
        AverageCountRule.Check,
        TableCountRule.Check,
        CategoryCountRule.Check,
        AnnexCountRule.Check,
        AllDoneRule.Check,
        ChangeExtremeRule.Check,
        PartitionRule.Check,
        OrderedListRule.Check,
        LimitSetRule.Check,
        PlaceListRule.Check,
        PlacesOfRule.Check,
        GapRule.Check,
        SpreadRule.Check,
        PointsApartRule.Check,
        TrendRule.Check,
        NamedSumRule.Check,
        RestRule.Check,
        ShortfallRule.Check,
        UndoneRule.Check,
        RatedRestRule.Check,
        PointsBaseRule.Check,
        TimeProgressRule.Check,
        NamedCompareRule.Check,
        NamedValueRule.Check,
        RowStatisticsRule.Check,
        RowChangeRule.Check,
        RowFigureRule.Check,
        TableListRule.Check,
        EndRule.Check,
        OnlyRule.Check,
        ColumnTotalRule.Check,
        RoundTotalRule.Check,
        StemRateRule.Check,
        RestAgainRule.Check,
        TargetStepRule.Check,
        AgreementRule.Check,
        TotalRule.Check,
        SuperlativeRule.Check,
        FigureConflictRule.Check,
        ToldAgainRule.Check,
        CellSlipRule.Check,
        DateRule.Check,
        LimitAcrossRule.Check,
        TruncatedRule.Check,
        HeadingRule.Check,
        NotationRule.Check,
        SlipRule.Check,
    ];

    // Rules that attach a figure by nearness: their findings leave only where no other reading makes it right.
    private static readonly Dictionary<Action<CheckedDocument, CheckLog>, Guess> Guessing = new()
    {
        [ShareRule.Check] = Guess.Text,
        [AreaShareRule.Check] = Guess.Text,
        [StemRateRule.Check] = Guess.Text,
        [NamedShareRule.Check] = Guess.Text,
        [ChangeRule.Check] = Guess.Changes,
        [PartsShareRule.Check] = Guess.Text,
        [SumShareRule.Check] = Guess.Text,
        [BracketShareRule.Check] = Guess.Text,
        [PairRateRule.Check] = Guess.Text,
        [SpreadRule.Check] = Guess.Text,
        [TimesOfRule.Check] = Guess.Text,
        [TimeProgressRule.Check] = Guess.Text,
        [NamedCompareRule.Check] = Guess.Text,
        [UnitPriceRule.Check] = Guess.Text,
        [NamedValueRule.Check] = Guess.Values,
        [AgreementRule.Check] = Guess.Tables,
        [RowFigureRule.Check] = Guess.Values,
        [FigureConflictRule.Check] = Guess.Tables,
        [UndoneRule.Check] = Guess.Tables,
        [ColumnTotalRule.Check] = Guess.Tables,
        [TotalRule.Check] = Guess.Tables,
        [ShortfallRule.Check] = Guess.Tables,
        [RestAgainRule.Check] = Guess.Tables,
    };

    // Rules that set a figure beside another because it stands near: what lies far off was read of another thing.
    private static readonly HashSet<Action<CheckedDocument, CheckLog>> Nearness =
    [
        NamedValueRule.Check,
        RowFigureRule.Check,
        AverageRule.Check,
        SectionClassRule.Check,
        AgreementRule.Check,
        ShortfallRule.Check,
        EachSumRule.Check,
        AheadMeanRule.Check,
    ];

    /// <summary>Checks a document against itself.</summary>
    /// <param name="document">The document, read.</param>
    /// <param name="names">The names of the district's units; without them names stay as printed.</param>
    /// <param name="ct">Stops the checking.</param>
    public static CheckReport Check(SourceDocument document, NameBook names, CancellationToken ct = default) => Check(document, names, null, ct);

    /// <summary>Checks a document against itself and, when it is about the same district and period, against the district's own figures.</summary>
    /// <param name="document">The document, read.</param>
    /// <param name="names">The names of the district's units.</param>
    /// <param name="own">What the district's figures say about the period (<see cref="PeriodOf"/>); null where there are none.</param>
    /// <param name="ct">Stops the checking.</param>
    public static CheckReport Check(SourceDocument document, NameBook names, ReportDraft? own, CancellationToken ct = default)
    {
        var read = CheckedDocumentReader.Read(document, names);
        var log = new CheckLog(new Explained(read));
        foreach (var rule in Rules)
        {
            ct.ThrowIfCancellationRequested();
            (log.Guess, log.IsNear) = (Guessing.GetValueOrDefault(rule), Nearness.Contains(rule));
            rule(read, log);
        }

        if (own is not null)
        {
            FactRule.Check(read, own, log);
        }

        return new CheckReport(document.Source, log.Consistent, log.Inconsistent, log.Unverifiable, [.. log.Findings.OrderBy(finding => finding.Severity).ThenBy(finding => PlaceOf(finding.Statement.Origin))]);
    }

    /// <summary>The period that a document's title names; null where it names none.</summary>
    /// <param name="document">The document, read.</param>
    public static Period? PeriodOf(SourceDocument document) => CheckedDocumentReader.Read(document, NameBook.Empty).Period is { } days ? Period.Spanning(days.From, days.To) : null;

    private static (int, int, int) PlaceOf(Origin origin) => (origin.Block ?? origin.Line ?? 0, origin.Row ?? 0, origin.Cell ?? 0);
}
