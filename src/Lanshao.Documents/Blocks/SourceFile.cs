namespace Lanshao.Documents.Blocks;

/// <summary>The file that a document was read from, identified by its content.</summary>
/// <param name="Name">The file's name as given: a label, never part of a path.</param>
/// <param name="Sha256">SHA-256 of the bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Format">What the content is, whatever the name says.</param>
/// <param name="Length">Size in bytes, as received.</param>
public sealed record SourceFile(string Name, string Sha256, SourceFormat Format, long Length);
