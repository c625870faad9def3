using System.Globalization;
using Lanshao.Platform.Reports.Facts;

namespace Lanshao.Platform.Reports.Wording;

/// <summary>When a wording may be said: comparisons joined by <c>and</c>; a name alone asks whether there is such a fact. A comparison with a fact that is not there does not hold.</summary>
internal sealed class Condition
{
    private static readonly string[] Operators = [">=", "<=", "!=", "=", ">", "<"];

    private readonly List<Test> _tests = [];

    private Condition()
    {
    }

    /// <summary>Reads a condition; null for a broken one. The empty one always holds.</summary>
    public static Condition? Parse(string text)
    {
        var condition = new Condition();
        foreach (var part in text.Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case [var name]:
                    condition._tests.Add(new(name, string.Empty, string.Empty));
                    break;
                case [var left, var sign, var right] when Operators.Contains(sign):
                    condition._tests.Add(new(left, sign, right));
                    break;
                default:
                    return null;
            }
        }

        return condition;
    }

    public bool Holds(FactCatalogue facts) => _tests.TrueForAll(test => Holds(test, facts));

    private static bool Holds(Test test, FactCatalogue facts)
    {
        if (test.Sign.Length == 0)
        {
            return facts.Find(test.Left) is not null;
        }

        return Number(test.Left, facts) is { } left && Number(test.Right, facts) is { } right && test.Sign switch
        {
            "=" => left == right,
            "!=" => left != right,
            ">" => left > right,
            "<" => left < right,
            ">=" => left >= right,
            _ => left <= right,
        };
    }

    private static decimal? Number(string operand, FactCatalogue facts) =>
        decimal.TryParse(operand, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : facts.Find(operand)?.Number;

    private sealed record Test(string Left, string Sign, string Right);
}
