using System.Globalization;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>A text of a pack with its place: a field of a CSV row, an entry of a YAML list.</summary>
public sealed record PackField(string Value, PackSpot Spot);

/// <summary>One row of a CSV file, read by the names of its columns.</summary>
public sealed class PackRow
{
    private readonly List<string> _names;
    private readonly List<PackField> _fields;
    private readonly PackProblems _problems;

    internal PackRow(List<string> names, List<PackField> fields, PackProblems problems)
    {
        _names = names;
        _fields = fields;
        _problems = problems;
    }

    public PackSpot Spot => _fields[0].Spot;

    /// <summary>Gives the place of a column; of the row where the file lacks the column.</summary>
    public PackSpot SpotOf(string column) => Field(column)?.Spot ?? Spot;

    public string Text(string column)
    {
        var text = TextOrNull(column);
        if (text is null)
        {
            _problems.Error("PACK-008", SpotOf(column), ("key", column));
        }

        return text ?? "";
    }

    public string? TextOrNull(string column) => Field(column)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Reads several words parted by blanks.</summary>
    public IReadOnlyList<string> Words(string column) => (TextOrNull(column) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool Flag(string column)
    {
        var text = Text(column);
        if (text is not ("yes" or "no"))
        {
            _problems.Error("PACK-009", SpotOf(column), ("expected", "yes / no"), ("found", text));
        }

        return text == "yes";
    }

    public int? WholeOrNull(string column)
    {
        if (TextOrNull(column) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _problems.Error("PACK-009", SpotOf(column), ("expected", "1, 2, 3 …"), ("found", text));
        return null;
    }

    /// <summary>Reports a reference to something that is not there.</summary>
    public void UnknownReference(string column, string found, IEnumerable<string> known) =>
        _problems.Error("PACK-011", SpotOf(column), ("key", column), ("found", found), ("nearest", Nearest.To(found, known) ?? ""));

    private PackField? Field(string column) => _names.IndexOf(column) is var i and >= 0 ? _fields[i] : null;
}
