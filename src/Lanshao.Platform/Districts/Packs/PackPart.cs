namespace Lanshao.Platform.Districts.Packs;

/// <summary>The share of a pack that one room reads: which files are its own, and how they are checked. The program puts the parts of all rooms together, so that no room below knows one above.</summary>
/// <param name="Room">Whose part it is.</param>
/// <param name="Files">The files and, ending in a slash, the folders that it reads.</param>
public abstract record PackPart(string Room, IReadOnlyList<string> Files)
{
    /// <summary>Reports everything that is wrong with this room's files.</summary>
    public abstract void Check(Pack pack, PackProblems problems);

    /// <summary>Returns whether the room reads this file.</summary>
    public bool Owns(string path) => Files.Any(file => file == path || (file.EndsWith('/') && path.StartsWith(file, StringComparison.Ordinal)));
}

/// <summary>A part that is read into a model.</summary>
/// <param name="Room">Whose part it is.</param>
/// <param name="Files">The files and, ending in a slash, the folders that it reads.</param>
/// <param name="Reader">Reads the files; tolerant, so that a revision of an older program still opens: what is wrong is reported and left out.</param>
public sealed record PackPart<T>(string Room, IReadOnlyList<string> Files, Func<Pack, PackProblems, T> Reader) : PackPart(Room, Files)
    where T : class
{
    public override void Check(Pack pack, PackProblems problems) => Reader(pack, problems);
}
