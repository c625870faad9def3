using Lanshao.Documents.Blocks;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>An official plan as read from its file: nothing stored, nothing dropped.</summary>
/// <param name="Source">The file.</param>
/// <param name="Title">The plan's title, lines joined; null where none was found.</param>
/// <param name="NoticeTitle">The title of the notice that issues it.</param>
/// <param name="DocumentNumber">发文字号.</param>
/// <param name="Issuer">发文机关.</param>
/// <param name="Year">The plan's year; null where the document does not say.</param>
/// <param name="Place">The district as the title names it; null where it does not.</param>
/// <param name="Annexes">The lists of tasks, in order.</param>
/// <param name="Targets">The targets found in the measures.</param>
/// <param name="Footnotes">Footnotes, kept apart from the text.</param>
/// <param name="Findings">What a careful clerk would ask.</param>
/// <param name="Rows">What became of every row of every table.</param>
public sealed record PlanReading(
    SourceFile Source,
    string? Title,
    string? NoticeTitle,
    string? DocumentNumber,
    string? Issuer,
    int? Year,
    string? Place,
    IReadOnlyList<AnnexReading> Annexes,
    IReadOnlyList<TargetReading> Targets,
    IReadOnlyList<Footnote> Footnotes,
    IReadOnlyList<ReadingFinding> Findings,
    RowAccount Rows)
{
    public IEnumerable<TaskReading> Tasks => Annexes.SelectMany(annex => annex.Sections).SelectMany(section => section.Tasks);

    public IEnumerable<MeasureReading> Measures => Tasks.SelectMany(task => task.Measures);
}
