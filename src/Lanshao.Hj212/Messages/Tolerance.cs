namespace Lanshao.Hj212.Messages;

/// <summary>What the field sends and the standard does not have, and what is taken all the same. Each has a code, <see cref="Codes.Hj212Codes.Of(Tolerance)"/>, and is counted.</summary>
public enum Tolerance
{
    /// <summary>The check code has small letters.</summary>
    LowerCaseCheckCode,

    /// <summary>No CR LF behind the frame.</summary>
    NoLineEnd,

    /// <summary>LF or CR alone behind the frame.</summary>
    HalfLineEnd,

    /// <summary>A data segment of more than 1024 bytes, not split.</summary>
    LongSegment,

    /// <summary>An empty data segment.</summary>
    EmptySegment,

    /// <summary>No CP field.</summary>
    NoContent,

    /// <summary>No <c>&amp;&amp;</c> behind <c>CP=</c>.</summary>
    NoContentOpening,

    /// <summary>No <c>&amp;&amp;</c> at the end of the content.</summary>
    NoContentClosing,

    /// <summary>Bytes behind the closing <c>&amp;&amp;</c>; they are not read.</summary>
    BytesBehindContent,

    /// <summary>A piece without <c>=</c>; it is not read.</summary>
    PieceWithoutEquals,

    /// <summary>Nothing between two separators, or before the end.</summary>
    EmptyPiece,

    /// <summary>Blanks around a name or a value; they are not part of it.</summary>
    Blanks,

    /// <summary>A field's name in other letters than the standard's, large for small or small for large.</summary>
    FieldCase,

    /// <summary>A field twice; the last one counts.</summary>
    RepeatedField,

    /// <summary>No QN.</summary>
    NoQn,

    /// <summary>QN is not seventeen digits that make a time.</summary>
    BadQn,

    /// <summary>No ST.</summary>
    NoSt,

    /// <summary>ST is not two digits or large letters.</summary>
    BadSt,

    /// <summary>No PW.</summary>
    NoPw,

    /// <summary>No Flag: taken for HJ/T 212-2005 without an answer wanted.</summary>
    NoFlag,

    /// <summary>Flag is no number from 0 to 255.</summary>
    BadFlag,

    /// <summary>Flag names a version that does not exist.</summary>
    UnknownVersion,

    /// <summary>Flag announces parts, but PNUM and PNO are missing: taken as whole.</summary>
    SplitWithoutNumbers,

    /// <summary>PNUM and PNO without their bit in Flag, or no numbers, or PNO beyond PNUM.</summary>
    BadPartNumbers,

    /// <summary>RF other than 1.</summary>
    BadResendMark,

    /// <summary>A command that the code tables lack.</summary>
    UnknownCommand,

    /// <summary>A 9011 to 9014 that asks for an answer; it never gets one.</summary>
    AnswerWantsAnswer,

    /// <summary>A <c>Flag</c> in the content without its factor.</summary>
    BareFlag,

    /// <summary>A log text between <c>//</c> holds a separator and was torn there.</summary>
    TornLogText,

    /// <summary>Text in GBK instead of UTF-8.</summary>
    GbkText,

    /// <summary>Text in no encoding that is known.</summary>
    BrokenText,

    /// <summary>Measured data without DataTime.</summary>
    NoDataTime,

    /// <summary>DataTime is no time.</summary>
    BadDataTime,

    /// <summary>DataTime in another form than fourteen digits.</summary>
    DataTimeForm,

    /// <summary>A time ahead of the clock it is compared with.</summary>
    TimeAhead,

    /// <summary>A measured value that is empty.</summary>
    EmptyValue,

    /// <summary>A measured value that is no number.</summary>
    NotANumber,

    /// <summary>A number in another form: an exponent, or more digits than can be kept exactly.</summary>
    NumberForm,

    /// <summary>A value with <c>&lt;</c> or <c>&gt;</c>: beyond what the instrument measures.</summary>
    BeyondDetection,

    /// <summary>A value such as −9999 that stands for no value.</summary>
    Placeholder,

    /// <summary>A data flag that the version's table lacks.</summary>
    UnknownDataFlag,

    /// <summary>Codes of another version: those of 2005 in a frame of 2017 or 2025, or the other way round.</summary>
    ForeignCodes,

    /// <summary>A factor's code in large letters where the table has small ones, or the other way round.</summary>
    FactorCase,

    /// <summary>A value that fits another unit far better than the usual one.</summary>
    ImplausibleValue,

    /// <summary>Items parted by a comma instead of a semicolon.</summary>
    CommaBetweenItems,

    /// <summary>Bytes around the frame that are no frame.</summary>
    NoiseAround,

    /// <summary>The length field of an encrypted frame counts the plain text.</summary>
    PlainLength,
}
