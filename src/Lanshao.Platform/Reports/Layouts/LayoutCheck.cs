using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Reports.Wording;

namespace Lanshao.Platform.Reports.Layouts;

/// <summary>Says what a control of a layout asks for that is not there, with the name that was probably meant.</summary>
internal sealed class LayoutCheck
{
    private readonly HashSet<string> _known;
    private readonly PrintedTables _tables;
    private readonly FactCatalogue? _facts;

    public LayoutCheck(ReportTemplate? template, PrintedTables tables, FactCatalogue? facts)
    {
        _tables = tables;
        _facts = facts;
        _known = [
            .. LayoutTags.Plain,
            .. ReportKinds.All.Select(LayoutTags.TitleOf),
            .. (template?.Blocks ?? []).Where(block => block.Level == 1).Select(block => LayoutTags.SectionPrefix + block.Sentences[0].Key),
            .. (template?.Blocks ?? []).SelectMany(block => block.Sentences).Select(sentence => LayoutTags.SentencePrefix + sentence.Key),
            .. tables.All.SelectMany(table => new[] { string.Empty, ReportTable.OwnPrefix, ReportTable.ReviewPrefix }.Select(prefix => LayoutTags.TablePrefix + prefix + table.Code)),
            .. (facts?.Words.Keys ?? []).Select(word => LayoutTags.WordPrefix + word),
            .. (facts?.All ?? []).Select(fact => LayoutTags.FactPrefix + fact.Name),
        ];
    }

    /// <summary>Returns what is wrong with a control; null for nothing.</summary>
    public Finding? Objection(WordControl control, string where)
    {
        if (!IsKnown(control.Tag))
        {
            return new("RPT-051", Severity.Error, new Dictionary<string, string> { ["tag"] = control.Tag, ["nearest"] = Nearest.To(control.Tag, _known) ?? "—" }, where, control.Text);
        }

        return ColumnsOf(control.Tag) is { } expected && control.Columns != expected
            ? new("RPT-054", Severity.Error, new Dictionary<string, string> { ["tag"] = control.Tag, ["expected"] = Text(expected), ["found"] = Text(control.Columns) }, where, control.Text)
            : null;
    }

    // A figure may be written in any of its forms; without figures at hand any readable name is one.
    private bool IsKnown(string tag)
    {
        if (!tag.StartsWith(LayoutTags.FactPrefix, StringComparison.Ordinal))
        {
            return _known.Contains(tag) || (_facts is null && tag.StartsWith(LayoutTags.WordPrefix, StringComparison.Ordinal));
        }

        return SentenceText.Parse($"{{{tag[LayoutTags.FactPrefix.Length..]}}}") is { IsRefused: false, Value: var parsed }
            && parsed.Names.All(name => _facts?.Find(name) is not null || _facts is null);
    }

    private int? ColumnsOf(string tag) => tag.StartsWith(LayoutTags.TablePrefix, StringComparison.Ordinal)
        ? _tables.All.Where(table => tag.EndsWith(table.Code, StringComparison.Ordinal)).MaxBy(table => table.Code.Length)?.Columns.Count : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
