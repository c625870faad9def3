using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Reports.Wording;

namespace Lanshao.Platform.Reports.CarryOver;

/// <summary>Binds printed figures to the facts of the old period by value, unit and the words around, and gives the new period's value in the same form.</summary>
internal sealed class FigureBinding
{
    private static readonly string[] Forms = ["", "数", "万", "余"];
    private static readonly (string Down, string Up)[] Ways = [("下降", "上升"), ("降低", "升高"), ("减少", "增加"), ("减少", "增长"), ("降幅", "升幅")];
    private const int LeastInParagraph = 3;

    // What stands right before a figure counts twice.
    private const int Near = 12;
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
    /// <param name="paragraph">The words before it in its paragraph, for a sentence that says nothing of the matter itself.</param>
    public Bound Bind(string piece, string ahead, string behind, string paragraph = "")
    {
        var candidates = (_byText.GetValueOrDefault(piece.TrimStart('-')) ?? []).FindAll(candidate => IsOnItsWay(candidate.Fact, piece, ahead));
        var near = ahead[Math.Max(0, ahead.Length - Near)..];
        var best = Best(candidates, ahead + behind, near, LeastOf);
        best = best.Count > 0 ? best : Best(candidates, paragraph + behind, near, _ => LeastInParagraph);

        // Names in the very order of a fact are that fact.
        best = best.Count > 0 || !piece.Contains('、', StringComparison.Ordinal) ? best : candidates;
        if (best.Count == 0)
        {
            return new(CarriedReason.NoFact, null, piece, string.Empty);
        }

        var written = best.Select(candidate => (candidate.Fact, Now: Write(candidate.Fact, candidate.Form, piece, ahead))).DistinctBy(one => one.Now).ToList();
        written = written.Exists(one => one.Now is not null) ? written.FindAll(one => one.Now is not null) : written;
        return written switch
        {
            [(var fact, null)] => new(CarriedReason.NoValueNow, fact, piece, string.Empty),
            [(var fact, { } now)] => new(CarriedReason.Bound, fact, now.Before, now.Text),
            _ => new(CarriedReason.Ambiguous, null, piece, string.Empty),
        };
    }

    /// <summary>Binds a range of changes whose way is said once, before the first; null where either is not bound.</summary>
    /// <param name="first">The first as printed.</param>
    /// <param name="whole">Both with what stands between.</param>
    /// <param name="second">The second as printed.</param>
    /// <param name="ahead">The words before the first in the sentence.</param>
    /// <param name="behind">The words behind the second in its clause.</param>
    public Bound? BindRange(string first, string whole, string second, string ahead, string behind)
    {
        if (WayBefore(ahead) is not { } way || Bind(first, ahead, behind) is not { Reason: CarriedReason.Bound, Fact: { } one } || Bind(second, ahead, behind) is not { Reason: CarriedReason.Bound, Fact: { } other })
        {
            return null;
        }

        NamedFact[] now = [.. new[] { one, other }.Select(fact => _now.Find(fact.Name)).OfType<NamedFact>().OrderBy(fact => fact.Number)];
        return now.Length == 2 && FactForms.WriteRange(now[0], now[1], "升降") is ['在', .. var words, '之', '间'] ? new(CarriedReason.Bound, one, way.Word + whole, words) : null;
    }

    private static List<(NamedFact Fact, string Form)> Best(List<(NamedFact Fact, string Form)> candidates, string words, string near, Func<NamedFact, int> least)
    {
        var scored = candidates.Select(candidate => (candidate, Score: LabelWords.Shared(candidate.Fact.Label, words, candidate.Fact.Shown))).Where(one => one.Score >= least(one.candidate.Fact)).ToList();
        var closest = scored.Select(one => (one.candidate, Score: one.Score + LabelWords.Shared(one.candidate.Fact.Label, near, one.candidate.Fact.Shown))).ToList();
        return [.. closest.Where(one => one.Score == closest.Max(other => other.Score)).Select(one => one.candidate)];
    }

    // A name stands in many sentences that are not about the fact.
    private static int LeastOf(NamedFact fact) => fact.Figure is null ? 2 : 1;

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
