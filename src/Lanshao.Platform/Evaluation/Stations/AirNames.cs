using Lanshao.Standards.Air;

namespace Lanshao.Platform.Evaluation.Stations;

/// <summary>The items of the index as pages and papers print them, with subscripts; data and commands keep the plain names of <see cref="AirItems"/>.</summary>
public static class AirNames
{
    private static readonly string[] Printed = ["PM2.5", "PM10", "SO₂", "NO₂", "CO", "O₃"];

    /// <summary>Returns the printed name of an item: SO₂.</summary>
    public static string Of(AirItem item) => (int)item < Printed.Length ? Printed[(int)item] : AirItems.NameOf(item);

    /// <summary>Returns some items as a list: SO₂、O₃.</summary>
    public static string List(IEnumerable<AirItem> items) => string.Join('、', items.Select(Of));
}
