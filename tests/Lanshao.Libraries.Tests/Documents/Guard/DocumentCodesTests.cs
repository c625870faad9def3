using System.Reflection;
using System.Text.Json;
using Lanshao.Documents.Guard;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Guard;

/// <summary>Every code has its sentence, and no sentence asks for a value that the refusal does not carry.</summary>
public class DocumentCodesTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Codes_All_HaveASentence(string language)
    {
        var codes = typeof(DocumentCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(codes, code => Assert.NotEmpty(Sentences(language)[code]));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Sentences_OfLimits_NameTheLimitAndWhatWasFound(string language)
    {
        var limits = typeof(DocumentCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.Name.StartsWith("Limit", StringComparison.Ordinal));

        Assert.All(limits, field =>
        {
            var sentence = Sentences(language)[(string)field.GetRawConstantValue()!];
            Assert.Contains("{expected}", sentence, StringComparison.Ordinal);
            Assert.Contains("{found}", sentence, StringComparison.Ordinal);
        });
    }

    private static Dictionary<string, string> Sentences(string language)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "src", "Lanshao", "Texts", "errors", $"DOC.{language}.json");
            if (File.Exists(file))
            {
                return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!;
            }
        }

        throw new FileNotFoundException("the checkout's sentences");
    }
}
