using System.Globalization;
using System.Text;
using Lanshao.Platform.Foundation;

namespace Lanshao.Shell;

/// <summary>The state of a page lives in its address: reads it, never fails on it, and builds every link, so that period and place travel along.</summary>
public sealed class PageAddress(IHttpContextAccessor accessor)
{
    /// <summary>Names the item of a request that says which page answers it, where that is another address.</summary>
    public const string StandIn = "lanshao.page";

    private const int MostCharacters = 200;
    private static readonly string[] Travelling = ["period", "place", "lang"];
    private readonly List<(string Name, string Text)> _broken = [];
    private readonly HttpRequest _request = accessor.HttpContext!.Request;
    private Period? _period;
    private Place? _place;

    /// <summary>Gets the address of the page, also where it answers a form that was sent to another.</summary>
    public string Path => _request.HttpContext.Items[StandIn] as string ?? _request.Path.Value!;

    /// <summary>Gets the parameters that could not be read, as they came, for a line above the page.</summary>
    public IReadOnlyList<(string Name, string Text)> Broken => _broken;

    /// <summary>Gets the period of the address, or null where it names none.</summary>
    public Period? Period => _period ??= Read("period", text => Platform.Foundation.Period.TryParse(text, out var period) ? period : (Period?)null);

    /// <summary>Gets the place of the address; the whole district where it names none.</summary>
    public Place Place => _place ??= Read("place", text => Place.TryParse(text, out var place) ? place : (Place?)null) ?? Place.District;

    /// <summary>Gets the column of the sort, with a leading minus for the largest first.</summary>
    public string? Sort => Text("sort");

    /// <summary>Gets the key after which a list goes on.</summary>
    public string? After => Text("after");

    /// <summary>Returns a parameter without control characters, at most 200 characters; null where there is none.</summary>
    public string? Text(string name)
    {
        var text = Clean(_request.Query[name].FirstOrDefault());
        return text.Length == 0 ? null : text;
    }

    /// <summary>Returns all values of a filter (the request is refused earlier above twenty).</summary>
    public IReadOnlyList<string> Texts(string name) => [.. _request.Query[name].Select(Clean).Where(text => text.Length > 0).Distinct()];

    /// <summary>Returns a whole number within its bounds; null, and a line above the page, where it is none.</summary>
    public int? Whole(string name, int least, int most) =>
        Read(name, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : (int?)null);

    public DateOnly? Day(string name) =>
        Read(name, text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);

    /// <summary>Returns a link of the program. Period, place and language go along unless they are given.</summary>
    public string To(string path, params (string Name, string? Text)[] query) => Build(path, Kept(query, Travelling.Contains), query);

    /// <summary>Returns this page with some parameters changed; null takes one away, and the list begins anew.</summary>
    public string With(params (string Name, string? Text)[] query) => Build(Path, Kept(query, name => name != "after"), query);

    /// <summary>Gets what travels with every link, for forms that lead to another page.</summary>
    public IEnumerable<(string Name, string Text)> Travel => Kept([], Travelling.Contains);

    /// <summary>Returns the parameters that a form of this page carries along hidden.</summary>
    public IEnumerable<(string Name, string Text)> Others(params string[] ownNames) =>
        Kept([], name => name != "after" && !ownNames.Contains(name));

    private IEnumerable<(string Name, string Text)> Kept((string Name, string? Text)[] changed, Func<string, bool> keep) =>
        from pair in _request.Query
        where keep(pair.Key) && !changed.Any(c => c.Name == pair.Key)
        from value in pair.Value
        let text = Clean(value)
        where text.Length > 0
        select (pair.Key, text);

    private static string Build(string path, IEnumerable<(string Name, string Text)> kept, (string Name, string? Text)[] changed)
    {
        var pairs = kept.Concat(changed.Where(c => !string.IsNullOrEmpty(c.Text)).Select(c => (c.Name, Text: c.Text!)));
        var query = string.Join('&', pairs.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Text)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private T? Read<T>(string name, Func<string, T?> parse)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null && !_broken.Contains((name, text)))
        {
            _broken.Add((name, text));
        }

        return value;
    }

    /// <summary>Drops control characters and broken halves of characters, and cuts by whole characters.</summary>
    private static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune != Rune.ReplacementChar).Take(MostCharacters))
        {
            clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }
}
