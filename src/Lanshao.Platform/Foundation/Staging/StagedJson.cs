using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>The one written form of staged rows: equal records give equal text, so that text tells whether a row changed.</summary>
internal static class StagedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new PlainDecimal() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T? Read<T>(string? text)
        where T : class => text is null ? null : JsonSerializer.Deserialize<T>(text, Options);

    // 39.0 out of a file and 39.000000 out of a store are one number.
    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        private const decimal One = 1.0000000000000000000000000000m;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / One);
    }
}

/// <summary>Findings in one text column: codes and arguments, never sentences.</summary>
internal sealed class StagedFindings() : ValueConverter<IReadOnlyList<Finding>, string>(
    findings => StagedJson.Write(findings),
    text => StagedJson.Read<Finding[]>(text) ?? Array.Empty<Finding>())
{
    internal sealed class Comparer() : ValueComparer<IReadOnlyList<Finding>>(
        (left, right) => StagedJson.Write(left) == StagedJson.Write(right),
        findings => StagedJson.Write(findings).GetHashCode(StringComparison.Ordinal),
        findings => findings);
}
