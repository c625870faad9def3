using System.Reflection;
using System.Text.RegularExpressions;
using Lanshao.Platform.Foundation.Settings;
using Xunit;

namespace Lanshao.Platform.Tests.Architecture;

/// <summary><c>lanshao settings</c> lists what is read, and what it lists is read.</summary>
public class SettingsTests
{
    // The folder itself cannot be told by what lies in it: an option with a name in the environment, which lanshao --help tells.
    private static readonly string[] ReadersOfTheEnvironment = ["src/Lanshao.Platform/Foundation/Settings/SettingsBook.cs", "src/Lanshao/CommandLine/Verb.cs"];

    private static readonly List<PropertyInfo> Declared = [.. typeof(AllSettings).GetProperties(BindingFlags.Static | BindingFlags.Public).Where(property => typeof(Setting).IsAssignableFrom(property.PropertyType))];

    [Fact]
    public void Settings_Declared_AreAllListedOnceWithTheirDescription()
    {
        var declared = Declared.ConvertAll(property => (Setting)property.GetValue(null)!);

        Assert.NotEmpty(declared);
        Assert.Equal(declared.Select(setting => setting.Key).Order(), AllSettings.All.Select(setting => setting.Key).Order());
        Assert.Equal(AllSettings.All.Count, AllSettings.All.Select(setting => setting.Description).Distinct().Count());
        Assert.All(AllSettings.All, setting => Assert.False(string.IsNullOrWhiteSpace(setting.Description) || string.IsNullOrWhiteSpace(setting.Range), setting.Key));
    }

    [Fact]
    public void Settings_Listed_AreAllReadByTheProgram()
    {
        var code = string.Join('\n', Checkout.Code().Where(file => !file.Path.EndsWith("/AllSettings.cs", StringComparison.Ordinal)).Select(file => file.Text));

        Checkout.AssertNone(Declared.Where(property => !Regex.IsMatch(code, $@"\bAllSettings\.{property.Name}\b")).Select(property => $"nobody reads {property.Name}"));
    }

    [Fact]
    public void Configuration_OfTheProgram_ComesThroughTheSettingsOnly()
    {
        var elsewhere = new Regex(@"GetEnvironmentVariables?\(|ExpandEnvironmentVariables|\bIConfiguration\b|ConfigurationManager|\.Configuration\b|AppContext\.(GetData|TryGetSwitch)|appsettings");
        var files = Checkout.Code().ToList();

        Checkout.AssertNone(files.Where(file => !ReadersOfTheEnvironment.Contains(file.Path)).SelectMany(file => file.Lines(elsewhere)));
        Assert.All(ReadersOfTheEnvironment, path => Assert.Contains("GetEnvironmentVariable", files.Single(file => file.Path == path).Text, StringComparison.Ordinal));
    }
}
