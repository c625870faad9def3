using System.Globalization;

namespace Lanshao.Platform.Evaluation.Answers;

/// <summary>Names as a sentence lists them.</summary>
internal static class NameList
{
    private const string Ending = "街道";
    private const int MostNames = 6;

    /// <summary>Joins names: 甲、乙、丙街道; a shared ending stands once, a long list is told by its first names and its number.</summary>
    /// <param name="names">The names, at least one.</param>
    /// <param name="noun">What they are, for long lists: 街道（地区）.</param>
    public static string Join(IReadOnlyList<string> names, string noun)
    {
        if (names.Count > MostNames)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Join([.. names.Take(3)], noun)}等{names.Count}个{noun}");
        }

        return names.All(name => name.Length > Ending.Length && name.EndsWith(Ending, StringComparison.Ordinal))
            ? string.Join('、', names.Select(name => name[..^Ending.Length])) + Ending
            : string.Join('、', names);
    }
}
