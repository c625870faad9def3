using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Front.Imports;

/// <summary>A kind of import as people meet it: its words, and how its rows are shown.</summary>
/// <param name="Kind">What the staging engine does.</param>
/// <param name="Name">What the file is: 街道排名等数据表.</param>
/// <param name="Help">What the file should look like.</param>
/// <param name="Accept">The endings that the file dialog offers.</param>
public sealed record ImportOffer(ImportKind Kind, string Name, string Help, string Accept)
{
    /// <summary>Gets the fields that the form asks beside the file, passed on as arguments; none for most.</summary>
    public IReadOnlyList<ImportField> Fields { get; init; } = [];

    /// <summary>Gets the columns between 原文位置 and 核对提示.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>Gets the key of the row that stands for the file as a whole (a plan's title and order) and is none of its rows; null where there is none.</summary>
    public string? HeadKey { get; init; }

    /// <summary>Gets how rows fill these columns.</summary>
    public required Func<LanshaoContext, IReadOnlyList<ImportRow>, CancellationToken, Task<IReadOnlyList<IReadOnlyList<Cell>>>> CellsAsync { get; init; }

    /// <summary>Gets what the changed rows change, field by field.</summary>
    public required Func<LanshaoContext, IReadOnlyList<ImportRow>, CancellationToken, Task<IReadOnlyList<Difference>>> DifferencesAsync { get; init; }

    /// <summary>Gets what the file holds in one sentence without its stop; null for the plain counts.</summary>
    public Func<LanshaoContext, ImportBatch, UiTexts, CancellationToken, Task<string?>> SummaryAsync { get; init; } = (_, _, _, _) => Task.FromResult<string?>(null);

    /// <summary>Gets what the clerk may still decide about a previewed file; the file is then read anew.</summary>
    public Func<ImportBatch, UiTexts, ImportQuestion> Question { get; init; } = (_, _) => ImportQuestion.None;

    /// <summary>Gets where the result can be looked at once it is applied; null for nowhere yet.</summary>
    public Func<ImportBatch, string?> ResultHref { get; init; } = _ => null;
}

/// <summary>What can be decided about a previewed file.</summary>
/// <param name="MustAnswer">Whether it cannot be confirmed before.</param>
/// <param name="Choices">The possible answers.</param>
public sealed record ImportQuestion(bool MustAnswer, IReadOnlyList<ImportChoice> Choices)
{
    public static ImportQuestion None { get; } = new(false, []);
}

/// <summary>One answer.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Arguments">What the file is read anew with.</param>
public sealed record ImportChoice(string Label, IReadOnlyDictionary<string, string> Arguments);

/// <summary>A field beside the file.</summary>
/// <param name="Name">The argument.</param>
/// <param name="Label">Its words.</param>
/// <param name="Type">text, date or number.</param>
/// <param name="Help">What is expected; null for nothing.</param>
/// <param name="Required">Whether it must be filled.</param>
public sealed record ImportField(string Name, string Label, string Type = "text", string? Help = null, bool Required = false);
