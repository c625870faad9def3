using System.Text.RegularExpressions;
using Xunit;

namespace Lanshao.Platform.Tests.Architecture;

/// <summary>Rules that stand in the text of the sources and not in what is compiled.</summary>
public class SourceTests
{
    // Where a stumble of foreign code ends: logged once, and the work goes on.
    private static readonly string[] OutermostLoops =
    [
        "src/Lanshao.Platform/Foundation/Feed/FeedReader.cs",
        "src/Lanshao.Platform/Foundation/Jobs/JobRunner.cs",
        "src/Lanshao/Hosting/LastResort.cs",
        "src/Lanshao/Rooms/Monitoring/Gateway/DeviceGateway.cs",
        "src/Lanshao/Rooms/Monitoring/Gateway/SteadyWork.cs",
    ];

    // Connections that the program opens: to itself on the loopback, the simulator's to the gateway that its verb names, and outward notices, which judge their address first. Whoever adds one holds it to the rule for outside addresses.
    private static readonly string[] Callers = ["src/Lanshao.Platform/Notices/Outward/OutwardCall.cs", "src/Lanshao/Hosting/FirstAnswer.cs", "src/Lanshao/Rooms/Monitoring/SimulateVerb.cs", "src/Lanshao/Rooms/Monitoring/SimulatedLink.cs", "src/Lanshao/Rooms/Monitoring/SimulationTarget.cs"];

    [Fact]
    public void Sources_CallNoOutsideAddress()
    {
        var calls = new Regex(@"\b(HttpClient|HttpMessageInvoker|SocketsHttpHandler|HttpClientHandler|WebRequest|WebClient|SmtpClient|ClientWebSocket|TcpClient|UdpClient)\b|\.ConnectAsync\(");
        var files = Checkout.Code().Where(file => calls.IsMatch(file.Text)).Select(file => file.Path);

        Checkout.AssertNone(files.Except(Callers));
    }

    [Fact]
    public void Pages_Policy_NamesNoOutsideHost()
    {
        var policy = Checkout.Code().Single(file => file.Path == "src/Lanshao/Hosting/SecurityHeaders.cs").Text;

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"-src[^;""]*(https?:|wss?:|\*)", policy);
    }

    [Fact]
    public void Pages_Markup_HasNoInlineStyleOrScript() => AssertNone(Checkout.Code(), @"(\s|^)(style|on[a-z]+)\s*=\s*[""'@{]");

    [Fact]
    public void Pages_Markup_HasNoScriptInTheDocument() =>
        AssertNone(Checkout.Files("src", ".razor"), @"<script(?![^>]*\bsrc=)(?![^>]*type=""application/(ld\+)?json"")", @"javascript:");

    [Fact]
    public void Patterns_OverForeignText_AreBounded()
    {
        var unbounded = from file in Checkout.Code()
                        from Match use in Regex.Matches(file.Text, @"(new Regex|GeneratedRegex|Regex\.(IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches))\s*\((.|\n){0,600}?(;|\)\]\r?\n)")
                        where !use.Value.Contains("NonBacktracking", StringComparison.Ordinal) && !use.Value.Contains("TimeSpan.", StringComparison.Ordinal) && !use.Value.Contains("matchTimeoutMilliseconds", StringComparison.Ordinal)
                        select $"{file.Path}: {use.Value}";

        Checkout.AssertNone(unbounded);
    }

    [Fact]
    public void Catches_OfEverything_StandInTheOutermostLoopsOnly()
    {
        var everything = new Regex(@"catch\s*\(\s*(System\.)?Exception(\s+\w+)?\s*\)(?!\s*when)|catch\s*\{(?![^{}]*\bthrow;)");
        var files = Checkout.Code().Where(file => everything.IsMatch(file.Text)).Select(file => file.Path);

        Checkout.AssertNone(files.Except(OutermostLoops));
        Assert.All(OutermostLoops, path => Assert.True(File.Exists(Path.Combine(Checkout.Root, path)), path));
    }

    [Fact]
    public void Sql_WrittenByHand_LiesInStorageOnly() =>
        AssertNone(
            Checkout.Code().Where(file => !file.Path.StartsWith("src/Lanshao.Platform/Storage/", StringComparison.Ordinal)),
            @"\b(ExecuteSql\w*|FromSql\w*|SqlQuery\w*|CommandText|CreateCommand|SqliteCommand|NpgsqlCommand)\b");

    [Fact]
    public void Broker_OfMessages_IsKnownToTheQueueOnly() =>
        AssertNone(Checkout.Code().Where(file => !file.Path.StartsWith("src/Lanshao.Platform/Monitoring/Queue/", StringComparison.Ordinal)), @"\bRabbitMQ\.");

    [Fact]
    public void Files_FromOutside_AreOpenedByTheGuardedReaderOnly() =>
        AssertNone(
            Checkout.Code().Where(file => !file.Path.StartsWith("src/Lanshao.Documents/Guard/", StringComparison.Ordinal)),
            @"ZipArchiveMode\.(Read|Update)|ZipFile\b|new ZipArchive\([^,()]*\)|new (GZip|Deflate|ZLib|Brotli)Stream\b",
            @"XmlReader\.Create\((?!.*DtdProcessing\.Prohibit, XmlResolver = null)|XmlDocument\b|X(Document|Element)\.(Load|Parse)\((?!reader\b)",
            @"(WordprocessingDocument|SpreadsheetDocument|PresentationDocument|Package)\.Open\b");

    [Fact]
    public void Time_OfChina_IsMadeInOnePlace() =>
        AssertNone(Checkout.Code().Where(file => !file.Path.EndsWith("/ChinaTime.cs", StringComparison.Ordinal)), @"AddHours\((-)?8\)|FromHours\(8\)|ToLocalTime\(");

    // The check of the format looks at blanks and line ends only, and the build at what is used.
    [Fact]
    public void Usings_OfEveryFile_StandInTheirOrder()
    {
        var usings = new Regex(@"^(?:global )?using (?<static>static )?(?<name>[\w.]+);", RegexOptions.Multiline);

        Checkout.AssertNone(Checkout.Files("src", ".cs").Concat(Checkout.Files("tests", ".cs")).Concat(Checkout.Files("bench", ".cs"))
            .Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(file => usings.Matches(file.Text).Select(use => (use.Groups["static"].Success, Name: use.Groups["name"].Value)).ToList() is var found
                && !found.OrderBy(use => use.Success).ThenBy(use => !use.Name.Equals("System", StringComparison.Ordinal) && !use.Name.StartsWith("System.", StringComparison.Ordinal))
                    .ThenBy(use => use.Name.Replace('.', '\0'), StringComparer.OrdinalIgnoreCase).SequenceEqual(found))
            .Select(file => file.Path));
    }

    [Fact]
    public void Sources_ToDo_HasAnIssueNumber() => AssertNone(Checkout.Code(), @"(TODO|FIXME|HACK)(?! #\d+)");

    [Fact]
    public void Files_OfTheCheckout_NameNoMachineAndNoPackageRegistry()
    {
        // Taken apart, so that this file does not name them itself.
        string[] folders = ["wo" + "rk", "fa" + "rm", "ro" + "ot", "ho" + "me"];
        string[] hosts = ["nu" + "get", "np" + "mjs", "deb" + "ian"];

        AssertNone(
            Checkout.Files(".", ".cs", ".razor", ".md", ".sh", ".json", ".yaml", ".yml", ".csv", ".props", ".csproj", ".js", ".css", "/run").Where(file => !file.Path.EndsWith("packages.lock.json", StringComparison.Ordinal)),
            $@"(^|[^A-Za-z0-9_.])/({string.Join('|', folders)})/|[A-Z]:\\Users\\",
            $@"({string.Join('|', hosts)})[.]org");
    }

    private static void AssertNone(IEnumerable<SourceText> files, params string[] patterns)
    {
        var read = files.ToList();
        Assert.NotEmpty(read);
        Checkout.AssertNone(patterns.Select(p => new Regex(p)).SelectMany(regex => read.SelectMany(file => file.Lines(regex))));
    }
}
