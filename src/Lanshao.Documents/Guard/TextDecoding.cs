using System.Text;

namespace Lanshao.Documents.Guard;

/// <summary>Tells the encoding of text from outside: UTF-8 or UTF-16 with or without a mark, else GB18030.</summary>
internal static class TextDecoding
{
    private const char Replacement = '\uFFFD';
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly UnicodeEncoding Utf16Little = new(bigEndian: false, byteOrderMark: false);
    private static readonly UnicodeEncoding Utf16Big = new(bigEndian: true, byteOrderMark: false);

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;

    /// <summary>Returns the beginning of a file as text, roughly decoded, without its mark; enough to look for markup.</summary>
    public static string Preview(ReadOnlySpan<byte> head)
    {
        var (encoding, mark) = Mark(head);
        return (encoding ?? Utf8).GetString(head[mark..]);
    }

    /// <summary>Returns the encoding of a text, and how many of its characters it cannot read.</summary>
    /// <param name="open">Opens the text from its beginning; called once or twice.</param>
    /// <param name="budget">Watches the time.</param>
    /// <param name="name">The file's name, for the refusal.</param>
    public static (Encoding Encoding, int Broken) Detect(Func<Stream> open, ReadingBudget budget, string name)
    {
        using (var stream = open())
        {
            Span<byte> head = stackalloc byte[4];
            if (Mark(head[..stream.ReadAtLeast(head, 4, throwOnEndOfStream: false)]).Encoding is { } marked)
            {
                return (marked, Measure(marked, open, budget).Broken);
            }
        }

        var utf8 = Measure(Utf8, open, budget);
        if (utf8.IsClean)
        {
            return (Utf8, 0);
        }

        return (utf8.Zeros > 0 ? Best(open, budget, Utf16Little, Utf16Big) : utf8.IsMostlyClean ? (Utf8, utf8.Broken) : Best(open, budget, Gb18030))
            ?? throw Refuse.Because(DocumentCodes.TextEncoding, null, ("file", name));
    }

    private static (Encoding? Encoding, int Length) Mark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, not 0, ..] or [0xFF, 0xFE, 0, not 0, ..] or [0xFF, 0xFE] => (Utf16Little, 2),
        [0xFE, 0xFF, ..] => (Utf16Big, 2),
        _ => (null, 0),
    };

    private static (Encoding Encoding, int Broken)? Best(Func<Stream> open, ReadingBudget budget, params ReadOnlySpan<Encoding> candidates)
    {
        (Encoding, int)? best = null;
        var bestCommon = 0;
        foreach (var candidate in candidates)
        {
            var reading = Measure(candidate, open, budget);
            if (reading.IsMostlyClean && reading.IsCommon && reading.Common > bestCommon)
            {
                best = (candidate, reading.Broken);
                bestCommon = reading.Common;
            }
        }

        return best;
    }

    private static Reading Measure(Encoding encoding, Func<Stream> open, ReadingBudget budget)
    {
        using var stream = open();
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 32 * 1024);
        var chars = new char[32 * 1024];
        var sum = default(Reading);
        for (int read; (read = reader.Read(chars, 0, chars.Length)) > 0;)
        {
            budget.Look();
            sum = sum.Add(chars.AsSpan(0, read));
        }

        return sum;
    }

    private readonly record struct Reading(int Total, int NonAscii, int Broken, int Zeros, int Controls, int Common)
    {
        public bool IsClean => Broken == 0 && Zeros == 0 && Controls * 100 <= Total;

        // One broken character in fifty is a scratch on the text, more is another encoding.
        public bool IsMostlyClean => Broken <= Math.Max(1, NonAscii / 50) && Zeros == 0 && Controls * 100 <= Total;

        public bool IsCommon => Common * 10L >= Total * 9L;

        public Reading Add(ReadOnlySpan<char> text)
        {
            if (!text.ContainsAnyExceptInRange('\u0020', '\u007E'))
            {
                return this with { Total = Total + text.Length, Common = Common + text.Length };
            }

            var (nonAscii, broken, zeros, controls, common) = (0, 0, 0, 0, 0);
            foreach (var c in text)
            {
                nonAscii += c > 0x7F ? 1 : 0;
                broken += c == Replacement ? 1 : 0;
                zeros += c == 0 ? 1 : 0;
                controls += c is < ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v') ? 1 : 0;
                common += IsCommonCharacter(c) ? 1 : 0;
            }

            return new Reading(Total + text.Length, NonAscii + nonAscii, Broken + broken, Zeros + zeros, Controls + controls, Common + common);
        }

        // ASCII, Latin letters with marks, general punctuation and signs, Chinese punctuation and characters, surrogate pairs, full-width forms.
        private static bool IsCommonCharacter(char c) =>
            c is (>= ' ' and <= '\u024F') or '\t' or '\n' or '\r' or (>= '\u0370' and <= '\u03FF') or (>= '\u2000' and <= '\u26FF')
                or (>= '\u3000' and <= '\u9FFF') or (>= '\uD800' and <= '\uDFFF') or (>= '\uFF00' and <= '\uFFEF');
    }
}
