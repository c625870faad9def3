using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>A character that stands twice or is missing, where the document itself writes the same words right: 开展工工作 beside 开展工作, 生态境局 beside 生态环境局.</summary>
internal static class SlipRule
{
    private const int Side = 2;
    private const int FewestRight = 3;
    private const int MostCharacters = 400_000;
    private const string Particles = "的了在和与及";
    private const string Small = "的和与及了等个各第之在为是有不一二三四五六七八九十两全市区县镇乡省";

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var spots = document.Passages.Select(passage => new Spot(ChineseText.Compact(passage.Raw), passage.Where, passage.Origin)).DistinctBy(spot => (spot.Origin, spot.Text)).ToList();
        if (spots.Sum(spot => (long)spot.Text.Length) > MostCharacters)
        {
            return;
        }

        var pieces = Pieces(spots);
        var gapped = Gapped(pieces);
        foreach (var spot in spots)
        {
            for (var at = Side; at + Side <= spot.Text.Length; at++)
            {
                if (IsDoubled(spot.Text, at, pieces))
                {
                    Note("DOC-029", spot, at - Side, at + 1 + Side, spot.Text.Substring(at, 2), spot.Text[at..(at + 1)], log);
                }
                else if (Missing(spot.Text, at, pieces, gapped) is { } whole)
                {
                    Note("DOC-046", spot, at - Side, at + Side, spot.Text[(at - Side)..(at + Side)], whole, log);
                }
            }
        }
    }

    // How often every run of four and five Chinese characters stands in the document.
    private static Dictionary<string, int> Pieces(List<Spot> spots)
    {
        var pieces = new Dictionary<string, int>(StringComparer.Ordinal);
        var alternate = pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var spot in spots)
        {
            var begin = 0;
            for (var at = 0; at < spot.Text.Length; at++)
            {
                begin = ChineseText.IsHan(spot.Text[at]) ? begin : at + 1;
                for (var length = 2 * Side; length <= (2 * Side) + 1 && at + 1 - begin >= length; length++)
                {
                    var piece = spot.Text.AsSpan(at + 1 - length, length);
                    alternate[piece] = alternate.TryGetValue(piece, out var count) ? count + 1 : 1;
                }
            }
        }

        return pieces;
    }

    // 生态|境局 for 生态环境局, where it stands often.
    private static Dictionary<string, string> Gapped(Dictionary<string, int> pieces)
    {
        var gapped = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var piece in pieces.Where(piece => piece.Key.Length == (2 * Side) + 1 && piece.Value >= FewestRight && !Small.Contains(piece.Key[Side], StringComparison.Ordinal)))
        {
            gapped.TryAdd(piece.Key.Remove(Side, 1), piece.Key);
        }

        return gapped;
    }

    private static bool IsDoubled(string text, int at, Dictionary<string, int> pieces) =>
        at + 1 + Side < text.Length && text[at] == text[at + 1] && !Particles.Contains(text[at], StringComparison.Ordinal) && ChineseText.IsHan(text[at])
        && pieces.ContainsKey(string.Concat(text.AsSpan(at - Side, Side + 1), text.AsSpan(at + 2, Side)));

    private static string? Missing(string text, int at, Dictionary<string, int> pieces, Dictionary<string, string> gapped) =>
        gapped.Count > 0 && text.Substring(at - Side, 2 * Side) is var piece && gapped.TryGetValue(piece, out var whole) && pieces.GetValueOrDefault(piece) == 1 ? whole : null;

    private static void Note(string code, Spot spot, int from, int to, string stated, string right, CheckLog log) =>
        log.Note(code, CheckKind.Form, spot with { Text = spot.Text[Math.Max(0, from)..Math.Min(spot.Text.Length, to)] }, [], stated, right);
}
