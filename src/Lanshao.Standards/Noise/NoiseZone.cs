namespace Lanshao.Standards.Noise;

/// <summary>声环境功能区: a class of zones with its limits.</summary>
/// <param name="Code">0, 1, 2, 3, 4a or 4b.</param>
/// <param name="Name">Its Chinese name, such as 4a类.</param>
/// <param name="DayLimitDb">Limit of the level of a day, dB(A).</param>
/// <param name="NightLimitDb">Limit of the level of a night, dB(A).</param>
/// <remarks>GB 3096-2008, 5.1, table 1.</remarks>
public sealed record NoiseZone(string Code, string Name, decimal DayLimitDb, decimal NightLimitDb);
