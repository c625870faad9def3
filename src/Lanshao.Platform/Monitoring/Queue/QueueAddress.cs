using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Monitoring.Queue;

/// <summary>Where the queues between gateways and writers are, and over how many of them the devices are spread. Its text never says the password.</summary>
public sealed class QueueAddress
{
    /// <summary>Where messages go that nobody can read.</summary>
    internal const string DeadLetters = "lanshao.frames.dead";

    private QueueAddress(Uri uri, int partitions) => (Uri, Partitions) = (uri, partitions);

    /// <summary>Gets over how many queues the devices are spread; the same for all processes of a district.</summary>
    public int Partitions { get; }

    internal Uri Uri { get; }

    /// <summary>Reads <c>amqp://user:password@host:port/vhost</c>; ENV-064 of anything else.</summary>
    public static Outcome<QueueAddress> Parse(string text, int partitions) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps" && uri.Host.Length > 0
            ? new QueueAddress(uri, partitions)
            : Refusal.Invalid("ENV-064");

    public override string ToString() => $"{Uri.Scheme}://{Uri.Host}:{Uri.Port}{Uri.AbsolutePath}";

    /// <summary>Returns the name of a queue.</summary>
    internal static string NameOf(int partition) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"lanshao.frames.{partition}");

    /// <summary>Returns the queue of a device: the same in every process and every run, so that its frames keep their order.</summary>
    public int PartitionOf(string mn)
    {
        const uint basis = 2166136261;
        const uint prime = 16777619;
        var hash = basis;
        foreach (var letter in mn)
        {
            hash = unchecked((hash ^ letter) * prime);
        }

        return (int)(hash % (uint)Partitions);
    }
}
