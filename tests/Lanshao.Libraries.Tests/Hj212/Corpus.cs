using System.Text.Json;

namespace Lanshao.Libraries.Tests.Hj212;

/// <summary>The frames of the reference, good and bad, each with what a correct reader makes of it.</summary>
internal static class Corpus
{
    private static readonly Lazy<Dictionary<string, JsonElement>> Cases = new(() => File.ReadLines(Reference.File("hj212", "frames_public.jsonl"))
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToDictionary(c => c.GetProperty("id").GetString()!));

    /// <summary>Returns the case; the test is skipped by name where there is no reference.</summary>
    public static JsonElement Case(string id) => Cases.Value[id];

    public static byte[] Bytes(JsonElement @case) => @case.GetProperty("bytes_b64").GetBytesFromBase64();

    /// <summary>Returns the names of the cases; one name that skips where there is no reference.</summary>
    public static IEnumerable<string> Names(Func<string, bool> verdict)
    {
        try
        {
            return [.. Cases.Value.Where(c => verdict(c.Value.GetProperty("verdict").GetString()!)).Select(c => c.Key)];
        }
        catch (Exception missing) when (missing is not IOException and not JsonException)
        {
            return ["reference"];
        }
    }

    /// <summary>Returns all that is not simply good, and a few of the good, each as its bytes.</summary>
    public static IEnumerable<byte[]> Broken() =>
        Cases.Value.Values.GroupBy(c => c.GetProperty("verdict").GetString()).SelectMany(g => g.Take(g.Key == "ok" ? 3 : 8)).Select(Bytes);
}
