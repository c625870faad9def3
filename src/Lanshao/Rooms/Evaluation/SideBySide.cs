namespace Lanshao.Rooms.Evaluation;

/// <summary>Does pieces of work on all processors. What the framework has for it costs a short verb more to start than it gains.</summary>
internal static class SideBySide
{
    /// <summary>Does each piece once.</summary>
    /// <param name="count">How many pieces there are.</param>
    /// <param name="work">Does the piece of a number from 0; from several threads at once.</param>
    public static void Each(int count, Action<int> work)
    {
        var next = -1;
        var others = new Task[Math.Max(0, Math.Min(Environment.ProcessorCount, count) - 1)];
        for (var i = 0; i < others.Length; i++)
        {
            others[i] = Task.Run(Work);
        }

        try
        {
            Work();
        }
        finally
        {
            Task.WaitAll(others);
        }

        void Work()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < count;)
            {
                work(i);
            }
        }
    }
}
