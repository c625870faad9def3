namespace Lanshao.Hj212.Exchanges;

/// <summary>ExeRtn: how a request ended. The version of 2005 has 1, 2 and 100 only.</summary>
public enum ExecutionResult
{
    /// <summary>No result yet, or none that can be read.</summary>
    None = 0,

    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>Failed, nobody knows why.</summary>
    Failed = 2,

    /// <summary>The conditions of the request are wrong.</summary>
    WrongCondition = 3,

    /// <summary>The instrument did not answer the logger.</summary>
    TimedOut = 4,

    /// <summary>The device is busy.</summary>
    Busy = 5,

    /// <summary>The device is faulty.</summary>
    Faulty = 6,

    /// <summary>There are no data.</summary>
    NoData = 100,
}
