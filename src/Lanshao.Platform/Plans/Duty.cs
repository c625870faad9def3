namespace Lanshao.Platform.Plans;

/// <summary>What one unit has to do with one measure.</summary>
/// <param name="UnitKey">The unit.</param>
/// <param name="Role">Its weightiest role.</param>
/// <param name="Through">The printed name of the group by which it is meant; null where it is named itself.</param>
public sealed record Duty(string UnitKey, UnitRole Role, string? Through)
{
    /// <summary>Opens the units of a measure: every unit once, with its weightiest role; named itself weighs more than meant by a group.</summary>
    public static IReadOnlyList<Duty> Of(IEnumerable<(UnitRole Role, string Raw, string? Code)> units, UnitBook book)
    {
        var duties = new Dictionary<string, Duty>(StringComparer.Ordinal);
        foreach (var (role, raw, code) in units)
        {
            var key = UnitBook.KeyOf(code, raw);
            foreach (var member in book.MembersOf(key))
            {
                var duty = new Duty(member, role, member == key ? null : raw);
                if (!duties.TryGetValue(member, out var known) || duty.Weighs(known))
                {
                    duties[member] = duty;
                }
            }
        }

        return [.. duties.Values];
    }

    private bool Weighs(Duty other) => Role < other.Role || (Role == other.Role && Through is null && other.Through is not null);
}
