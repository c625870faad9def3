namespace Lanshao.Hj212.Simulation;

/// <summary>What goes wrong at simulated devices, as the field has it.</summary>
/// <param name="Drop">The share of messages that are never sent, 0–1.</param>
/// <param name="Repeat">The share of messages that are sent twice although they were answered, 0–1.</param>
/// <param name="Garbage">The share of messages with noise before them, or damaged on the way, 0–1; the damaged one is sent again whole.</param>
/// <param name="Drift">The share of devices whose clock is wrong by up to half an hour, 0–1.</param>
/// <param name="FlatLine">The share of devices that say the same value for ever, 0–1.</param>
public readonly record struct Faults(double Drop, double Repeat, double Garbage, double Drift, double FlatLine);
