using System.Globalization;

namespace Lanshao.Documents.Guard;

/// <summary>Reads whole numbers of foreign attributes.</summary>
internal static class Digits
{
    /// <summary>Returns the number, or <see langword="null"/> where the text is none.</summary>
    public static int? ToInt(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
