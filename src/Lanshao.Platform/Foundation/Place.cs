namespace Lanshao.Platform.Foundation;

public enum PlaceKind
{
    /// <summary>The whole district (全区).</summary>
    District,

    /// <summary>街道（地区）.</summary>
    Subdistrict,

    /// <summary>监测点位 of air, dust, fume.</summary>
    Station,

    /// <summary>断面 of surface water.</summary>
    Section,

    /// <summary>水质监测点位 below the sections.</summary>
    WaterPoint,

    /// <summary>道路.</summary>
    Road,
}

/// <summary>Where a figure holds: the district, or something in it by its official or pack code. Printed as <c>district</c>, <c>subdistrict:CODE</c>, <c>section:CODE</c> …</summary>
public readonly record struct Place
{
    private const int MostCodeCharacters = 40;

    private Place(PlaceKind kind, string code)
    {
        Kind = kind;
        LocalCode = code;
    }

    public static Place District => default;

    public PlaceKind Kind { get; }

    /// <summary>Gets the code inside its kind; empty for the district.</summary>
    public string LocalCode { get => field ?? string.Empty; }

    public string Code => Kind == PlaceKind.District ? "district" : $"{Prefix(Kind)}:{LocalCode}";

    public static Place Subdistrict(string code) => Of(PlaceKind.Subdistrict, code);

    public static Place Of(PlaceKind kind, string code)
    {
        if (kind == PlaceKind.District)
        {
            return District;
        }

        return IsCode(code) ? new(kind, code) : throw new ArgumentException("A place code has 1 to 40 letters, digits, - or _.", nameof(code));
    }

    /// <summary>Reads a printed place. Broken text answers false and never throws.</summary>
    public static bool TryParse(string? text, out Place place)
    {
        place = District;
        if (text == "district")
        {
            return true;
        }

        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (text is null || colon <= 0 || !IsCode(text[(colon + 1)..]))
        {
            return false;
        }

        foreach (var kind in Enum.GetValues<PlaceKind>())
        {
            if (kind != PlaceKind.District && Prefix(kind) == text[..colon])
            {
                place = new(kind, text[(colon + 1)..]);
                return true;
            }
        }

        return false;
    }

    public override string ToString() => Code;

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= MostCodeCharacters && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static string Prefix(PlaceKind kind) => kind switch
    {
        PlaceKind.Subdistrict => "subdistrict",
        PlaceKind.Station => "station",
        PlaceKind.Section => "section",
        PlaceKind.WaterPoint => "water-point",
        PlaceKind.Road => "road",
        _ => "district",
    };
}
