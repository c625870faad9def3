using System.Collections.Concurrent;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>One revision of a district's configuration, immutable. Rooms read their own part of it; each part is read once.</summary>
public sealed class Pack
{
    private readonly ConcurrentDictionary<PackPart, object> _parts = [];

    public Pack(PackFiles files, int revision = 0)
    {
        Files = files;
        Revision = revision;
    }

    public PackFiles Files { get; }

    /// <summary>Gets the number of the revision in the database; 0 for a folder that was not applied.</summary>
    public int Revision { get; }

    public District District => Read(DistrictPart.Part);

    /// <summary>Returns a room's part. Problems were reported when the pack was checked.</summary>
    public T Read<T>(PackPart<T> part)
        where T : class => (T)_parts.GetOrAdd(part, _ => part.Reader(this, new PackProblems()));

    /// <summary>Checks the whole pack: every room its part, and no file that nobody reads.</summary>
    public PackProblems Check(IReadOnlyList<PackPart> parts)
    {
        var problems = new PackProblems();
        foreach (var part in parts)
        {
            part.Check(this, problems);
        }

        var known = parts.SelectMany(part => part.Files).ToList();
        foreach (var file in Files.All.Where(file => !parts.Any(part => part.Owns(file.Path))))
        {
            problems.Error("PACK-013", new(file.Path), ("nearest", Nearest.To(file.Path, known) ?? ""), ("known", string.Join(", ", known)));
        }

        return problems;
    }
}
