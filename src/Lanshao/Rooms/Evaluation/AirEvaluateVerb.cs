using System.CommandLine;
using System.Globalization;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Standards.Air;

namespace Lanshao.Rooms.Evaluation;

/// <summary><c>air evaluate FILE…</c>: hours to days, months, quarters, halves and years by GB 3095, HJ 633 and HJ 663.</summary>
internal static class AirEvaluateVerb
{
    private const int RejectsTold = 100;
    private static readonly Argument<FileInfo[]> Files = new("FILE") { Description = "小时值：CSV（可压缩为 .gz）或 Excel，宽表或长表", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<DateOnly?> From = new("--from") { Description = "首日（含）", CustomParser = argument => ArgumentValues.Day(argument) };
    private static readonly Option<DateOnly?> To = new("--to") { Description = "末日（含）", CustomParser = argument => ArgumentValues.Day(argument) };
    private static readonly Option<string> Edition = new("--edition") { Description = "auto 按观测日选版本，2012 或 2026 为人工指定", DefaultValueFactory = _ => "auto" };
    private static readonly Option<string?> Profile = new("--profile") { Description = "导入配置的名称，或配置文件（.json）" };
    private static readonly Option<string?> City = new("--city") { Description = "各站平均的名称" };
    private static readonly Option<decimal> CityShare = new("--city-share") { Description = "各站平均至少要有多大比例的站有效（0 到 1，如 0.75）；不给则一站即可", CustomParser = ArgumentValues.Decimal };
    private static readonly Option<string[]> NotMonitored = new("--not-monitored") { Description = "按计划不监测、不影响发布指数的项目，可多次给出" };
    private static readonly Option<FileInfo?> Exceptional = new("--exceptional") { Description = "例外（沙尘）日名单，一行一个日期；另算一份扣除后的结果，不改原结果" };
    private static readonly Option<FileInfo?> Rejects = new("--rejects") { Description = "把读不懂的行写到此文件（CSV）" };

    public static Command Command()
    {
        Edition.AcceptOnlyFromAmong("auto", "2012", "2026");
        var verb = new Command("evaluate", "由小时值评价：日、月、季、半年、年") { Files, From, To, Edition, Profile, City, CityShare, NotMonitored, Exceptional, Rejects, CommonOptions.Pack, CommonOptions.Data };
        verb.Validators.Add(parsed =>
        {
            if (parsed.GetValue(From) is { } from && parsed.GetValue(To) is { } to && from > to)
            {
                parsed.AddError("--from 应不晚于 --to。");
            }

            foreach (var name in (parsed.GetValue(NotMonitored) ?? []).Where(name => !AirItems.TryParse(name, out AirItem _)))
            {
                parsed.AddError($"没有“{name}”这一项目。");
            }
        });

        return verb.Needs(Permissions.Open).Runs(async (parsed, output, ct) =>
        {
            var profile = await HourlyFiles.ProfileAsync(parsed.GetValue(Profile), ct);
            if (profile.Refusal is { } unknown)
            {
                return output.Refuse(unknown);
            }

            var files = AirFiles.Read(parsed.GetValue(Files)!, profile.Profile, ct);
            if (files.IsRefused)
            {
                return output.Refuse(files.Refusal);
            }

            await TellAsync(files.Value, parsed.GetValue(Rejects), ct);
            var exceptional = parsed.GetValue(Exceptional) is { } list ? await DaysAsync(list, ct) : null;
            var answer = Evaluate(files.Value, parsed, exceptional);
            return answer.IsRefused ? output.Refuse(answer.Refusal) : output.Write(answer.Value.Json, answer.Value.Text);
        });
    }

    private static Outcome<AirAnswer> Evaluate(AirFiles files, ParseResult parsed, IReadOnlySet<DateOnly>? exceptional)
    {
        var series = files.Series(parsed.GetValue(From), parsed.GetValue(To));
        if (series.Count == 0)
        {
            return Refusal.Unreadable("STD-009");
        }

        var options = Options(parsed, series.Min(station => station.First));
        if (options.IsRefused)
        {
            return options.Refusal;
        }

        var stations = new AirEvaluation[series.Count];
        SideBySide.Each(stations.Length, i => stations[i] = AirEvaluation.Of(series[i], options.Value));
        var city = AirEvaluation.OfStations(parsed.GetValue(City) ?? "各站平均", stations, options.Value);
        return new AirAnswer(files, stations, city, parsed.GetValue(Edition)!, exceptional);
    }

    /// <summary>Options; refused where no edition was in force on the first day and the pack names no pilot start.</summary>
    private static Outcome<AirOptions> Options(ParseResult parsed, DateOnly first)
    {
        var forced = parsed.GetValue(Edition) is not "auto" and var year ? AirIndexEdition.Find(year!) : null;
        var isEarly = forced is null && AirIndexEdition.InForceOn(first) is null;
        var pilot = isEarly ? PackChoice.ReadAirPilotFrom(parsed.GetValue(CommonOptions.Pack), parsed.GetValue(CommonOptions.Data)!) : null;
        if (isEarly && AirIndexEdition.InForceOn(first, pilot) is null)
        {
            return Refusal.Invalid("STD-007", ("day", Day(first)), ("start", Day(AirIndexEdition.All[0].Edition.EffectiveFrom)), ("pilot", pilot is { } from ? Day(from) : "—"));
        }

        return new AirOptions
        {
            Forced = forced,
            PilotFrom = pilot,
            CityShareOfStations = parsed.GetValue(CityShare),
            NotMonitored = (parsed.GetValue(NotMonitored) ?? []).Select(name => AirItems.TryParse(name, out AirItem item) ? item : default).ToHashSet(),
        };
    }

    private static async Task<IReadOnlySet<DateOnly>> DaysAsync(FileInfo list, CancellationToken ct)
    {
        var days = new HashSet<DateOnly>();
        foreach (var line in await File.ReadAllLinesAsync(list.FullName, ct))
        {
            if (DateOnly.TryParseExact(line.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                days.Add(day);
            }
            else if (line.Trim().Length > 0)
            {
                VerbOutput.Tell($"{list.Name}：“{line.Trim()}”不是 2024-03-28 这样的日期，未计入。");
            }
        }

        return days;
    }

    /// <summary>Tells what could not be read, on standard error and, where asked, in a file.</summary>
    private static async Task TellAsync(AirFiles files, FileInfo? into, CancellationToken ct)
    {
        var rejects = files.Tables.SelectMany(table => table.Rejects).ToList();
        foreach (var reject in rejects.Take(RejectsTold))
        {
            VerbOutput.Tell($"{reject.File} 第{reject.Line}行{(reject.Column.Length > 0 ? $"“{reject.Column}”" : "")}：应为{HourlyFiles.Words(reject.Expected)}，实为“{reject.Found}”，未读入。");
        }

        var count = files.Tables.Sum(table => table.RejectCount);
        if (count > RejectsTold)
        {
            VerbOutput.Tell($"读不懂的共{count}处，以上为前{RejectsTold}处。");
        }

        if (files.Duplicates > 0)
        {
            VerbOutput.Tell($"重复{files.Duplicates}处，保留先出现的。");
        }

        if (into is not null)
        {
            await HourlyFiles.WriteRejectsAsync(into.FullName, rejects, ct);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
