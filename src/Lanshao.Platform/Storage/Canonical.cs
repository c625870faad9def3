using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lanshao.Platform.Storage;

/// <summary>The canonical form of a change, which does not depend on the store: members sorted by code point, instants in milliseconds, decimals in millionths, so that the chain verifies after a move.</summary>
internal static class Canonical
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the text of a stored value; null stays null.</summary>
    public static string? Text(object? stored) => stored switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        decimal number => ScaledInteger.Scale(number).ToString(CultureInfo.InvariantCulture),
        DateTime instant => UtcInstant.Milliseconds(instant).ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Guid id => id.ToString("D"),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        Enum name => name.ToString(),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{stored.GetType()} has no canonical form; store it as text."),
    };

    /// <summary>Returns the text of a member: a value of the house's own types (a place, findings) has the form in which it is stored, the same on both stores.</summary>
    public static string? Text(IReadOnlyProperty member, object? stored) => stored switch
    {
        null or string or bool or DateTime or DateOnly or Guid or byte[] or Enum or IFormattable => Text(stored),
        _ => Text(member.FindTypeMapping()?.Converter?.ConvertToProvider(stored) ?? stored),
    };

    /// <summary>Returns <c>{"op":"add|change|remove","set":{member: value | [old, new]}}</c>.</summary>
    public static string Content(EntityEntry entry) => Write(json =>
    {
        json.WriteString("op", entry.State switch { EntityState.Added => "add", EntityState.Deleted => "remove", _ => "change" });
        json.WriteStartObject("set");
        foreach (var property in entry.Properties.OrderBy(p => p.Metadata.Name, StringComparer.Ordinal))
        {
            if (entry.State != EntityState.Modified)
            {
                WriteMember(json, property.Metadata.Name, Text(property.Metadata, entry.State == EntityState.Deleted ? property.OriginalValue : property.CurrentValue));
            }
            else if (property.IsModified)
            {
                json.WriteStartArray(property.Metadata.Name);
                json.WriteStringValue(Text(property.Metadata, property.OriginalValue));
                json.WriteStringValue(Text(property.Metadata, property.CurrentValue));
                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
    });

    /// <summary>Returns <c>{"op":"bulk","rows":"N","sha256":"…"}</c>: the rows themselves are vouched for by their digest.</summary>
    public static string Content(BulkChange change) => Write(json =>
    {
        json.WriteString("op", "bulk");
        json.WriteString("rows", change.Rows.ToString(CultureInfo.InvariantCulture));
        json.WriteString("sha256", change.Sha256);
    });

    private static void WriteMember(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
