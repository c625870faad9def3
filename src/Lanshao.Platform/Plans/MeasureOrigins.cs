using System.Text.Json;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Plans.Reading;

namespace Lanshao.Platform.Plans;

/// <summary>In which cell of the file every part of a measure's row stands, each as <see cref="SourcePlace"/> prints it; null where it is not known.</summary>
/// <param name="Text">The first paragraph of the measure.</param>
/// <param name="Deadline">The time limit.</param>
/// <param name="Units">The units, in the order of <see cref="MeasureContent.Units"/>.</param>
/// <param name="Milestones">The milestones, in the order of <see cref="MeasureContent.Milestones"/>.</param>
/// <param name="Targets">The targets, in the order of <see cref="MeasureContent.Targets"/>.</param>
internal sealed record MeasureOrigins(string? Text, string? Deadline, IReadOnlyList<string?> Units, IReadOnlyList<string?> Milestones, IReadOnlyList<string?> Targets)
{
    public static readonly MeasureOrigins Unknown = new(null, null, [], [], []);

    public static MeasureOrigins Of(MeasureReading measure, IEnumerable<TargetReading> targets) => new(
        Place(measure.Cells.Paragraphs.Count > 0 ? measure.Cells.Paragraphs[0] : null),
        Place(measure.Cells.Deadline),
        [.. measure.Units.Select(unit => Place(unit.Origin))],
        [.. measure.Milestones.OrderBy(milestone => milestone.Due).Select(milestone => Place(milestone.Origin))],
        [.. targets.Select(target => Place(target.Origin))]);

    public static MeasureOrigins Read(string? written) => written is null ? Unknown : JsonSerializer.Deserialize<MeasureOrigins>(written) ?? Unknown;

    public string Write() => JsonSerializer.Serialize(this);

    private static string? Place(Origin? origin) => SourcePlace.Of(origin) is { Length: <= SourcePlace.MostCharacters } place ? place : null;
}
