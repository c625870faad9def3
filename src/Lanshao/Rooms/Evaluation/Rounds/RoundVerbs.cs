using System.CommandLine;
using System.Globalization;
using Lanshao.CommandLine;
using Lanshao.Platform.Evaluation.Rounds;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Standards;

namespace Lanshao.Rooms.Evaluation.Rounds;

/// <summary>The verbs of 点评周期: <c>rounds list</c>, <c>rounds save</c>, <c>rounds rank</c>.</summary>
internal static class RoundVerbs
{
    private static readonly Option<int?> Year = new("--year") { Description = "年度，不给为全部（rank 为本年）" };
    private static readonly Option<int> Number = new("--number") { Description = "轮次", Required = true };
    private static readonly Option<string> Indicator = new("--indicator") { Description = "指标代码，如 pm25", DefaultValueFactory = _ => "pm25" };
    private static readonly Option<DateOnly> From = new("--from") { Description = "起日", Required = true, CustomParser = ArgumentValues.Day };
    private static readonly Option<DateOnly> To = new("--to") { Description = "止日", Required = true, CustomParser = ArgumentValues.Day };
    private static readonly Option<string> Source = new("--source") { Description = "数据来源：谁定的、见哪份通知", Required = true };
    private static readonly Option<int> Revision = new("--revision") { Description = "更正第几版，新登记为 0" };
    private static readonly Option<string> Reason = new("--reason") { Description = "更正原因", DefaultValueFactory = _ => string.Empty };

    public static IEnumerable<Command> All() =>
    [
        new Command("rounds", "点评周期")
        {
            DataVerb.On(new Command("list", "列出点评周期") { Year }, Permissions.IndicatorsRead, ListAsync),
            DataVerb.On(new Command("save", "登记或更正一轮点评周期") { Number, Indicator, From, To, Source, Revision, Reason }, Permissions.IndicatorsImport, SaveAsync),
            DataVerb.On(new Command("rank", "一轮点评周期的街道排名") { Number, Indicator, Year }, Permissions.IndicatorsRead, RankAsync),
        },
    ];

    private static async Task<int> ListAsync(DataVerb verb, CancellationToken ct)
    {
        await using var db = verb.Folder.Store.NewContext();
        var rounds = await ReviewRanking.ListAsync(db, verb.Parsed.GetValue(Year), ct);
        return verb.Output.Print(rounds.Select(Listed.Of).ToList(), (writer, listed) => listed.ForEach(round => writer.WriteLine(round.Text)));
    }

    private static async Task<int> SaveAsync(DataVerb verb, CancellationToken ct)
    {
        var parsed = verb.Parsed;
        var request = new SaveReviewPeriod.Request(
            parsed.GetValue(Number), parsed.GetValue(Indicator)!, parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Source)!.Trim(), parsed.GetValue(Reason)!.Trim(), parsed.GetValue(Revision));
        await using var db = verb.Folder.Store.NewContext();
        var saved = await SaveReviewPeriod.RunAsync(db, request, Actor.Local, TimeProvider.System, ct);
        return saved.IsRefused ? verb.Output.Refuse(saved.Refusal) : verb.Output.Print(Listed.Of(saved.Value), (writer, round) => writer.WriteLine(round.Text));
    }

    private static async Task<int> RankAsync(DataVerb verb, CancellationToken ct)
    {
        var stores = await MonitoringStores.OpenAsync(verb.Folder, ct);
        if (stores.IsRefused)
        {
            return verb.Output.Refuse(stores.Refusal);
        }

        await using var db = verb.Folder.Store.NewContext();
        var year = verb.Parsed.GetValue(Year) ?? ChinaTime.Today(TimeProvider.System).Year;
        var round = (await ReviewRanking.ListAsync(db, year, ct)).FirstOrDefault(known => known.Number == verb.Parsed.GetValue(Number) && known.Indicator == verb.Parsed.GetValue(Indicator));
        if (round is null)
        {
            return verb.Output.Refuse(Refusal.NotFound("EVA-055"));
        }

        var ranking = await ReviewRanking.ReadAsync(db, stores.Value, round, ct);
        return ranking.IsRefused ? verb.Output.Refuse(ranking.Refusal) : verb.Output.Print(Ranked.Of(ranking.Value), Write);
    }

    private static void Write(TextWriter writer, Ranked ranked)
    {
        writer.WriteLine(ranked.Round.Text);
        foreach (var row in ranked.Rows)
        {
            writer.WriteLine($"{row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "—"}\t{row.Name}\t{row.Mean?.Shown ?? "—"}\t{row.CityRank ?? "—"}");
        }
    }

    private static Mean? MeanOf(decimal? exact, int decimals) => exact is { } mean && Reported.Of(mean, decimals) is var shown ? new(shown.ExactText, shown.ShownText) : null;

    private sealed record Listed(int Year, int Number, string Indicator, string From, string To, int Days, string Source, int Revision, string Reason)
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Text => string.Create(CultureInfo.InvariantCulture, $"{Year}年第{Number}轮 {Indicator} {From}—{To} {Source} 第{Revision}版");

        public static Listed Of(ReviewPeriod round) =>
            new(round.Year, round.Number, round.Indicator, $"{round.FromOn:yyyy-MM-dd}", $"{round.ToOn:yyyy-MM-dd}", round.Period.Days, round.Source, round.Revision, round.Reason);
    }

    private sealed record Ranked(Listed Round, string Basis, IReadOnlyList<RankedRow> Rows)
    {
        public static Ranked Of(ReviewRanking ranking) => new(
            Listed.Of(ranking.Round), ranking.Basis == FigureBasis.Published ? "published" : "computed",
            [.. ranking.Rows.Select(row => new RankedRow(
                row.Area, row.Name, MeanOf(row.Mean, ranking.Indicator.RankDecimals), row.ValidDays, row.Rank, row.CityRank, row.Change?.ShownText, row.LastPlaces, row.LastThree))]);
    }

    private sealed record Mean(string Exact, string Shown);

    private sealed record RankedRow(string Area, string Name, Mean? Mean, int ValidDays, int? Rank, string? CityRank, string? YearOnYear, int LastPlaces, int LastThree);
}
