using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans.Reading;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Plans;

/// <summary>Says which list a file is about: a corrected print of one that stands, or a list of its own beside it. Where that is not certain it asks.</summary>
internal static class PlanIdentity
{
    /// <summary>The answer of a clerk that the file is a list of its own.</summary>
    public const string Beside = "new";

    /// <summary>The question that only a clerk can answer; nothing is written until it is answered.</summary>
    public const string Question = "PLAN-313";

    private const string Correction = "PLAN-314";
    private const string Other = "PLAN-315";

    // From this share of common clauses on, two documents speak of the same tasks.
    private const decimal SameTasks = 0.5m;
    private const int ShortestClause = 6;
    private static readonly char[] ClauseEnds = ['，', '。', '；', '：', ',', ';', '\n'];

    /// <summary>What was decided.</summary>
    /// <param name="Code">The list's code.</param>
    /// <param name="Findings">What the clerk is told or asked.</param>
    public sealed record Decision(string Code, IReadOnlyList<Finding> Findings);

    /// <summary>Decides.</summary>
    /// <param name="db">The store.</param>
    /// <param name="file">What was read.</param>
    /// <param name="said">What the clerk answered: the code of a list, <see cref="Beside"/>, or null.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<Outcome<Decision>> DecideAsync(LanshaoContext db, Head file, string? said, CancellationToken ct)
    {
        var lists = await db.Set<ActionPlan>().AsNoTracking().Where(p => p.Kind == file.Kind && p.PeriodCode == file.Period.Code).OrderBy(p => p.Code).ToListAsync(ct);
        var standing = lists.FindAll(list => !list.IsVoid);
        if (said is { Length: > 0 } and not Beside)
        {
            return standing.Find(list => list.Code == said) is { } meant
                ? new Decision(meant.Code, [file.About(Correction, meant)])
                : Refusal.NotFound("PLAN-316", ("found", said), ("known", string.Join('、', standing.Select(list => list.Code))));
        }

        if (said != Beside && await KnownAsync(db, file, standing, ct) is { } known)
        {
            return known;
        }

        var code = lists.Find(list => list.IsVoid)?.Code ?? await FreeCodeAsync(db, file, ct);
        return new Decision(code, [.. standing.Select(list => file.About(Other, list))]);
    }

    // The same file again, the same document, then one that might be.
    private static async Task<Decision?> KnownAsync(LanshaoContext db, Head file, List<ActionPlan> standing, CancellationToken ct)
    {
        var codes = standing.ConvertAll(list => list.Code);
        var again = await db.Set<ImportBatch>().AsNoTracking().Where(b => b.Kind == ImportPlan.Code && b.FileSha256 == file.Sha256 && b.State == ImportState.Applied && codes.Contains(b.Target))
            .OrderByDescending(b => b.AppliedUtc).Select(b => b.Target).FirstOrDefaultAsync(ct);
        if (again is not null)
        {
            return new(again, []);
        }

        var likely = new List<(ActionPlan List, bool IsCertain)>();
        foreach (var list in standing)
        {
            var texts = await db.Set<Measure>().AsNoTracking().Where(m => m.PlanId == list.Id && m.VoidedAtUtc == null).Select(m => m.Text).ToListAsync(ct);
            if (file.IsSame(list, Share(file.Texts, texts)) is { } isCertain)
            {
                likely.Add((list, isCertain));
            }
        }

        return likely.Count == 0 ? null
            : likely.Find(l => l.IsCertain).List is { } same ? new(same.Code, [file.About(Correction, same)])
            : new(likely[0].List.Code, [.. likely.Select(l => file.About(Question, l.List))]);
    }

    private static async Task<string> FreeCodeAsync(LanshaoContext db, Head file, CancellationToken ct)
    {
        var first = ActionPlan.CodeOf(file.Kind, file.Period);
        var taken = await db.Set<ActionPlan>().AsNoTracking().Where(p => p.Code.StartsWith(first)).Select(p => p.Code).ToListAsync(ct);
        var number = 1;
        var code = first;
        while (taken.Contains(code))
        {
            code = $"{first}-{++number}";
        }

        return code;
    }

    /// <summary>Returns which share of the clauses of a text stands in another as well.</summary>
    internal static decimal Share(IEnumerable<string> texts, IEnumerable<string> others)
    {
        var known = others.SelectMany(Clauses).ToHashSet(StringComparer.Ordinal);
        var own = texts.SelectMany(Clauses).ToHashSet(StringComparer.Ordinal);
        return own.Count == 0 ? 0 : (decimal)own.Count(known.Contains) / own.Count;
    }

    private static IEnumerable<string> Clauses(string text) => text.Split(ClauseEnds).Select(ChineseText.Compact).Where(clause => clause.Length >= ShortestClause);

    /// <summary>What a file says about itself, and its measures' words.</summary>
    internal sealed record Head(PlanKind Kind, Period Period, string Title, string? Number, string? Issuer, string Sha256, IReadOnlyList<string> Texts)
    {
        public static Head Of(PlanReading reading, PlanOutline outline) =>
            new(outline.Kind, Period.TryParse(outline.PeriodCode, out var period) ? period : default, outline.Title, outline.DocumentNumber, outline.Issuer, reading.Source.Sha256, [.. reading.Measures.SelectMany(m => m.Paragraphs)]);

        /// <summary>Says whether the file is a print of a list: true for certain, false where it might be, null where it is another.</summary>
        public bool? IsSame(ActionPlan list, decimal share)
        {
            var isNumber = Agree(Number, list.DocumentNumber);
            if (isNumber == true && share >= SameTasks)
            {
                return true;
            }

            var differs = isNumber == false || Agree(Issuer, list.Issuer) == false || Agree(Title, list.Title) == false;
            return differs ? share >= SameTasks ? false : null : share > 0 || Texts.Count == 0;
        }

        public Finding About(string code, ActionPlan list) => new(code, code == Question ? Severity.Error : Severity.Note, new Dictionary<string, string>
        {
            ["found"] = Title,
            ["foundNumber"] = Number ?? "—",
            ["list"] = list.Code,
            ["title"] = list.Title,
            ["number"] = list.DocumentNumber ?? "—",
            ["kind"] = Kind.ToString(),
            ["period"] = Period.Code,
        });

        private static bool? Agree(string? one, string? other) =>
            string.IsNullOrWhiteSpace(one) || string.IsNullOrWhiteSpace(other) ? null : ChineseText.Compact(one) == ChineseText.Compact(other);
    }
}
