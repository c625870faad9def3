using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Wording;

namespace Lanshao.Platform.Reports.Layouts;

/// <summary>What the controls of a layout are filled with: the same sentences, facts and tables as in the program's own layout.</summary>
internal sealed class LayoutValues
{
    private readonly ReportDraft _draft;
    private readonly SentenceWriter _writer;
    private readonly string _day;
    private readonly Dictionary<string, IReadOnlyList<ReportContent.Block>> _sections;

    public LayoutValues(ReportDraft draft, DateTime madeAtUtc)
    {
        _draft = draft;
        _writer = new SentenceWriter(draft.Catalogue);
        _day = ChinaTime.DayOf(madeAtUtc).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        _sections = LayoutTags.Sections(draft.Content.Body.Select(block => (block.Level, block.Sentences is [var first, ..] ? first.Key : string.Empty, block))).ToDictionary(section => section.Tag, section => section.Blocks, StringComparer.Ordinal);
    }

    private string Number => _draft.Content.Template?.DocumentNumber is { } number ? Written(number) : string.Empty;

    private string Issuer => _draft.Content.Template?.Issuer ?? string.Empty;

    /// <summary>Returns what a tag asks for; null for a tag that asks for nothing here.</summary>
    public ControlValue? Of(string tag) => tag switch
    {
        LayoutTags.RedHead => new ControlValue.Blocks([new RedHeadBlock(_draft.Content.Template?.RedHead ?? string.Empty, Number)]),
        LayoutTags.Number => new ControlValue.Text(Number),
        LayoutTags.AnnexList => new ControlValue.Blocks(_draft.Annexes.All.Count == 0 ? [] : [new AnnexListBlock([.. _draft.Annexes.All.Select(annex => annex.Table.Title)]) { KeepsWithNext = Issuer.Length > 0 }]),
        LayoutTags.Signature => new ControlValue.Blocks([new SignatureBlock(Issuer, _day)]),
        LayoutTags.Issuer => new ControlValue.Text(Issuer),
        LayoutTags.Date => new ControlValue.Text(_day),
        LayoutTags.Annexes => new ControlValue.Annexes([.. _draft.AnnexSections()]),
        _ when LayoutTags.KindOf(tag) is not null => new ControlValue.Blocks([new TitleBlock(_draft.Content.Title)]),
        LayoutTags.Preface => Section(tag),
        _ when After(tag, LayoutTags.SectionPrefix) is not null => Section(tag),
        _ when After(tag, LayoutTags.SentencePrefix) is { } key => new ControlValue.Text(_draft.Content.Body.SelectMany(block => block.Sentences).FirstOrDefault(sentence => sentence.Key == key)?.Text ?? string.Empty),
        _ when After(tag, LayoutTags.FactPrefix) is { } fact => new ControlValue.Text(Written($"{{{fact}}}")),
        _ when After(tag, LayoutTags.WordPrefix) is { } word => new ControlValue.Text(_draft.Catalogue.Words.GetValueOrDefault(word, "—")),
        _ when After(tag, LayoutTags.TablePrefix) is { } code => Table(code),
        _ => null,
    };

    private static string? After(string tag, string prefix) => tag.StartsWith(prefix, StringComparison.Ordinal) ? tag[prefix.Length..] : null;

    // A figure that is not there is printed as a gap, like in tables.
    private string Written(string say) => _writer.Write(say).Text ?? "—";

    private ControlValue.Blocks Section(string tag) => new(
        [.. _sections.GetValueOrDefault(tag, []).SelectMany(block => _draft.BlocksOf(block, isLast: false))]);

    private ControlValue.Rows? Table(string code) => _draft.Annexes.Tables.FirstOrDefault(table => table.Prefix + table.Table.Definition.Code == code) is { } found
        ? new(FigurePrint.Of(found.Table, finding => finding.Code)) : null;
}
