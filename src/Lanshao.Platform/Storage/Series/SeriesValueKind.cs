namespace Lanshao.Platform.Storage.Series;

/// <summary>What a <see cref="SeriesValue"/> holds.</summary>
internal enum SeriesValueKind
{
    Nothing,
    Int32,
    Int64,
    Flag,
    Instant,
    Text,
    Bytes,
    Column,
}
