namespace Lanshao.Platform.Plans;

/// <summary>Brings the rows below a record in line with what was read: rows change in place, so that keys stay and the audit chain shows what changed.</summary>
internal static class Sequences
{
    /// <param name="rows">The rows, numbered from 1 in their order.</param>
    /// <param name="values">What they shall say.</param>
    /// <param name="create">Makes the row of a number.</param>
    /// <param name="become">Gives a row its value.</param>
    public static void Align<TRow, TValue>(List<TRow> rows, IReadOnlyList<TValue> values, Func<int, TRow> create, Action<TRow, TValue> become)
        where TRow : ISequenced
    {
        rows.Sort((a, b) => a.Seq.CompareTo(b.Seq));
        while (rows.Count > values.Count)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (i == rows.Count)
            {
                rows.Add(create(i + 1));
            }

            become(rows[i], values[i]);
        }
    }
}

/// <summary>A row with a number inside its record.</summary>
internal interface ISequenced
{
    int Seq { get; }
}
