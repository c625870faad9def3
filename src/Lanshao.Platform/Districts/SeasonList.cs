using System.Globalization;
using Lanshao.Documents.Language;
using Lanshao.Platform.Districts.Packs;

namespace Lanshao.Platform.Districts;

/// <summary>Reads the seasons of a district (<c>seasons.yaml</c>): the words of its documents, such as 雨季, and their days, which differ by region. A pack without the file has the common ones.</summary>
internal sealed class SeasonList(PackFiles files, PackProblems problems)
{
    public const string File = "seasons.yaml";
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public Seasons Read()
    {
        var seasons = PackMap.OpenList(files, File, "seasons", problems, required: false).Select(ReadSeason).OfType<Season>().ToList();
        return seasons.Count == 0 ? Seasons.Common : new(seasons);
    }

    private Season? ReadSeason(PackMap map)
    {
        var (name, words) = (map.Text("name"), map.Texts("words"));
        var (from, to) = (DayOf(map, "from"), DayOf(map, "to"));
        map.TextOrNull("note");
        map.Done();
        if (words.Count == 0)
        {
            problems.Error("PACK-008", map.SpotOf("words"), ("key", "words"));
        }

        foreach (var word in words.Where(word => !_words.Add(word)))
        {
            problems.Error("PACK-012", map.SpotOf("words"), ("code", word));
        }

        return from is { } first && to is { } last ? new(name, words, first.Month, first.Day, last.Month, last.Day) : null;
    }

    // 06-01: a day that every year has.
    private DateOnly? DayOf(PackMap map, string key)
    {
        var text = map.Text(key);
        if (DateOnly.TryParseExact("2001-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (text.Length > 0)
        {
            problems.Error("PACK-009", map.SpotOf(key), ("expected", "06-01"), ("found", text));
        }

        return null;
    }
}
