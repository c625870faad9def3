namespace Lanshao.Standards;

/// <summary>A class of surface water quality (水质类别): Ⅰ, Ⅱ, Ⅲ, Ⅳ, Ⅴ or 劣Ⅴ, the last with Beijing's grades 劣Ⅴ1 to 劣Ⅴ4 where they are told.</summary>
/// <remarks>
/// GB 3838-2002 地表水环境质量标准, clause 3 and table 1; Ⅰ is best. The grades of 劣Ⅴ stand in no national standard (a public table of a Beijing district; official text not found).
/// 无水 is a result beside the classes, not a class, and does not parse here.
/// </remarks>
public readonly record struct WaterClass : IComparable<WaterClass>
{
    private const string Letters = "ⅠⅡⅢⅣⅤ";
    private const int WorstNumbered = 5;

    private static readonly string[] Spellings = ["Ⅰ", "I", "Ⅱ", "II", "Ⅲ", "III", "Ⅳ", "IV", "Ⅴ", "V"];

    private WaterClass(int level, int? grade) => (Level, Grade) = (level, grade);

    /// <summary>Returns 1 for Ⅰ to 5 for Ⅴ and 6 for 劣Ⅴ; 0 for the default value, which is no class.</summary>
    public int Level { get; }

    /// <summary>Returns 1 to 4 for 劣Ⅴ1 to 劣Ⅴ4; <see langword="null"/> for other classes and where no grade is told.</summary>
    public int? Grade { get; }

    /// <summary>Says whether the class counts as good water (优良水体): Ⅰ, Ⅱ or Ⅲ.</summary>
    /// <remarks>地表水环境质量评价办法（试行）, 环办〔2011〕22号.</remarks>
    public bool IsGood => Level is >= 1 and <= 3;

    /// <summary>Says whether the class is 劣Ⅴ, whatever its grade.</summary>
    public bool IsInferiorV => Level > WorstNumbered;

    /// <summary>Returns the class without its grade, as national rules compare it: 劣Ⅴ1 becomes 劣Ⅴ.</summary>
    public WaterClass National => new(Level, null);

    /// <summary>Makes a class.</summary>
    /// <param name="level">1 (Ⅰ) to 6 (劣Ⅴ).</param>
    /// <param name="grade">1 to 4 with 劣Ⅴ, where it is told; else <see langword="null"/>.</param>
    /// <returns>The class.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static WaterClass Of(int level, int? grade = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, WorstNumbered + 1);
        return grade is null || (level > WorstNumbered && grade is >= 1 and <= 4) ? new(level, grade) : throw new ArgumentOutOfRangeException(nameof(grade));
    }

    /// <summary>Reads a class as official tables print it: Ⅲ, Ⅲ类, III类, 劣Ⅴ, 劣V1类.</summary>
    /// <param name="text">The printed class.</param>
    /// <param name="value">The class; the default value where the text is none.</param>
    /// <returns><see langword="true"/> where the text is a class; <see langword="false"/> for 无水, a dash or anything else.</returns>
    public static bool TryParse(string? text, out WaterClass value)
    {
        value = default;
        var body = (text ?? "").Trim().TrimEnd('类');
        if (body.Length == 0)
        {
            return false;
        }

        value = body[0] == '劣' ? ReadInferior(body[1..]) : Numbered(body);
        return value.Level > 0;
    }

    /// <summary>Says whether this class is at least as good as a target class (达标).</summary>
    /// <param name="target">The target class.</param>
    /// <returns><see langword="true"/> where the class is not worse than the target.</returns>
    /// <remarks>环办〔2011〕22号: a section meets its target where its class is not worse. Grades of 劣Ⅴ count only where the target names one.</remarks>
    public bool Meets(WaterClass target) => target.Grade is null ? Level <= target.Level : CompareTo(target) <= 0;

    /// <summary>Compares two classes, better first.</summary>
    /// <param name="other">The other class.</param>
    /// <returns>Negative where this class is better; a 劣Ⅴ without a grade stands before 劣Ⅴ1.</returns>
    public int CompareTo(WaterClass other) => (Level, Grade ?? 0).CompareTo((other.Level, other.Grade ?? 0));

    /// <summary>Returns the class in the characters of official tables, without 类: Ⅲ, 劣Ⅴ1.</summary>
    /// <returns>The class; an empty string for the default value.</returns>
    public override string ToString() => Level switch
    {
        0 => "",
        > WorstNumbered => "劣Ⅴ" + (Grade is { } grade ? (char)('0' + grade) : ""),
        _ => Letters[Level - 1].ToString(),
    };

    /// <summary>Says whether one class is better than another.</summary>
    /// <param name="left">A class.</param>
    /// <param name="right">Another class.</param>
    /// <returns><see langword="true"/> where <paramref name="left"/> is better.</returns>
    public static bool operator <(WaterClass left, WaterClass right) => left.CompareTo(right) < 0;

    /// <summary>Says whether one class is worse than another.</summary>
    /// <param name="left">A class.</param>
    /// <param name="right">Another class.</param>
    /// <returns><see langword="true"/> where <paramref name="left"/> is worse.</returns>
    public static bool operator >(WaterClass left, WaterClass right) => left.CompareTo(right) > 0;

    /// <summary>Says whether one class is at least as good as another.</summary>
    /// <param name="left">A class.</param>
    /// <param name="right">Another class.</param>
    /// <returns><see langword="true"/> where <paramref name="left"/> is not worse.</returns>
    public static bool operator <=(WaterClass left, WaterClass right) => left.CompareTo(right) <= 0;

    /// <summary>Says whether one class is at most as good as another.</summary>
    /// <param name="left">A class.</param>
    /// <param name="right">Another class.</param>
    /// <returns><see langword="true"/> where <paramref name="left"/> is not better.</returns>
    public static bool operator >=(WaterClass left, WaterClass right) => left.CompareTo(right) >= 0;

    /// <summary>Two spellings a class stand side by side; an unknown one (−1) gives level 0.</summary>
    private static WaterClass Numbered(string body) => new((Array.IndexOf(Spellings, body) + 2) / 2, null);

    private static WaterClass ReadInferior(string body) => body switch
    {
        "Ⅴ" or "V" => new(WorstNumbered + 1, null),
        ['Ⅴ' or 'V', >= '1' and <= '4'] => new(WorstNumbered + 1, body[1] - '0'),
        _ => default,
    };
}
