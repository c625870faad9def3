using System.Text.Json;
using Lanshao.Hj212.Codes;
using Xunit;

namespace Lanshao.Libraries.Tests.Hj212;

/// <summary>The code tables that ship, line by line against those of the reference.</summary>
public class CodeTablesTests
{
    // Seen in the field and in no table: ozone of the air stations, turbidity of the water stations. Nobody says in which unit, so they have none.
    private static readonly string[] OfTheField = ["a05024", "w01003"];

    private static JsonElement Codes => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Reference.File("hj212", "codes.json")));

    [Fact]
    public void Factors_AgainstTheReference_HaveTheSameNamesUnitsAndForms()
    {
        var expected = Codes.GetProperty("factors").EnumerateObject().SelectMany(kind => kind.Value.EnumerateObject())
            .Select(factor => new Factor(factor.Name, Text(factor, "code2005"), Text(factor, "name")!, Text(factor, "unit"), Text(factor, "emission_unit"), Text(factor, "type")));

        Assert.Equal(expected.OrderBy(factor => factor.Code, StringComparer.Ordinal), CodeTables.Factors.Values.Where(factor => !OfTheField.Contains(factor.Code)).OrderBy(factor => factor.Code, StringComparer.Ordinal));
    }

    [Fact]
    public void Factors_OfTheField_AreNamedWithoutAUnit()
    {
        var seen = Codes.GetProperty("factors_field_not_in_2017_table");

        Assert.All(OfTheField, code => Assert.Contains(CodeTables.Factors[code].Name, seen.GetProperty(code).GetProperty("name").GetString(), StringComparison.Ordinal));
        Assert.All(OfTheField, code => Assert.Null(CodeTables.Factors[code].Unit));
    }

    [Fact]
    public void CommandsAndSystems_AgainstTheReference_SayTheSame()
    {
        foreach (var command in Codes.GetProperty("CN").EnumerateObject().Where(command => command.Name.All(char.IsAsciiDigit)))
        {
            var ours = CodeTables.Commands[command.Name];
            Assert.Equal((Text(command, "to_field"), Text(command, "to_center"), Text(command, "kind"), Text(command, "since")), (ours.ToField, ours.ToCenter, ours.Kind, ours.Since));
        }

        Assert.All(Codes.GetProperty("ST").EnumerateObject(), system => Assert.Equal(system.Value.GetString(), CodeTables.Systems[system.Name]));
        Assert.All(Codes.GetProperty("ST_2025").EnumerateObject(), system => Assert.Equal(Text(system, "name"), CodeTables.Systems[system.Name]));
    }

    private static string? Text(JsonProperty row, string name) =>
        row.Value.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
}
