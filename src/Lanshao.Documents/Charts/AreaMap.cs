namespace Lanshao.Documents.Charts;

/// <summary>Draws a district as a grid, a tile of one size for every area, where its neighbours stand: a sketch of places, not of borders. A tile says name, value and class in words; the class is also its edge, so that print without colour tells them apart.</summary>
public static class AreaMap
{
    private const double Gap = 6;
    private const double TileHeight = 46;
    private const double Pad = 8;
    private const double NameSize = 13;
    private const double WordSize = 12;
    private const double LineHeight = 18;
    private const double Swatch = 14;
    private const double MostTileWidth = 190;

    /// <summary>What a tile says by its edge and ground.</summary>
    public enum Tone
    {
        /// <summary>Nothing in particular.</summary>
        Plain,

        /// <summary>Good.</summary>
        Fair,

        /// <summary>To be watched.</summary>
        Raised,

        /// <summary>What the map is about.</summary>
        High,

        /// <summary>Without a value.</summary>
        Missing,
    }

    /// <summary>An area.</summary>
    /// <param name="Name">Its name as the tile prints it.</param>
    /// <param name="Row">Its row from the north, from 1.</param>
    /// <param name="Column">Its column from the west, from 1.</param>
    /// <param name="Value">Its value as printed.</param>
    /// <param name="Word">The word of its class; empty for none.</param>
    /// <param name="Tone">Its class.</param>
    public sealed record Tile(string Name, int Row, int Column, string Value, string Word, Tone Tone)
    {
        /// <summary>Gets its full name in the table of figures; the name where it is not said otherwise.</summary>
        public string FullName { get; init; } = Name;
    }

    /// <summary>What a class means.</summary>
    /// <param name="Tone">The class.</param>
    /// <param name="Text">Its meaning in words.</param>
    public sealed record Key(Tone Tone, string Text);

    /// <summary>The words of a map.</summary>
    /// <param name="Title">The map's title.</param>
    /// <param name="Description">What it says, for people who cannot see it.</param>
    /// <param name="Note">What kind of map it is, printed below.</param>
    /// <param name="Heads">Headings of the table of figures: places, values, classes.</param>
    public sealed record Words(string Title, string Description, string Note, IReadOnlyList<string> Heads);

    /// <summary>Draws the map.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="tiles">The areas, at least one.</param>
    /// <param name="keys">What the classes mean; those that no tile has are left out.</param>
    /// <param name="width">The width of the drawing; wider where names need it.</param>
    /// <returns>The drawing.</returns>
    public static ChartDrawing Draw(Words words, IReadOnlyList<Tile> tiles, IReadOnlyList<Key> keys, double width = RankedBars.PageWidth)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfZero(tiles.Count);
        var columns = tiles.Max(tile => tile.Column);
        var needed = tiles.Max(tile => Math.Max(ChartScale.TextWidth(tile.Name, NameSize), ChartScale.TextWidth(tile.Value, NameSize) + Gap + ChartScale.TextWidth(tile.Word, WordSize))) + (2 * Pad);
        var each = Math.Max(needed, Math.Min(MostTileWidth, ((width - 2 + Gap) / columns) - Gap));
        var whole = (columns * (each + Gap)) - Gap + 2;
        var marks = new List<ChartMark>();
        foreach (var tile in tiles)
        {
            AddTile(marks, tile, 1 + ((tile.Column - 1) * (each + Gap)), 1 + ((tile.Row - 1) * (TileHeight + Gap)), each);
        }

        var bottom = AddKeys(marks, [.. keys.Where(key => tiles.Any(tile => tile.Tone == key.Tone))], 8 + (tiles.Max(tile => tile.Row) * (TileHeight + Gap)), whole);
        foreach (var line in Lines(words.Note, whole))
        {
            bottom += LineHeight;
            marks.Add(new TextMark(0, bottom, line, "chart-axis"));
        }

        return new(words.Title, words.Description, whole, bottom + 6, marks)
        {
            Figures = new(words.Heads, [.. tiles.Select(tile => (IReadOnlyList<string>)[tile.FullName, tile.Value, tile.Word.Length > 0 ? tile.Word : "—"])]),
        };
    }

    private static void AddTile(List<ChartMark> marks, Tile tile, double left, double top, double width)
    {
        marks.Add(new BoxMark(left, top, width, TileHeight, ClassOf(tile.Tone), Tip: $"{tile.FullName} {tile.Value} {tile.Word}".TrimEnd()));
        marks.Add(new TextMark(left + Pad, top + 19, tile.Name, "chart-head"));
        marks.Add(new TextMark(left + Pad, top + 37, tile.Value, "chart-label"));
        if (tile.Word.Length > 0)
        {
            marks.Add(new TextMark(left + width - Pad, top + 37, tile.Word, "chart-axis", TextAnchor.End));
        }
    }

    // The keys stand beside each other as long as there is room; answers the baseline of the last.
    private static double AddKeys(List<ChartMark> marks, List<Key> keys, double top, double width)
    {
        var (left, baseline) = (0d, keys.Count == 0 ? top - LineHeight + 8 : top + 12);
        foreach (var key in keys)
        {
            var length = Swatch + 6 + ChartScale.TextWidth(key.Text, WordSize) + 16;
            if (left > 0 && left + length - 16 > width)
            {
                (left, baseline) = (0, baseline + LineHeight);
            }

            marks.Add(new BoxMark(left + 1, baseline - 10, Swatch, 11, ClassOf(key.Tone)));
            marks.Add(new TextMark(left + Swatch + 6, baseline, key.Text, "chart-axis"));
            left += length;
        }

        return baseline;
    }

    private static IEnumerable<string> Lines(string text, double width)
    {
        var most = Math.Max(1, (int)(width / WordSize));
        return text.Chunk(most).Select(line => new string(line));
    }

    private static string ClassOf(Tone tone) => tone switch
    {
        Tone.Fair => "chart-tile fair",
        Tone.Raised => "chart-tile raised",
        Tone.High => "chart-tile high",
        Tone.Missing => "chart-tile missing",
        _ => "chart-tile",
    };
}
