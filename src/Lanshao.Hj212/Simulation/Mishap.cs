namespace Lanshao.Hj212.Simulation;

/// <summary>What goes wrong with one message.</summary>
public enum Mishap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is never sent.</summary>
    Dropped,

    /// <summary>It is sent again although it was answered.</summary>
    Repeated,

    /// <summary>It arrives damaged, with noise before it, and has to be sent again.</summary>
    Garbled,
}
