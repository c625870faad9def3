using System.Globalization;

namespace Lanshao.Platform.Foundation.Settings;

/// <summary>One thing that an operator may set: named, described, bounded.</summary>
/// <param name="Key"><c>group.name</c>; in the environment <c>LANSHAO_GROUP_NAME</c>.</param>
/// <param name="Description">What it does (Chinese, a key of the texts).</param>
/// <param name="Unit">The unit of the number; empty for text.</param>
public abstract record Setting(string Key, string Description, string Unit)
{
    /// <summary>Gets whether its value holds a password and is never shown.</summary>
    public bool IsSecret { get; init; }

    public string EnvironmentName => "LANSHAO_" + Key.Replace('.', '_').Replace('-', '_').ToUpperInvariant();

    public abstract string DefaultText { get; }

    /// <summary>Gets what is allowed, as people read it.</summary>
    public abstract string Range { get; }

    /// <summary>Returns a value of it as it may be shown.</summary>
    public string Shown(string text) => IsSecret && text.Length > 0 ? "***" : text;

    /// <summary>Returns whether the text is a value of this setting.</summary>
    public abstract bool Accepts(string text);
}

/// <summary>A whole number between bounds, both included.</summary>
/// <param name="Key">See <see cref="Setting"/>.</param>
/// <param name="Description">See <see cref="Setting"/>.</param>
/// <param name="Unit">See <see cref="Setting"/>.</param>
/// <param name="Default">The value when nobody says otherwise.</param>
/// <param name="Least">The smallest value.</param>
/// <param name="Most">The largest value.</param>
public sealed record NumberSetting(string Key, string Description, string Unit, long Default, long Least, long Most) : Setting(Key, Description, Unit)
{
    public override string DefaultText => Default.ToString(CultureInfo.InvariantCulture);

    public override string Range => string.Create(CultureInfo.InvariantCulture, $"{Least}—{Most}");

    public override bool Accepts(string text) => Read(text) is { } number && number >= Least && number <= Most;

    internal static long? Read(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A line of text, such as a list of host names.</summary>
/// <param name="Key">See <see cref="Setting"/>.</param>
/// <param name="Description">See <see cref="Setting"/>.</param>
/// <param name="Default">The value when nobody says otherwise.</param>
/// <param name="MostCharacters">The longest value.</param>
public sealed record TextSetting(string Key, string Description, string Default, int MostCharacters) : Setting(Key, Description, string.Empty)
{
    public override string DefaultText => Default;

    public override string Range => string.Create(CultureInfo.InvariantCulture, $"≤{MostCharacters}");

    public override bool Accepts(string text) => text.Length <= MostCharacters && !text.Any(char.IsControl);
}
