using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>Makes a pack folder the configuration in force: shows the difference, then writes a numbered revision.</summary>
public static class ApplyPack
{
    /// <summary>What applying would do.</summary>
    /// <param name="Files">The pack proposed.</param>
    /// <param name="Findings">What is wrong with it; an error stops it.</param>
    /// <param name="Changes">The differences from the revision in force.</param>
    /// <param name="Revision">The number that it gets; the one in force where nothing changes.</param>
    /// <param name="IsSame">The content is in force already.</param>
    public sealed record Proposal(PackFiles Files, IReadOnlyList<Finding> Findings, IReadOnlyList<PackChange> Changes, int Revision, bool IsSame);

    /// <summary>What applying did.</summary>
    public sealed record Applied(int Revision, bool IsNew, IReadOnlyList<PackChange> Changes, IReadOnlyList<Finding> Findings);

    /// <summary>Compares a pack with the revision in force; changes nothing.</summary>
    /// <param name="db">The store.</param>
    /// <param name="files">The pack proposed.</param>
    /// <param name="parts">The parts of all rooms.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<Proposal> PreviewAsync(LanshaoContext db, PackFiles files, IReadOnlyList<PackPart> parts, CancellationToken ct)
    {
        var current = await CurrentPack.ReadAsync(db, ct);
        var before = current.IsRefused ? null : current.Value;
        var isSame = before?.Files.ContentHash == files.ContentHash;
        var findings = new Pack(files).Check(parts).Findings;
        return new(files, findings, isSame ? [] : PackDifference.Between(before?.Files, files), isSame ? before!.Revision : (before?.Revision ?? 0) + 1, isSame);
    }

    /// <summary>Writes the revision. The same content again changes nothing; PACK-020 where the pack has errors.</summary>
    public static async Task<Outcome<Applied>> RunAsync(LanshaoContext db, PackFiles files, IReadOnlyList<PackPart> parts, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var proposal = await PreviewAsync(db, files, parts, ct);
        if (proposal.IsSame)
        {
            return new Applied(proposal.Revision, false, [], proposal.Findings);
        }

        var errors = proposal.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            return Refusal.Invalid("PACK-020", ("count", errors.Count.ToString(CultureInfo.InvariantCulture)), ("first", errors[0].Where ?? ""), ("code", errors[0].Code));
        }

        db.Add(new PackRevision(proposal.Revision, files.ContentHash, files.All.Count, new Pack(files).District.Facts.Title, ChinaTime.NowUtc(clock), actor.Id));
        db.AddRange(files.All.Select(file => new PackRevisionFile(proposal.Revision, file.Path, file.Content.ToArray())));
        return await db.SaveAsync<Applied>(new Applied(proposal.Revision, true, proposal.Changes, proposal.Findings), actor, clock, ct);
    }
}
