namespace Lanshao.Documents.Guard;

/// <summary>What a file from outside may cost; a file beyond a limit is refused naming the limit. The defaults are those of the settings.</summary>
public sealed record DocumentLimits
{
    /// <summary>The defaults.</summary>
    public static readonly DocumentLimits Default = new();

    /// <summary>Size of the file in bytes (50 MB).</summary>
    public long FileBytes { get; init; } = 50L << 20;

    /// <summary>Size of all entries of an archive when unpacked, in bytes (300 MB).</summary>
    public long UnpackedBytes { get; init; } = 300L << 20;

    /// <summary>Unpacked to packed size of one entry (200:1); looked at only above <see cref="EntryRatioFromBytes"/>.</summary>
    public int EntryRatio { get; init; } = 200;

    /// <summary>Unpacked size from which the ratio counts, in bytes (8 MB): one monotonous paragraph packs well and does no harm.</summary>
    public long EntryRatioFromBytes { get; init; } = 8L << 20;

    /// <summary>Entries of an archive (5,000).</summary>
    public int Entries { get; init; } = 5_000;

    /// <summary>Depth of XML elements (256).</summary>
    public int XmlDepth { get; init; } = 256;

    /// <summary>Rows of one table or sheet (20,000).</summary>
    public int TableRows { get; init; } = 20_000;

    /// <summary>Grid columns of one table or sheet (16,384, Excel's own limit).</summary>
    public int TableColumns { get; init; } = 16_384;

    /// <summary>Characters of one cell of a table or sheet (100,000).</summary>
    public int CellCharacters { get; init; } = 100_000;

    /// <summary>Time for one file (30 s).</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Memory that the blocks of one document may take, in bytes (512 MB).</summary>
    public long MemoryBytes { get; init; } = 512L << 20;

    /// <summary>Size of a .csv.gz file when unpacked, in bytes (2 GB): it is streamed and has a total of its own.</summary>
    public long StreamedBytes { get; init; } = 2L << 30;
}
