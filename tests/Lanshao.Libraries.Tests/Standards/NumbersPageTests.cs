using System.Text;
using System.Text.Json;
using Lanshao.Standards;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards;

/// <summary><c>docs/standards/numbers.md</c> shows every number that the library ships, with its confidence: written from the data, so that the two cannot part.</summary>
public sealed class NumbersPageTests
{
    private const string Prefix = "Lanshao.Standards.Data.";
    private const string Writes = "LANSHAO_WRITE_DOCS";
    private static readonly string[] Heads = ["id", "standard", "clause", "effectiveFrom", "effectiveTo", "source", "confidence"];

    [Fact]
    public void NumbersPage_IsWhatTheDataSay()
    {
        var (path, page) = (RepositoryFolder.At("docs", "standards", "numbers.md"), Page());
        if (Environment.GetEnvironmentVariable(Writes) == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void EveryDataFile_SaysHowSureItIsAndWhereItWasRead() => Assert.All(Files(), file =>
    {
        using var document = Open(file);
        Assert.Contains(document.RootElement.GetProperty("confidence").GetString(), new[] { "V", "R", "?" });
        Assert.NotEqual("", document.RootElement.GetProperty("source").GetString());
        Assert.NotEqual("", document.RootElement.GetProperty("clause").GetString());
    });

    private static string Page()
    {
        var page = new StringBuilder("# Every number of the library\n\n");
        page.Append("Written from `src/Lanshao.Standards/Data/`; a test compares (`LANSHAO_WRITE_DOCS=1` writes it anew). **V** verified against an official or\n");
        page.Append("independent text, **R** recalled by people of the field, **?** open. A row has the confidence of its part, else that of its file.\n");
        foreach (var file in Files())
        {
            using var document = Open(file);
            AddFile(page, file[Prefix.Length..], document.RootElement);
        }

        return page.ToString();
    }

    private static void AddFile(StringBuilder page, string file, JsonElement root)
    {
        var (from, to) = (Text(root, "effectiveFrom"), Text(root, "effectiveTo"));
        page.Append($"\n## {Text(root, "standard")}\n\n`{file}` · {Text(root, "clause")} · {from} – {to} · confidence **{Text(root, "confidence")}** · {Text(root, "source")}\n\n");
        page.Append("| what | value | confidence |\n|---|---|---|\n");
        foreach (var part in root.EnumerateObject().Where(part => !Heads.Contains(part.Name)))
        {
            AddRows(page, part.Name, part.Value, Text(root, "confidence"));
        }
    }

    private static void AddRows(StringBuilder page, string path, JsonElement part, string confidence)
    {
        if (part.ValueKind == JsonValueKind.Object && part.TryGetProperty("confidence", out var own))
        {
            confidence = own.GetString()!;
        }

        if (IsLine(part))
        {
            page.Append($"| {path} | {Line(part)} | {confidence} |\n");
        }
        else if (part.ValueKind == JsonValueKind.Array)
        {
            foreach (var (place, item) in part.EnumerateArray().Index())
            {
                AddRows(page, $"{path} {place + 1}", item, confidence);
            }
        }
        else
        {
            foreach (var item in part.EnumerateObject().Where(item => item.Name != "confidence"))
            {
                AddRows(page, $"{path} {item.Name}", item.Value, confidence);
            }
        }
    }

    private static bool IsLine(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().All(item => IsPlain(item.Value)),
        _ => IsPlain(part),
    };

    private static bool IsPlain(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => false,
        JsonValueKind.Array => part.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)),
        _ => true,
    };

    private static string Line(JsonElement part) => part.ValueKind == JsonValueKind.Object
        ? string.Join("; ", part.EnumerateObject().Where(item => item.Name != "confidence").Select(item => $"{item.Name} {Line(item.Value)}"))
        : part.ValueKind == JsonValueKind.Array ? string.Join(", ", part.EnumerateArray().Select(Line)) : Plain(part);

    private static string Plain(JsonElement part) => (part.ValueKind == JsonValueKind.Null ? "–" : part.ToString()).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Text(JsonElement root, string name) => root.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? Plain(text) : "";

    private static IEnumerable<string> Files() => typeof(Rounding).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static JsonDocument Open(string file)
    {
        using var stream = typeof(Rounding).Assembly.GetManifestResourceStream(file)!;
        return JsonDocument.Parse(stream);
    }
}
