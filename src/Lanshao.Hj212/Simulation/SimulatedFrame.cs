namespace Lanshao.Hj212.Simulation;

/// <summary>A frame of a simulated device and what an answer to it repeats.</summary>
/// <param name="Bytes">The frame with its line end.</param>
/// <param name="Mn">The device.</param>
/// <param name="Qn">The exchange.</param>
/// <param name="Cn">The command.</param>
public sealed record SimulatedFrame(ReadOnlyMemory<byte> Bytes, string Mn, string Qn, string Cn);
