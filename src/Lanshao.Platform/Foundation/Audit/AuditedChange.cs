using System.Text.Json;

namespace Lanshao.Platform.Foundation.Audit;

/// <summary>What one link of the chain says was done, read out of its canonical form.</summary>
/// <param name="Operation">add, change, remove or bulk.</param>
/// <param name="Members">The members that were set, with what stood there before.</param>
public sealed record AuditedChange(string Operation, IReadOnlyList<AuditedMember> Members)
{
    /// <summary>Reads the content of a link; what is no canonical form stands as one member of its own.</summary>
    public static AuditedChange Of(AuditEntry link)
    {
        try
        {
            using var json = JsonDocument.Parse(link.Content);
            var root = json.RootElement;
            var operation = root.GetProperty("op").GetString()!;
            return new(operation, root.TryGetProperty("set", out var set) ? [.. set.EnumerateObject().Select(member => Member(operation, member))] : Bulk(root));
        }
        catch (Exception altered) when (altered is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new(string.Empty, [new(string.Empty, null, link.Content)]);
        }
    }

    private static AuditedMember Member(string operation, JsonProperty member) => member.Value.ValueKind == JsonValueKind.Array
        ? new(member.Name, member.Value[0].GetString(), member.Value[1].GetString())
        : operation == "remove" ? new(member.Name, member.Value.GetString(), null) : new(member.Name, null, member.Value.GetString());

    private static List<AuditedMember> Bulk(JsonElement root) =>
        [.. root.EnumerateObject().Where(member => member.Name != "op").Select(member => new AuditedMember(member.Name, null, member.Value.GetString()))];
}

/// <summary>One member of a change.</summary>
/// <param name="Name">Its name in the program.</param>
/// <param name="Before">What stood there; null where there was nothing.</param>
/// <param name="After">What stands there; null where nothing is left.</param>
public sealed record AuditedMember(string Name, string? Before, string? After);
