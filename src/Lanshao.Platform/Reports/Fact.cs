using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Reports;

/// <summary>A figure as a report prints it, frozen, with the stored values that it came from. Vouched for by its report's digest, hence not in the feed one by one.</summary>
public sealed class Fact : IUnrecorded
{
    private const int LongestText = 200;
    private const int LongestName = 100;

    private Fact(Guid reportId, int seq)
    {
        ReportId = reportId;
        Seq = seq;
    }

    public Guid ReportId { get; private set; }

    /// <summary>Gets the place among the facts of the report, from 1.</summary>
    public int Seq { get; private set; }

    /// <summary>Gets the annex that prints it; 0 for the narrative.</summary>
    public int Annex { get; private set; }

    /// <summary>Gets the row of the annex's table below the head, or the sentence of the narrative, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Gets the column, or the place among the facts of the sentence, from 1.</summary>
    public int Column { get; private set; }

    /// <summary>Gets the name by which templates ask for it.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Gets what it is, in words.</summary>
    public string Label { get; private set; } = string.Empty;

    /// <summary>Gets the exact value as a plain decimal, a quotient cut to 12 decimals; null for names and water classes.</summary>
    public string? Exact { get; private set; }

    /// <summary>Gets the figure as printed, without its unit; empty for a zero that is left blank.</summary>
    public string Shown { get; private set; } = string.Empty;

    /// <summary>Gets the printed unit; empty for classes.</summary>
    public string Unit { get; private set; } = string.Empty;

    public Place Place { get; private set; }

    public Period Period { get; private set; }

    /// <summary>Gets how the figure came about.</summary>
    public FactOrigin Origin { get; private set; }

    /// <summary>Gets the edition of the standard or rule that it was judged by; empty where nothing was judged.</summary>
    public string Edition { get; private set; } = string.Empty;

    /// <summary>Gets the question that gives it again.</summary>
    public string Query { get; private set; } = string.Empty;

    /// <summary>Gets the basis of the leading value; null where the fact rests on no stored value.</summary>
    public FigureBasis? Basis { get; private set; }

    public FigureStatus? Status { get; private set; }

    /// <summary>Gets who gave the value that it rests on.</summary>
    public string Source { get; private set; } = string.Empty;

    /// <summary>Gets the stored value that is shown or that the figure follows from; null where it rests on none.</summary>
    public Guid? ValueId { get; private set; }

    /// <summary>Gets the other stored values that went in, parted by blanks; empty for none.</summary>
    public string OtherValueIds { get; private set; } = string.Empty;

    /// <summary>Gets the measures and targets that went in, parted by blanks; empty for none.</summary>
    public string Records { get; private set; } = string.Empty;

    /// <summary>Gets when it was computed.</summary>
    public DateTime ComputedUtc { get; private set; }

    /// <summary>Gets what the digest of the report vouches for, as <see cref="FactDraft.Canonical"/>.</summary>
    internal string Canonical => FactDraft.Line(
        string.Create(CultureInfo.InvariantCulture, $"{Annex}/{Row}/{Column}"), Name, Exact, Shown, Unit, Place.Code, Period.Code, Origin,
        string.Join(' ', new[] { ValueId?.ToString("D"), OtherValueIds }.Where(id => id is { Length: > 0 })), Records);

    internal static Fact Of(Guid reportId, int seq, FactDraft draft, DateTime computedUtc)
    {
        var (fact, value) = (draft.Fact, draft.Fact.Values.Count > 0 ? draft.Fact.Values[0] : null);
        return new(reportId, seq)
        {
            Annex = draft.Annex,
            Row = draft.Row,
            Column = draft.Column,
            Name = fact.Name,
            Label = fact.Label,
            Exact = fact.Figure?.ExactText,
            Shown = fact.Shown,
            Unit = fact.Unit,
            Place = fact.Place,
            Period = fact.Period,
            Origin = fact.Origin,
            Edition = fact.Edition,
            Query = fact.Query,
            Basis = value?.Basis,
            Status = value?.Status,
            Source = value?.Source ?? string.Empty,
            ValueId = value?.Id,
            OtherValueIds = string.Join(' ', fact.Values.Skip(1).Select(other => other.Id)),
            Records = string.Join(' ', fact.Records),
            ComputedUtc = computedUtc,
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Fact>
    {
        public void Configure(EntityTypeBuilder<Fact> builder)
        {
            builder.HasKey(fact => new { fact.ReportId, fact.Seq });
            builder.HasIndex(fact => fact.ValueId);
            builder.Property(fact => fact.Name).HasMaxLength(LongestName);
            builder.Property(fact => fact.Label).HasMaxLength(LongestText);
            builder.Property(fact => fact.Exact).HasMaxLength(60);
            builder.Property(fact => fact.Shown).HasMaxLength(LongestText * 5);
            builder.Property(fact => fact.Edition).HasMaxLength(40);
            builder.Property(fact => fact.Query).HasMaxLength(LongestText);
            builder.Property(fact => fact.Unit).HasMaxLength(40);
            builder.Property(fact => fact.Source).HasMaxLength(LongestText);
        }
    }
}

/// <summary>How a printed figure came about.</summary>
public enum FactOrigin
{
    /// <summary>As it was stored: published, reported or imported.</summary>
    Stored,

    /// <summary>Rounded once from an exact value.</summary>
    Rounded,

    /// <summary>A place among the values of its table.</summary>
    Ranked,

    /// <summary>A change against last year, computed here.</summary>
    Changed,

    /// <summary>A sum of stored values.</summary>
    Summed,

    /// <summary>A number of things: areas, sections, tasks.</summary>
    Counted,

    /// <summary>The first or last of a list.</summary>
    Extreme,

    /// <summary>A list of names.</summary>
    Named,

    /// <summary>A share, or what is left of a target.</summary>
    Divided,

    /// <summary>As a plan or the pack gives it.</summary>
    Given,
}
