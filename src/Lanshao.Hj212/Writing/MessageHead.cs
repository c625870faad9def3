using Lanshao.Hj212.Messages;

namespace Lanshao.Hj212.Writing;

/// <summary>The header of a message to be sent.</summary>
/// <param name="Qn">When the exchange began, Beijing time; an answer and a resend repeat it.</param>
/// <param name="St">The system code, two characters; 91 of answers.</param>
/// <param name="Cn">The command, four digits.</param>
/// <param name="Pw">The password.</param>
/// <param name="Mn">The device.</param>
/// <param name="Flag">Version and whether an answer is wanted.</param>
public readonly record struct MessageHead(DateTime Qn, string St, int Cn, string Pw, string Mn, MessageFlag Flag)
{
    /// <summary>Gets how many parts there are; 0 of a message that is whole.</summary>
    public int PartCount { get; init; }

    /// <summary>Gets which part this is, from 1.</summary>
    public int PartNumber { get; init; }

    /// <summary>Gets whether the data are sent again (RF=1, 2025).</summary>
    public bool IsResent { get; init; }
}
