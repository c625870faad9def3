namespace Lanshao.Platform.Foundation.Staging;

/// <summary>Where an import stands. Previewed goes to applied or discarded, applied to undone.</summary>
public enum ImportState
{
    Previewed,
    Applied,
    Undone,
    Discarded,
}

/// <summary>What applying a row does.</summary>
public enum ImportAction
{
    Add,
    Change,

    /// <summary>The store has the row, the file, which is the whole list, has not.</summary>
    Remove,
    Unchanged,

    /// <summary>The row could not be read; it is kept with its findings and changes nothing.</summary>
    Reject,
}
