using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Reports.Wording;

namespace Lanshao.Platform.Reports.CarryOver;

/// <summary>Binds printed figures to the facts of the old period by value, unit and the words around, and gives the new period's value in the same form.</summary>
internal sealed class FigureBinding
{
    private static readonly string[] Forms = ["", "数", "万", "余"];
    private static readonly (string Down, string Up)[] Ways = [("下降", "上升"), ("降低", "升高"), ("减少", "增加"), ("减少", "增长"), ("降幅", "升幅")];
    private readonly FactCatalogue _now;
    private readonly Dictionary<string, List<(NamedFact Fact, string Form)>> _byText = new(StringComparer.Ordinal);

    public FigureBinding(FactCatalogue before, FactCatalogue now)
    {
        _now = now;
        foreach (var fact in before.All)
        {
            foreach (var (text, form) in Printed(fact).DistinctBy(printed => printed.Text))
            {
                _byText.TryAdd(text, []);
                _byText[text].Add((fact, form));
            }
        }

        Names = [.. before.All.Where(fact => fact.Figure is null && fact.Shown.Length >= 3).Select(fact => fact.Shown).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length)];
    }

    /// <summary>Gets the names and lists that facts of the old period print, the longest first.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What a printed piece was bound to.</summary>
    /// <param name="Reason">Whether it was bound.</param>
    /// <param name="Fact">The fact; null for none.</param>
    /// <param name="Before">What is taken out: the piece, with the word of direction before it where that changes too.</param>
    /// <param name="Now">What is put in.</param>
    public sealed record Bound(CarriedReason Reason, NamedFact? Fact, string Before, string Now);

    /// <summary>Binds a piece.</summary>
    /// <param name="piece">As printed, with its unit.</param>
    /// <param name="ahead">The words before it in its sentence.</param>
    /// <param name="behind">The words behind it in its clause.</param>
    public Bound Bind(string piece, string ahead, string behind)
    {
        var candidates = _byText.GetValueOrDefault(piece.TrimStart('-')) ?? [];
        var scored = candidates.Where(candidate => IsOnItsWay(candidate.Fact, piece, ahead)).Select(candidate => (candidate.Fact, candidate.Form, Score: LabelWords.Shared(candidate.Fact.Label, ahead + behind, candidate.Fact.Shown))).Where(candidate => candidate.Score > 0).ToList();
        if (scored.Count == 0)
        {
            return new(CarriedReason.NoFact, null, piece, string.Empty);
        }

        var best = scored.FindAll(candidate => candidate.Score == scored.Max(other => other.Score));
        var written = best.Select(candidate => (candidate.Fact, Now: Write(candidate.Fact, candidate.Form, piece, ahead))).DistinctBy(one => one.Now).ToList();
        return written switch
        {
            [(var fact, null)] => new(CarriedReason.NoValueNow, fact, piece, string.Empty),
            [(var fact, { } now)] => new(CarriedReason.Bound, fact, now.Before, now.Text),
            _ => new(CarriedReason.Ambiguous, null, piece, string.Empty),
        };
    }

    private static IEnumerable<(string Text, string Form)> Printed(NamedFact fact) => fact.Figure is null
        ? [(fact.Shown, string.Empty)]
        : Forms.Select(form => (Text: FactForms.Write(fact, form)?.TrimStart('-') ?? string.Empty, Form: form)).Where(printed => printed.Text.Length > 0);

    // 下降2.6% is no rise; a change without a word of direction carries its sign.
    private static bool IsOnItsWay(NamedFact fact, string piece, string ahead) => fact.Number is not { } number || WayBefore(ahead) switch
    {
        { IsDown: var isDown } => number < 0m == isDown && number != 0m,
        null => number >= 0m != piece.StartsWith('-'),
    };

    private static (string Word, bool IsDown, string Other)? WayBefore(string ahead)
    {
        foreach (var (down, up) in Ways)
        {
            if (ahead.EndsWith(down, StringComparison.Ordinal))
            {
                return (down, true, up);
            }

            if (ahead.EndsWith(up, StringComparison.Ordinal))
            {
                return (up, false, down);
            }
        }

        return null;
    }

    private (string Before, string Text)? Write(NamedFact before, string form, string piece, string ahead)
    {
        if (_now.Find(before.Name) is not { } now || FactForms.Write(now, form) is not { Length: > 0 } text || (before.Figure is null) != (now.Figure is null))
        {
            return null;
        }

        if (now.Number is not { } number || WayBefore(ahead) is not { } way)
        {
            return (piece, text);
        }

        return number == 0m ? (way.Word + piece, "持平")
            : number < 0m == way.IsDown ? (piece, text.TrimStart('-'))
            : (way.Word + piece, way.Other + text.TrimStart('-'));
    }
}
