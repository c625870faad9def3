using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Reports;

/// <summary>A figure as a report prints it, frozen, with the stored values that it came from. Vouched for by its report's digest, hence not in the feed one by one.</summary>
public sealed class Fact : IUnrecorded
{
    private const int LongestText = 200;

    private Fact(Guid reportId, int seq)
    {
        ReportId = reportId;
        Seq = seq;
    }

    public Guid ReportId { get; private set; }

    /// <summary>Gets the place among the facts of the report, from 1.</summary>
    public int Seq { get; private set; }

    /// <summary>Gets the annex that prints it.</summary>
    public int Annex { get; private set; }

    /// <summary>Gets the row of the annex's table below the head, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Gets the column, from 1.</summary>
    public int Column { get; private set; }

    /// <summary>Gets the exact value; null for water classes.</summary>
    public decimal? Exact { get; private set; }

    /// <summary>Gets the figure as printed; empty for a zero that is left blank.</summary>
    public string Shown { get; private set; } = string.Empty;

    /// <summary>Gets the printed unit; empty for classes.</summary>
    public string Unit { get; private set; } = string.Empty;

    public Place Place { get; private set; }

    public Period Period { get; private set; }

    /// <summary>Gets how the figure came about.</summary>
    public FactOrigin Origin { get; private set; }

    public FigureBasis Basis { get; private set; }

    public FigureStatus Status { get; private set; }

    /// <summary>Gets who gave the value that it rests on.</summary>
    public string Source { get; private set; } = string.Empty;

    /// <summary>Gets the stored value that is shown or that the figure follows from.</summary>
    public Guid ValueId { get; private set; }

    /// <summary>Gets the other stored values that went in, parted by blanks; empty for none.</summary>
    public string OtherValueIds { get; private set; } = string.Empty;

    internal static Fact Of(Guid reportId, int seq, FactDraft draft) => new(reportId, seq)
    {
        Annex = draft.Annex,
        Row = draft.Row,
        Column = draft.Column,
        Exact = draft.Exact,
        Shown = draft.Shown,
        Unit = draft.Unit,
        Place = draft.Place,
        Period = draft.Value.Period,
        Origin = draft.Origin,
        Basis = draft.Value.Basis,
        Status = draft.Value.Status,
        Source = draft.Value.Source,
        ValueId = draft.Value.Id,
        OtherValueIds = string.Join(' ', draft.Others.Select(value => value.Id)),
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Fact>
    {
        public void Configure(EntityTypeBuilder<Fact> builder)
        {
            builder.HasKey(fact => new { fact.ReportId, fact.Seq });
            builder.HasIndex(fact => fact.ValueId);
            builder.Property(fact => fact.Shown).HasMaxLength(LongestText);
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
}
