using System.Collections.Immutable;
using Lanshao.Hj212.Messages;

namespace Lanshao.Hj212.Codes;

/// <summary>The codes of what this library says: 0nn why a frame is refused, 1nn what was tolerated, 2nn a likely cause. The words belong to the caller.</summary>
public static class Hj212Codes
{
    /// <summary>No ## at the beginning.</summary>
    public const string NoStart = "HJ-001";

    /// <summary>The length field is not four digits.</summary>
    public const string BadLengthField = "HJ-002";

    /// <summary>The length field does not fit the data segment.</summary>
    public const string FalseLength = "HJ-003";

    /// <summary>The check code does not fit.</summary>
    public const string BadCheckCode = "HJ-004";

    /// <summary>The frame is cut off.</summary>
    public const string CutOff = "HJ-005";

    /// <summary>No check code behind the data segment.</summary>
    public const string NoCheckCode = "HJ-006";

    /// <summary>The content is encrypted and no key was given.</summary>
    public const string Encrypted = "HJ-007";

    /// <summary>The key does not open the content.</summary>
    public const string WrongKey = "HJ-008";

    /// <summary>The line is not base64.</summary>
    public const string NotBase64 = "HJ-009";

    /// <summary>The line is empty.</summary>
    public const string EmptyLine = "HJ-010";

    /// <summary>No CN.</summary>
    public const string NoCommand = "HJ-011";

    /// <summary>No MN.</summary>
    public const string NoDevice = "HJ-012";

    /// <summary>More than one frame where one was expected.</summary>
    public const string SeveralFrames = "HJ-013";

    /// <summary>The sender computes CRC-16/MODBUS.</summary>
    public const string CauseModbus = "HJ-201";

    /// <summary>The bytes of the check code are swapped.</summary>
    public const string CauseSwappedBytes = "HJ-202";

    /// <summary>CRC-16/MODBUS with swapped bytes.</summary>
    public const string CauseSwappedModbus = "HJ-203";

    /// <summary>Another algorithm: this code cannot come out of the right one.</summary>
    public const string CauseOtherAlgorithm = "HJ-204";

    /// <summary>The sender computes CRC-16/CCITT or XMODEM.</summary>
    public const string CauseCcitt = "HJ-205";

    /// <summary>Bytes were changed on the way, or after the code was computed.</summary>
    public const string CauseDamaged = "HJ-206";

    /// <summary>The check code was computed with ## and the length.</summary>
    public const string CauseCodeWithHead = "HJ-207";

    /// <summary>The check code was computed over GBK, the text was sent as UTF-8.</summary>
    public const string CauseCodeOverGbk = "HJ-208";

    /// <summary>The length counts the check code too.</summary>
    public const string CauseLengthWithCode = "HJ-209";

    /// <summary>The length counts the check code and CR LF.</summary>
    public const string CauseLengthWithTail = "HJ-210";

    /// <summary>The length counts the whole frame.</summary>
    public const string CauseLengthOfFrame = "HJ-211";

    /// <summary>The length counts characters, not bytes.</summary>
    public const string CauseLengthInCharacters = "HJ-212";

    /// <summary>The data segment was changed and the length was not.</summary>
    public const string CauseLengthNotUpdated = "HJ-213";

    /// <summary>Neither the length of the cipher text nor that of the plain text.</summary>
    public const string CauseLengthOfPlain = "HJ-214";

    /// <summary>The connection ended in the middle of the frame.</summary>
    public const string CauseHalfSent = "HJ-215";

    /// <summary>Noise on the line, or another program’s greeting.</summary>
    public const string CauseNoise = "HJ-216";

    /// <summary>Another protocol: named.</summary>
    public const string CauseOtherProtocol = "HJ-217";

    /// <summary>The length was written in another form.</summary>
    public const string CauseLengthForm = "HJ-218";

    /// <summary>SM4 of HJ 212-2025: give the key of this device.</summary>
    public const string CauseKeyNeeded = "HJ-219";

    /// <summary>The key was changed, or it is another device’s.</summary>
    public const string CauseKeyChanged = "HJ-220";

    /// <summary>A character that base64 does not have.</summary>
    public const string CauseUnreadable = "HJ-221";

    /// <summary>The sender does not fill the header.</summary>
    public const string CauseFieldMissing = "HJ-222";

    /// <summary>Several frames in one line: read it as a stream.</summary>
    public const string CauseUseStream = "HJ-223";

    /// <summary>Nothing was sent.</summary>
    public const string CauseNothingSent = "HJ-224";

    // In the order of Tolerance.
    private static readonly ImmutableArray<string> Tolerated =
    [
        "HJ-101",
        "HJ-102",
        "HJ-103",
        "HJ-104",
        "HJ-105",
        "HJ-106",
        "HJ-107",
        "HJ-108",
        "HJ-109",
        "HJ-110",
        "HJ-111",
        "HJ-112",
        "HJ-113",
        "HJ-114",
        "HJ-115",
        "HJ-116",
        "HJ-117",
        "HJ-118",
        "HJ-119",
        "HJ-120",
        "HJ-121",
        "HJ-122",
        "HJ-123",
        "HJ-124",
        "HJ-125",
        "HJ-126",
        "HJ-127",
        "HJ-128",
        "HJ-129",
        "HJ-130",
        "HJ-131",
        "HJ-132",
        "HJ-133",
        "HJ-134",
        "HJ-135",
        "HJ-136",
        "HJ-137",
        "HJ-138",
        "HJ-139",
        "HJ-140",
        "HJ-141",
        "HJ-142",
        "HJ-143",
        "HJ-144",
        "HJ-145",
        "HJ-146",
        "HJ-147",
    ];

    /// <summary>Returns the code of a tolerance.</summary>
    /// <param name="tolerance">What was tolerated.</param>
    public static string Of(Tolerance tolerance) => Tolerated[(int)tolerance];
}
