using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Lanshao.Platform.Tests.Architecture;

/// <summary>The official documents and what a correct reader gets from them are read from beside the checkout and never copied in.</summary>
public class ReferenceMaterialTests
{
    // Names and headings of official tables are shorter (the longest group of agencies has 30); this many characters between two list marks or line ends are a sentence.
    private const int SentenceCharacters = 32;

    [Fact]
    public void Files_OfTheCheckout_AreNotFilesOfTheReference()
    {
        var reference = Directory.EnumerateFiles(Reference.File("documents"), "*", SearchOption.AllDirectories).Select(Hash).ToHashSet();

        var copied = Checkout.Files(".").Where(file => reference.Contains(Hash(Path.Combine(Checkout.Root, file.Path)))).Select(file => file.Path);

        Checkout.AssertNone(copied);
    }

    [Fact]
    public void Texts_OfTheCheckout_CarryNoSentenceOfTheDocuments()
    {
        var sentences = Directory.EnumerateFiles(Reference.File("documents"), "*.txt").SelectMany(path => Windows(File.ReadAllText(path))).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(sentences);

        var copied = from file in Checkout.Files(".", ".cs", ".razor", ".md", ".json", ".yaml", ".csv", ".js", ".txt")
                     let window = Windows(file.Text).FirstOrDefault(sentences.Contains)
                     where window is not null
                     select $"{file.Path}: {window}";

        Checkout.AssertNone(copied);
    }

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    private static IEnumerable<string> Windows(string text) => text.Split(['\n', '、', '|', '"', '；', '\t']).Select(Chinese)
        .SelectMany(part => Enumerable.Range(0, Math.Max(0, part.Length - SentenceCharacters + 1)).Select(at => part.Substring(at, SentenceCharacters)));

    private static string Chinese(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '\u4e00' and <= '\u9fff')
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }
}
