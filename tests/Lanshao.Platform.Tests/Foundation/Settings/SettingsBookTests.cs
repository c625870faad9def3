using System.Collections;
using Lanshao.Documents.Guard;
using Lanshao.Platform.Foundation.Settings;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation.Settings;

public sealed class SettingsBookTests : IDisposable
{
    private static readonly Hashtable Nothing = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-settings-").FullName;

    public void Dispose() => TemporaryFolder.Delete(_folder);

    [Fact]
    public void Load_NothingGiven_IsTheDefaultsAndTheDocumentLimitsOfTheLibrary()
    {
        var book = SettingsBook.Load(_folder, [], Nothing).Value!;

        Assert.All(book.All, v => Assert.Equal((SettingOrigin.Default, v.Setting.DefaultText), (v.Origin, v.Text)));
        Assert.Equal(DocumentLimits.Default, book.DocumentLimits());
    }

    [Theory]
    [InlineData(null, null, null, 50, SettingOrigin.Default)]
    [InlineData("60", null, null, 60, SettingOrigin.File)]
    [InlineData("60", "70", null, 70, SettingOrigin.Environment)]
    [InlineData("60", "70", "80", 80, SettingOrigin.CommandLine)]
    [InlineData(null, null, "80", 80, SettingOrigin.CommandLine)]
    public void Load_SameSettingFromSeveralSides_TheNearestWins(string? file, string? environment, string? commandLine, long value, SettingOrigin origin)
    {
        if (file is not null)
        {
            Write($"limits:\n  file-mb: {file}\n");
        }

        Hashtable variables = environment is null ? [] : new() { ["LANSHAO_LIMITS_FILE_MB"] = environment };

        var book = SettingsBook.Load(_folder, commandLine is null ? [] : [$"limits.file-mb={commandLine}"], variables).Value!;

        Assert.Equal(value, book[AllSettings.FileMegabytes]);
        Assert.Equal(origin, book.All.Single(v => v.Setting == AllSettings.FileMegabytes).Origin);
        Assert.Equal(value << 20, book.DocumentLimits().FileBytes);
    }

    [Theory]
    [InlineData("limits.file-mb=0", "ENV-041")]
    [InlineData("limits.file-mb=-1", "ENV-041")]
    [InlineData("limits.file-mb=1e400", "ENV-041")]
    [InlineData("limits.file-mb=９", "ENV-041")]
    [InlineData("limits.file-mb=99999999999999999999", "ENV-041")]
    [InlineData("limits.file-mb", "ENV-041")]
    [InlineData("limits.file-mbb=1", "ENV-040")]
    [InlineData("=1", "ENV-040")]
    [InlineData("", "ENV-040")]
    [InlineData("web.host-names=a\u0007", "ENV-041")]
    public void Load_BrokenCommandLine_IsRefused(string given, string code) => Assert.Equal(code, SettingsBook.Load(_folder, [given], Nothing).Refusal?.Code);

    [Theory]
    [InlineData("limits:\n  file-mb: [1, 2]\n", "ENV-042")]
    [InlineData("limits: &a\n  file-mb: 1\n", "ENV-042")]
    [InlineData("limits:\n  file-mb: !!int 1\n", "ENV-042")]
    [InlineData("limits:\n  file-mb: 1\n  file-mb: 2\n", "ENV-042")]
    [InlineData("limits:\n file-mb: 1\n  entries: 2\n", "ENV-042")]
    [InlineData("a:\n b:\n  c:\n   d:\n    e:\n     f: 1\n", "ENV-042")]
    [InlineData("- a\n", "ENV-042")]
    [InlineData("limits:\n  nothing: 1\n", "ENV-040")]
    public void Load_BrokenFile_IsRefused(string yaml, string code)
    {
        Write(yaml);

        Assert.Equal(code, SettingsBook.Load(_folder, [], Nothing).Refusal?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a remark\n")]
    [InlineData("{\"limits\": {\"file-mb\": 60}}")]
    public void Load_EmptyFileOrJson_IsRead(string text)
    {
        Write(text);

        Assert.False(SettingsBook.Load(_folder, [], Nothing).IsRefused);
    }

    [Fact]
    public void Load_HugeFile_IsRefused()
    {
        Write(new string('#', 70_000));

        Assert.Equal("ENV-042", SettingsBook.Load(_folder, [], Nothing).Refusal?.Code);
    }

    [Fact]
    public void All_Settings_HaveDistinctNamesAndDefaultsInRange()
    {
        Assert.Equal(AllSettings.All.Count, AllSettings.All.Select(s => s.EnvironmentName).Distinct().Count());
        Assert.All(AllSettings.All, s => Assert.True(s.Accepts(s.DefaultText), s.Key));
        Assert.All(AllSettings.All, s => Assert.Matches("^[a-z]+\\.[a-z-]+$", s.Key));
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder, "lanshao.yaml"), text);
}
