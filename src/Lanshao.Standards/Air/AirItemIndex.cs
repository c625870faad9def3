namespace Lanshao.Standards.Air;

/// <summary>The sub-index of one item (空气质量分指数).</summary>
/// <param name="Item">The item.</param>
/// <param name="Averaging">The averaging time.</param>
/// <param name="Iaqi">0 to 500; <see langword="null"/> where the edition defines none.</param>
public readonly record struct AirItemIndex(AirItem Item, AirAveraging Averaging, int? Iaqi);
