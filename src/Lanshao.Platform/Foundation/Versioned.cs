namespace Lanshao.Platform.Foundation;

/// <summary>What people edit: forms carry the version, a stale save is refused.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>A record that holds for a span of civil days: the change feed tells the span, so that what stands above it is issued again.</summary>
public interface ISpanned
{
    DateOnly? AffectedFromOn { get; }

    DateOnly? AffectedToOn { get; }
}
