using System.Reflection;
using System.Text;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>What the field calls substances, measures and things to be cleared (<c>terms.tsv</c>), the same for every district and year.</summary>
internal static class Terms
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Substances = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, ClearedThing> Cleared = new(StringComparer.Ordinal);
    private static readonly List<string> Measures = [];
    private static readonly List<string> Lower = [];
    private static readonly List<string> Higher = [];
    private static readonly List<string> Actions = [];
    private static readonly List<string> General = [];
    private static readonly char[] AbbreviationLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray();
    private static readonly NameLexicon NameForms;

#pragma warning disable CA1810 // The tables are filled from one file in one pass.
    static Terms()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Lanshao.Platform.Plans.Reading.Targets.terms.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                Add(line.Split('\t'));
            }
        }

        NameForms = new NameLexicon(Names.Keys);
    }
#pragma warning restore CA1810

    /// <summary>Returns a phrase with every substance and thing under its one name; Latin abbreviations in brackets lose the brackets, other brackets go.</summary>
    public static string Canonical(string phrase)
    {
        var text = new StringBuilder(phrase.Length);
        for (var i = 0; i < phrase.Length;)
        {
            var length = NameForms.LongestAt(phrase, i);
            if (length > 0)
            {
                text.Append(Names[phrase.Substring(i, length)]);
                i += length;
                continue;
            }

            i += phrase[i] is '（' or '(' ? AppendBracket(text, phrase, i) : AppendPlain(text, phrase[i]);
        }

        return text.ToString();
    }

    /// <summary>Tells whether a phrase ends as the names of measured things do.</summary>
    public static bool IsMeasured(string phrase)
    {
        var bare = (phrase.EndsWith('）') && phrase.LastIndexOf('（') is > 0 and var open ? phrase[..open] : phrase).TrimEnd(AbbreviationLetters);
        return bare.Length >= 2 && Measures.Exists(word => bare.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>Returns the word that ends the name of a measured thing, empty where none does.</summary>
    public static string MeasureWordOf(string phrase) => LongestEnding(Measures, phrase);

    /// <summary>Tells whether a word says what is done (抽检) and not to what.</summary>
    public static bool IsAction(string word) => Actions.Contains(word);

    /// <summary>Returns the action that ends a phrase, empty where none does.</summary>
    public static string ActionOf(string phrase) => LongestEnding(Actions, phrase);

    /// <summary>Returns the noun at the head of a phrase that stands for a fuller one (设备), empty where none does.</summary>
    public static string GeneralNounAt(string phrase) => General.Find(word => phrase.StartsWith(word, StringComparison.Ordinal)) ?? "";

    public static bool BeginsWithSubstance(string text) => NameForms.LongestAt(text, 0) is > 0 and var length && Substances.ContainsKey(text[..length]);

    public static bool IsSubstance(string text) => Substances.ContainsKey(text) || Substances.ContainsValue(text);

    /// <summary>Returns the substances that a text names, in order, with 、 between.</summary>
    public static string SubstancesIn(string text) =>
        string.Join('、', NameForms.FindAll(text).Select(found => text.Substring(found.Start, found.Length)).Where(Substances.ContainsKey).Select(form => Substances[form]).Distinct());

    public static bool IsLowerBetter(string indicator) => !Higher.Exists(indicator.Contains) && Lower.Exists(indicator.Contains);

    /// <summary>Tells whether a thing is known as one that is to be cleared.</summary>
    public static bool IsCleared(string thing) => Cleared.ContainsKey(thing);

    /// <summary>Returns what is counted when a thing is to be cleared, and in which unit.</summary>
    public static ClearedThing LeftOf(string thing) =>
        Cleared.GetValueOrDefault(LongestEnding(Cleared.Keys, thing)) ?? new ClearedThing(thing + "存量", "");

    private static string LongestEnding(IEnumerable<string> words, string phrase)
    {
        var longest = "";
        foreach (var word in words)
        {
            longest = word.Length > longest.Length && phrase.EndsWith(word, StringComparison.Ordinal) ? word : longest;
        }

        return longest;
    }

    private static int AppendBracket(StringBuilder text, string phrase, int open)
    {
        var close = phrase.AsSpan(open).IndexOfAny('）', ')');
        if (close < 0)
        {
            return 1;
        }

        var inside = phrase.AsSpan(open + 1, close - 1);
        if (!inside.ContainsAnyExceptInRange('!', '~'))
        {
            text.Append(inside);
        }

        return close + 1;
    }

    private static int AppendPlain(StringBuilder text, char c)
    {
        if (c is not (' ' or '）' or ')'))
        {
            text.Append(c);
        }

        return 1;
    }

    private static void Add(string[] cells)
    {
        switch (cells[0])
        {
            case "substance":
                AddNames(cells, Substances);
                AddNames(cells, Names);
                break;
            case "same":
                AddNames(cells, Names);
                break;
            case "clear":
                foreach (var form in cells[3..])
                {
                    Cleared[form] = new ClearedThing(cells[1], cells[2]);
                }

                break;
            default:
                (cells[0] switch { "measure" => Measures, "lower" => Lower, "higher" => Higher, "action" => Actions, _ => General }).AddRange(cells[1..]);
                break;
        }
    }

    private static void AddNames(string[] cells, Dictionary<string, string> names)
    {
        foreach (var form in cells[2..])
        {
            names[form] = cells[1];
        }
    }
}

/// <summary>What is counted when a thing is to be cleared.</summary>
/// <param name="Name">The indicator, e.g. what is left of it.</param>
/// <param name="Unit">Its unit; empty where it has none.</param>
internal sealed record ClearedThing(string Name, string Unit);
