using System.Text.Json;

namespace Lanshao.Standards.Water;

/// <summary>A basic item of surface water with its limits.</summary>
/// <remarks>GB 3838-2002, table 1. Beijing's grades of 劣Ⅴ stand in a public table of one of its districts; the official document was not found.</remarks>
public sealed class WaterItem
{
    private readonly decimal[] _limits;
    private readonly decimal[]? _limitsOfLakes;
    private readonly decimal[]? _inferior;
    private readonly Kind _kind;

    private WaterItem(string key, JsonElement data)
    {
        Key = key;
        (Code, Name, Unit) = (data.GetProperty("code").GetString()!, data.GetProperty("name").GetString()!, data.GetProperty("unit").GetString()!);
        (_limits, _limitsOfLakes, _inferior) = (Numbers(data, "limits")!, Numbers(data, "limitsLake"), Numbers(data, "inferior"));
        _kind = data.GetProperty("direction").GetString() switch { "range" => Kind.Range, ">=" => Kind.AtLeast, _ => Kind.AtMost };
        (Decimals, IsInClass) = (data.GetProperty("decimals").GetInt32(), data.GetProperty("inClass").GetBoolean());
    }

    private enum Kind
    {
        AtMost,
        AtLeast,
        Range,
    }

    /// <summary>Returns the short name in ASCII, such as tp.</summary>
    public string Key { get; }

    /// <summary>Returns the code of HJ standards, such as w21011.</summary>
    public string Code { get; }

    /// <summary>Returns the Chinese name.</summary>
    public string Name { get; }

    /// <summary>Returns the unit: mg/L, 个/L or 无量纲.</summary>
    public string Unit { get; }

    /// <summary>Returns the decimals of a reported figure (R).</summary>
    public int Decimals { get; }

    /// <summary>Says whether the item takes part in the class of a section; total nitrogen and coliforms are told separately.</summary>
    /// <remarks>环办〔2011〕22号.</remarks>
    public bool IsInClass { get; }

    /// <summary>Says whether a multiple over a limit has a meaning: not for pH and dissolved oxygen.</summary>
    public bool HasMultiple => _kind == Kind.AtMost;

    /// <summary>Classifies a concentration; the class of the best limit that it keeps, 劣Ⅴ with its Beijing grade.</summary>
    /// <param name="concentration">In the item's unit; judged as given, unrounded.</param>
    /// <param name="body">River or lake.</param>
    /// <returns>The class; a grade only where the table has one for the item.</returns>
    /// <remarks>GB 3838-2002, table 1. A grade whose limit equals that of Ⅴ cannot occur (BOD5 10.4 is 劣Ⅴ2); pH outside 6 to 9 is 劣Ⅴ4.</remarks>
    public WaterClass Classify(decimal concentration, WaterBody body)
    {
        if (_kind == Kind.Range)
        {
            return concentration >= _limits[0] && concentration <= _limits[1] ? WaterClass.Of(1) : WaterClass.Of(6, 4);
        }

        var limits = LimitsFor(body);
        var level = Array.FindIndex(limits, limit => Keeps(concentration, limit));
        if (level >= 0)
        {
            return WaterClass.Of(level + 1);
        }

        var grade = _inferior is { } inferior ? Array.FindIndex(inferior, limit => Keeps(concentration, limit)) : 0;
        return WaterClass.Of(6, _inferior is null ? null : grade < 0 ? 4 : grade + 1);
    }

    /// <summary>Returns the limit of a class.</summary>
    /// <param name="level">1 (Ⅰ) to 5 (Ⅴ).</param>
    /// <param name="body">River or lake.</param>
    /// <returns>In the item's unit; of pH the upper end.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is out of range.</exception>
    public decimal Limit(int level, WaterBody body)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 5);
        return _kind == Kind.Range ? _limits[1] : LimitsFor(body)[level - 1];
    }

    /// <summary>Computes by how much a concentration is above the limit of a class (超标倍数).</summary>
    /// <param name="concentration">In the item's unit.</param>
    /// <param name="level">1 (Ⅰ) to 5 (Ⅴ).</param>
    /// <param name="body">River or lake.</param>
    /// <returns>(C − S) ÷ S with two decimals; <see langword="null"/> where it is not above, and for pH and dissolved oxygen.</returns>
    /// <remarks>环办〔2011〕22号.</remarks>
    public Reported? Multiple(decimal concentration, int level, WaterBody body) =>
        HasMultiple && Limit(level, body) is var limit && concentration > limit ? Reported.Of((concentration - limit) / limit, 2) : null;

    internal static WaterItem Read(JsonProperty row) => new(row.Name, row.Value);

    private static decimal[]? Numbers(JsonElement data, string name) =>
        data.TryGetProperty(name, out var numbers) ? [.. numbers.EnumerateArray().Select(number => number.GetDecimal())] : null;

    private decimal[] LimitsFor(WaterBody body) => body == WaterBody.Lake && _limitsOfLakes is { } lakes ? lakes : _limits;

    private bool Keeps(decimal concentration, decimal limit) => _kind == Kind.AtLeast ? concentration >= limit : concentration <= limit;
}
