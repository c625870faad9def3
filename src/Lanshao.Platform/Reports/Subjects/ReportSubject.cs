using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports.Subjects;

/// <summary>What a document about one thing adds to what is said of the whole district: its name and words, its facts, and its tables.</summary>
/// <param name="Code">By which the thing is known in the store; empty for the district as a whole.</param>
/// <param name="Words">Words that are no facts: names, sentences of a plan.</param>
/// <param name="Facts">Its facts.</param>
/// <param name="Tables">Its tables, with the facts that their cells print.</param>
internal sealed record ReportSubject(string Code, IReadOnlyDictionary<string, string> Words, IReadOnlyList<NamedFact> Facts, IReadOnlyList<SubjectTable> Tables)
{
    /// <summary>Nothing besides the district.</summary>
    public static ReportSubject None { get; } = new(string.Empty, new Dictionary<string, string>(), [], []);

    /// <summary>Reads what a report is about. RPT-070 where there is no such subdistrict, RPT-071 for a night without alerts or no such alert, RPT-072 for days outside the season, RPT-073 where the year's lists have no such measure, RPT-074 where the year has no targets.</summary>
    public static async Task<Outcome<ReportSubject>> ReadAsync(LanshaoContext db, Pack pack, ReportScope scope, IReadOnlyList<ReportTable> tables, CancellationToken ct) => scope.Kind switch
    {
        ReportKind.Subdistrict or ReportKind.Talk => await AreaSubject.ReadAsync(db, pack, scope, tables, ct),
        ReportKind.HighValue => await NightSubject.ReadAsync(db, pack, scope, ct),
        ReportKind.Attainment => await TargetSubject.ReadAsync(db, pack, scope.Period, ct),
        ReportKind.FloodSeason => await SeasonSubject.ReadAsync(db, pack, scope.Period, ct),
        ReportKind.Rectification => await MeasureSubject.ReadAsync(db, pack, scope, ct),
        _ => None,
    };
}

/// <summary>A table of a subject.</summary>
/// <param name="Table">As it is printed.</param>
/// <param name="Facts">The facts that its cells print.</param>
internal sealed record SubjectTable(PrintTable Table, IReadOnlyList<FactInCell> Facts)
{
    /// <summary>Sets rows whose cells are words or facts, numbered in the first column.</summary>
    public static SubjectTable Of(PrintTable table, IReadOnlyList<IReadOnlyList<SubjectCell>> rows)
    {
        var facts = rows.Index().SelectMany(row => row.Item.Index().Where(cell => cell.Item.Fact is not null).Select(cell => new FactInCell(row.Index + 1, cell.Index + 2, cell.Item.Fact!)));
        return new(
            table with { Rows = [.. rows.Select((row, at) => new PrintRow([PrintCell.Of((at + 1).ToString(CultureInfo.InvariantCulture)), .. row.Select(cell => PrintCell.Of(cell.Text))]))] },
            [.. facts]);
    }
}

/// <summary>A cell of a subject's table.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Fact">The fact that it prints; null for words.</param>
internal sealed record SubjectCell(string Text, NamedFact? Fact)
{
    /// <summary>Prints a fact without its unit; a gap where there is none.</summary>
    public static SubjectCell Of(NamedFact? fact) => new(fact is null ? "—" : fact.Unit == "%" ? fact.Shown + fact.Unit : fact.Shown, fact);

    /// <summary>Prints words.</summary>
    public static SubjectCell Of(string? words) => new(string.IsNullOrEmpty(words) ? "—" : words, null);
}
