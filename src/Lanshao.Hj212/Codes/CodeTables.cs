using System.Collections.Frozen;
using System.Reflection;

namespace Lanshao.Hj212.Codes;

/// <summary>The code tables of the three versions: factors, commands, systems.</summary>
public static class CodeTables
{
    /// <summary>Gets the factors by their code since 2017.</summary>
    public static FrozenDictionary<string, Factor> Factors { get; } =
        Read("factors").Select(c => new Factor(c[0], Or(c[1]), c[2], Or(c[3]), Or(c[4]), Or(c[5]))).ToFrozenDictionary(f => f.Code, StringComparer.Ordinal);

    /// <summary>Gets the factors by their code of 2005.</summary>
    public static FrozenDictionary<string, Factor> Factors2005 { get; } =
        Factors.Values.Where(f => f.Code2005 is not null).ToFrozenDictionary(f => f.Code2005!, StringComparer.Ordinal);

    /// <summary>Gets the commands by CN; where 2025 took a number of 2005 again, the newer meaning.</summary>
    public static FrozenDictionary<string, Command> Commands { get; } =
        Read("commands").Select(c => new Command(c[0], Or(c[1]), Or(c[2]), c[3], c[4])).ToFrozenDictionary(c => c.Cn, StringComparer.Ordinal);

    /// <summary>Gets the names of the systems by ST.</summary>
    public static FrozenDictionary<string, string> Systems { get; } = Read("systems").ToFrozenDictionary(c => c[0], c => c[1], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Factor> AnyCase = Factors.Values.ToFrozenDictionary(f => f.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the factor that a code as sent means, whatever its version and its letters; null of an unknown one.</summary>
    /// <param name="sent">The code as sent.</param>
    public static Factor? Find(string sent) => Factors.GetValueOrDefault(sent) ?? Factors2005.GetValueOrDefault(sent) ?? AnyCase.GetValueOrDefault(sent);

    private static string? Or(string text) => text.Length == 0 ? null : text;

    private static List<string[]> Read(string table)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Lanshao.Hj212.Codes.{table}.tsv")!;
        using var reader = new StreamReader(stream);
        _ = reader.ReadLine();
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(line.Split('\t'));
        }

        return rows;
    }
}
