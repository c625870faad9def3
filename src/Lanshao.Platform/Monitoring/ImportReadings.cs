using System.Globalization;
using Lanshao.Documents.Guard;
using Lanshao.Documents.Hourly;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>导入小时数据: hours of stations out of tables, beside what devices report, by the one staging engine. A row is a day of a station. What is there already stays, unless the clerk says that the table corrects earlier imports; what a device reported always stays.</summary>
public static class ImportReadings
{
    public const string Code = "readings";

    /// <summary>The name of a shipped profile; without it the headings choose.</summary>
    public const string ProfileArgument = "profile";

    /// <summary>A profile of the caller's own, as JSON.</summary>
    public const string OwnProfileArgument = "ownProfile";

    /// <summary>站点类别 of stations that the register does not know; 微站 without it, whose figures count nowhere.</summary>
    public const string TierArgument = "tier";

    /// <summary>1 where the table corrects what earlier imports brought.</summary>
    public const string CorrectsArgument = "corrects";

    /// <summary>The finding that tells the stations which are not in the register.</summary>
    public const string UnknownStations = "MON-020";

    /// <summary>The finding that counts values.</summary>
    public const string ValueCounts = "MON-022";

    private static readonly Dictionary<HourlyExpectation, (string Code, string Words)> Expectations = new()
    {
        [HourlyExpectation.Number] = ("MON-023", "0到99999的数字或空白"),
        [HourlyExpectation.Time] = ("MON-024", "整点时间（时为0—23）"),
        [HourlyExpectation.Station] = ("MON-025", "站点名称"),
        [HourlyExpectation.Cells] = ("MON-026", "与表头一样多的列"),
    };

    private static readonly StoredDays Days = new(HourItems.Air);

    public static ImportKind<ReadingDay> Kind { get; } = new(Code, Permissions.DevicesEdit) { Read = ReadAsync, CurrentOf = Days.CurrentOfAsync, Write = Days.WriteAsync, Prepare = Days.RegisterAsync, LiesApart = true };

    /// <summary>Returns the place of a file that a finding says could not be read; null where it says something else.</summary>
    public static HourlyReject? RejectOf(string file, Finding finding) =>
        Expectations.Where(expected => expected.Value.Code == finding.Code).Select(expected => new HourlyReject(file, int.Parse(finding.Arguments["line"], CultureInfo.InvariantCulture), finding.Arguments["column"], expected.Key, finding.Arguments["found"])).FirstOrDefault();

    internal static Finding FindingOf(HourlyReject reject, string line) => new(
        Expectations[reject.Expected].Code, Severity.Error, new Dictionary<string, string> { ["line"] = line, ["column"] = reject.Column, ["expected"] = Expectations[reject.Expected].Words, ["found"] = reject.Found });

    /// <summary>Reads a file as far as it tells without the store, so that one that is no table stops an import of several before the first is applied. What was read goes on with the source.</summary>
    public static Outcome<ImportSource> Look(ImportSource source, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            return TableOf(source, ct).Then<ImportSource>(table => source with { Looked = table });
        }
        catch (DocumentRefusedException refused)
        {
            return DocumentRefusals.Of(refused);
        }
    }

    private static Outcome<HourlyTable> TableOf(ImportSource source, CancellationToken ct)
    {
        if (source.Looked is HourlyTable known)
        {
            return known;
        }

        return TierRefusal(source) is { } refusal ? refusal
            : ProfileOf(source.Arguments).Then<HourlyTable>(chosen => HourlyReader.Read(new MemoryStream(source.File.Bytes), source.File.Name, chosen.Profile, source.Limits, ct));
    }

    /// <summary>Says that the class of new stations is none; null where it is one.</summary>
    internal static Refusal? TierRefusal(ImportSource source) => DeviceWords.Tiers.ContainsKey(TierOf(source)) ? null
        : Refusal.Invalid("MON-021", ("found", TierOf(source)), ("expected", string.Join('、', DeviceWords.Tiers.Keys)));

    /// <summary>Returns what concerns a table as a whole: the counts of its values, and the stations that are not in the register.</summary>
    internal static List<Finding> FindingsOf(ImportSource source, IReadOnlyList<SourceRow<ReadingDay>> rows, StationNames stations, Dictionary<string, string> counts)
    {
        var findings = new List<Finding> { new(ValueCounts, Severity.Note, counts) };
        var unknown = rows.Where(row => row.Row is not null).Select(row => row.Row!.Station).Distinct().Where(station => stations.NumberOf(station) is null).ToList();
        if (unknown.Count > 0)
        {
            findings.Add(new(UnknownStations, Severity.Warning, new Dictionary<string, string> { ["stations"] = string.Join('、', unknown), ["tier"] = TierOf(source) }));
        }

        return findings;
    }

    private static string TierOf(ImportSource source) => source.Arguments.GetValueOrDefault(TierArgument) is { Length: > 0 } word ? word : DeviceWords.Of(StationTier.Micro);

    private static async Task<Outcome<ImportReading<ReadingDay>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var read = TableOf(source, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var table = read.Value;
        var stations = await StationNames.ReadAsync(db, ct);
        var series = await Store.BesideAsync(db, DataPart.Series, ct);
        if (series.IsRefused)
        {
            return series.Refusal;
        }

        await using var session = await BulkSession.OpenAsync(series.Value, DataPart.Series, ct);
        var beside = new ReadingsTable(session, stations, source.Arguments.GetValueOrDefault(CorrectsArgument) == "1");
        var rows = beside.Rows(table, ct);
        return new ImportReading<ReadingDay>(Code, source.File.Name, rows, FindingsOf(source, rows, stations, beside.Counts(table)));
    }

    private static Outcome<Chosen> ProfileOf(IReadOnlyDictionary<string, string> arguments)
    {
        if (arguments.GetValueOrDefault(OwnProfileArgument) is { Length: > 0 } own)
        {
            return new Chosen(HourlyProfile.Parse(own));
        }

        var name = arguments.GetValueOrDefault(ProfileArgument);
        var found = HourlyProfile.All.FirstOrDefault(profile => profile.Name == name);
        return string.IsNullOrEmpty(name) || found is not null ? new Chosen(found) : Refusal.Invalid("STD-008", ("name", name), ("known", string.Join('、', HourlyProfile.All.Select(profile => profile.Name))));
    }

    private sealed record Chosen(HourlyProfile? Profile);
}
