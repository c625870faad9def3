using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Reports.Wording;

namespace Lanshao.Platform.Reports;

/// <summary>What a report says, word by word and cell by cell, with the template that it was made by: enough to show it again, to compare it, and to make it anew.</summary>
/// <param name="Title">The title.</param>
/// <param name="Template">How it is worded; null for annexes alone.</param>
/// <param name="Body">Headings and paragraphs.</param>
/// <param name="Facts">The facts that the body prints, each once.</param>
/// <param name="Annexes">The tables.</param>
public sealed record ReportContent(string Title, ReportTemplate? Template, IReadOnlyList<ReportContent.Block> Body, IReadOnlyList<ReportContent.Figure> Facts, IReadOnlyList<ReportContent.Annex> Annexes)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>A heading or a paragraph.</summary>
    /// <param name="Level">1–4 for headings, 0 for a paragraph.</param>
    /// <param name="Sentences">The sentences that could be said.</param>
    public sealed record Block(int Level, IReadOnlyList<Sentence> Sentences)
    {
        /// <summary>Gets the chart that stands here; null for words.</summary>
        public Chart? Chart { get; init; }

        [JsonIgnore]
        public string Text => string.Concat(Sentences.Select(sentence => sentence.Text));
    }

    /// <summary>A chart.</summary>
    /// <param name="Table">Code of the table that it draws; of the indicator for months and days.</param>
    /// <param name="Caption">The caption with its number.</param>
    /// <param name="Source">The note of the source.</param>
    public sealed record Chart(string Table, string Caption, string Source)
    {
        /// <summary>Gets how it is drawn.</summary>
        public ChartKind Kind { get; init; }

        /// <summary>Gets the drawing as it was printed; null in contents of a program that did not keep it.</summary>
        public ChartDrawing? Drawing { get; init; }
    }

    /// <summary>A sentence.</summary>
    /// <param name="Key">Known by this in every version.</param>
    /// <param name="Text">As it reads.</param>
    /// <param name="Facts">Names of the facts that it prints, in order.</param>
    public sealed record Sentence(string Key, string Text, IReadOnlyList<string> Facts);

    /// <summary>A fact of the body.</summary>
    public sealed record Figure(string Name, string Label, string? Exact, string Shown, string Unit, string Period, string Query);

    /// <summary>A table.</summary>
    public sealed record Annex(int Number, string Title, IReadOnlyList<string> Columns, IReadOnlyList<Row> Rows);

    /// <summary>A row of a table.</summary>
    /// <param name="Key">Known by this in every version.</param>
    /// <param name="Cells">As printed.</param>
    public sealed record Row(string Key, IReadOnlyList<string> Cells);

    /// <summary>Writes the content, the same content always in the same bytes.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a written content; null for none.</summary>
    public static ValueTask<ReportContent?> ReadAsync(Stream stream, CancellationToken ct) => JsonSerializer.DeserializeAsync<ReportContent>(stream, Json, ct);
}
