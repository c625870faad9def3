namespace Lanshao.Documents.Blocks;

/// <summary>Something in a document that a person should know; the sentence is made from the code by the program.</summary>
/// <param name="Code">A code of <c>docs/error-codes.md</c>, e.g. <c>DOC-031</c>.</param>
/// <param name="Arguments">Named values of the sentence.</param>
/// <param name="Origin">Where it was met; <see langword="null"/> for the file as a whole.</param>
public sealed record DocumentFinding(string Code, IReadOnlyDictionary<string, string> Arguments, Origin? Origin);
