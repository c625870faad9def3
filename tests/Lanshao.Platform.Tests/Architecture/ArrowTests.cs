using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Xunit;

namespace Lanshao.Platform.Tests.Architecture;

public class ArrowTests
{
    private static readonly Assembly Platform = typeof(LanshaoContext).Assembly;
    private static readonly Table Arrows = JsonSerializer.Deserialize<Table>(
        File.ReadAllText(Path.Combine(Checkout.Root, "tests/Lanshao.Platform.Tests/Architecture/rooms.json")), JsonSerializerOptions.Web)!;

    // The libraries, and the packages that each may name; one appears when it has something to hold.
    public static TheoryData<string, string> Libraries() => new(
        new[] { ("Lanshao.Standards", ""), ("Lanshao.Hj212", ""), ("Lanshao.Dispersion", ""), ("Lanshao.Documents", "DocumentFormat.OpenXml System.IO.Packaging") }
        .Where(l => Directory.Exists(Path.Combine(Checkout.Root, "src", l.Item1))));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_Compiled_NamesNothingButTheFrameworkAndItsOwnPackages(string library, string packages)
    {
        var foreign = Assembly.Load(library).GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || name == "System.IO.Packaging")
            .Except(packages.Split(' '));

        Checkout.AssertNone(foreign);
    }

    [Theory]
    [InlineData("Lanshao.Standards", "")]
    [InlineData("Lanshao.Hj212", "")]
    [InlineData("Lanshao.Dispersion", "")]
    [InlineData("Lanshao.Documents", "")]
    [InlineData("Lanshao.Platform", "Lanshao.Dispersion Lanshao.Documents Lanshao.Hj212 Lanshao.Standards")]
    [InlineData("Lanshao", "Lanshao.Platform")]
    public void Project_References_PointOneWay(string project, string allowed)
    {
        var file = Path.Combine(Checkout.Root, "src", project, $"{project}.csproj");
        var references = File.Exists(file)
            ? Regex.Matches(File.ReadAllText(file), "<ProjectReference Include=\"[^\"]*/(?<name>[^/\"]+)\\.csproj\"").Select(m => m.Groups["name"].Value)
            : [];

        Checkout.AssertNone(references.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Platform_Types_LieInARoomOrACellarOfTheTable()
    {
        var homeless = Platform.GetTypes().Where(t => Outermost(t).Namespace is { } name && name.StartsWith("Lanshao.", StringComparison.Ordinal))
            .Select(HomeOf).Distinct().Where(home => !Arrows.Rooms.ContainsKey(home) && !Arrows.Cellars.ContainsKey(home));

        Checkout.AssertNone(homeless);
    }

    [Fact]
    public void Platform_Compiled_UsesOnlyWhatTheTableAllows()
    {
        var crossings = from type in Platform.GetTypes()
                        where Outermost(type).Namespace?.StartsWith("Lanshao.Platform.", StringComparison.Ordinal) == true
                        let home = HomeOf(type)
                        from used in TypeUse.Of(type)
                        where used.Assembly == Platform && Outermost(used).Namespace?.StartsWith("Lanshao.Platform.", StringComparison.Ordinal) == true
                        let other = HomeOf(used)
                        where other != home && !Arrows.Allows(home, other)
                        select $"{home} -> {other}: {Outermost(type).Name} uses {Outermost(used).Name}";

        Checkout.AssertNone(crossings.Distinct());
    }

    [Fact]
    public void TypeUse_OfACodeThatIsKnown_FindsWhatItsBodiesName()
    {
        // The scan itself must not go blind: names that stand only inside a method body, a closure and an async method.
        var used = Platform.GetTypes().Where(t => Outermost(t) == typeof(Lanshao.Platform.Foundation.Staging.DraftImport)).SelectMany(TypeUse.Of).ToHashSet();

        Assert.Contains(typeof(ChinaTime), used);
        Assert.Contains(typeof(LanshaoContext), used);
    }

    [Fact]
    public void Arrows_OfTheTable_HaveNoCycle()
    {
        foreach (var (room, uses) in Arrows.Rooms)
        {
            Assert.DoesNotContain(room, uses.SelectMany(Reach));
        }

        IEnumerable<string> Reach(string room) => room == "*" ? [] : [room, .. Arrows.Rooms[room].SelectMany(Reach)];
    }

    [Fact]
    public void Navigations_OfTheModel_StayInsideTheirRoom()
    {
        using var db = Store.Sqlite("unused.db").NewContext();

        var crossings = from entity in db.Model.GetEntityTypes()
                        from navigation in entity.GetNavigations()
                        where HomeOf(entity.ClrType) != HomeOf(navigation.TargetEntityType.ClrType)
                        select $"{entity.ClrType.Name}.{navigation.Name}";

        Checkout.AssertNone(crossings);
    }

    [Fact]
    public void Mirror_RoomsOfTheProgram_AreRoomsOfTheTable()
    {
        var rooms = Path.Combine(Checkout.Root, "src/Lanshao/Rooms");

        Checkout.AssertNone(Directory.EnumerateDirectories(rooms).Select(d => Path.GetFileName(d)).Except(Arrows.Rooms.Keys));
    }

    [Fact]
    public void Room_OfThePlatform_HasItsReadme()
    {
        var without = Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "src/Lanshao.Platform")).Select(d => Path.GetFileName(d)!)
            .Where(Arrows.Rooms.ContainsKey).Where(room => !File.Exists(Path.Combine(Checkout.Root, "src/Lanshao.Platform", room, "README.md")));

        Checkout.AssertNone(without);
    }

    [Fact]
    public void Types_OfPlatformAndLibraries_HaveNamesOfTheField()
    {
        Assembly[] assemblies = [Platform, Assembly.Load("Lanshao.Standards"), Assembly.Load("Lanshao.Documents"), Assembly.Load("Lanshao.Hj212")];
        var refused = new Regex("(Manager|Helper|Helpers|Util|Utils|Service|Base|Dto)$");

        var names = assemblies.SelectMany(a => a.GetTypes()).Where(t => refused.IsMatch(t.Name)).Select(t => t.FullName!);

        Checkout.AssertNone(names);
    }

    [Fact]
    public void Interfaces_OfPlatformAndLibraries_HaveMoreThanOneClass()
    {
        var types = Platform.GetTypes();

        // A mark that the rooms to come will carry is no interface beside its only class.
        var lonely = types.Where(t => t.IsInterface && types.Count(c => !c.IsInterface && c.IsAssignableTo(t)) == 1 && types.Any(c => "I" + c.Name == t.Name)).Select(t => t.Name);

        Checkout.AssertNone(lonely);
    }

    private static string HomeOf(Type type)
    {
        var parts = (Outermost(type).Namespace ?? string.Empty).Split('.');
        var room = parts.ElementAtOrDefault(2) ?? string.Empty;
        return room is "Foundation" or "Storage" && parts.Length > 3 && parts[3] != "Migrations" ? $"{room}.{parts[3]}" : room;
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private sealed record Table(Dictionary<string, string[]> Cellars, Dictionary<string, string[]> Rooms)
    {
        public bool Allows(string home, string other) =>
            Cellars.TryGetValue(home, out var below) ? below.Contains(other)
            : Cellars.ContainsKey(other) || Rooms[home].Contains(other)
                || (Rooms[home].Contains("*") && Rooms.Keys.TakeWhile(r => r != home).Contains(other));
    }
}
