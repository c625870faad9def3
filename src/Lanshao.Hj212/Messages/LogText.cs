namespace Lanshao.Hj212.Messages;

/// <summary>A log text stands between <c>//</c> and <c>//</c> and may hold the protocol's separators, at which <see cref="FieldReader"/> tears it; here it is whole.</summary>
public static class LogText
{
    /// <summary>Returns the text between the slashes, or the empty span where the field is none.</summary>
    /// <param name="content">The content of the message.</param>
    /// <param name="name">The field's name, such as <c>i21001-Info</c>.</param>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> content, ReadOnlySpan<byte> name)
    {
        for (var at = content.IndexOf(name); at >= 0;)
        {
            var behind = content[(at + name.Length)..];
            if (behind.StartsWith("=//"u8))
            {
                var text = behind[3..];
                var end = text.IndexOf("//"u8);
                return end < 0 ? text : text[..end];
            }

            var next = behind.IndexOf(name);
            at = next < 0 || name.IsEmpty ? -1 : at + name.Length + next;
        }

        return default;
    }
}
