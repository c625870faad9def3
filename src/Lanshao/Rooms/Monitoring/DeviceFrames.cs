using System.Globalization;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>Frames as people read them: what was said, and what was wrong with it.</summary>
internal static class DeviceFrames
{
    private static readonly IReadOnlyList<Column> Columns =
        [new("收到时间", ColumnKind.OneLine), new("命令", ColumnKind.Mark), new("数据时间", ColumnKind.OneLine), new("数据", ColumnKind.Prose), new("问题", ColumnKind.Prose)];

    public static PageTable Table(string title, IEnumerable<JournalFrame> frames, UiTexts texts) =>
        new(title, Columns, [.. frames.Select(frame => Row(frame.Bytes, frame.ReceivedUtc, Remarks(frame, texts), texts))]);

    /// <summary>Returns the factors that a frame names, separated by 、.</summary>
    public static string Factors(byte[] bytes) => MessageOf(bytes, null) is { } message ? string.Join('、', message.Factors.Keys.Take(12)) : string.Empty;

    /// <summary>Returns the values of a frame as people read them.</summary>
    public static string Values(byte[] bytes) => Values(MessageOf(bytes, null));

    /// <summary>Returns until when the data of a frame reach; null where it tells none.</summary>
    public static DateTime? DataUtc(JournalFrame frame)
    {
        byte[] whole = [.. frame.Bytes, (byte)'\r', (byte)'\n'];
        var reading = FrameReader.Read(whole, ended: true);
        return reading.Status == FrameStatus.Frame ? JournalEntry.Of(reading.Frame, new(reading.Frame.Segment), frame.ReceivedUtc, frame.Remote)?.DataUtc : null;
    }

    private static string Values(Message? message) => message is null ? string.Empty : string.Join("；", message.Factors.Select(factor => $"{factor.Key} {string.Join(' ', factor.Value.Select(field => $"{field.Key}={field.Value}"))}"));

    private static List<string> Remarks(JournalFrame frame, UiTexts texts)
    {
        List<string> remarks = frame.IsConflict ? [texts["与先到的同一报文内容不同，见报文核对。"]] : [];
        if (frame.IsBackFill)
        {
            remarks.Add(texts["补传数据。"]);
        }

        return remarks;
    }

    private static TableRow Row(byte[] bytes, DateTime receivedUtc, List<string> troubles, UiTexts texts)
    {
        var message = MessageOf(bytes, ChinaTime.CivilOf(receivedUtc));
        var remarks = message?.Remarks.Select(remark => ErrorTexts.Sentence(remark.Code, remark.Arguments, texts.Language)) ?? [];
        return new(
        [
            Cell.Of($"{ChinaTime.CivilOf(receivedUtc):yyyy-MM-dd HH:mm:ss}"),
            Cell.Of(message?.Cn ?? string.Empty),
            Cell.Of(message?.DataTime?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? string.Empty),
            Cell.Of(Values(message)),
            Cell.Of([.. troubles, .. remarks]),
        ]);
    }

    private static Message? MessageOf(byte[] bytes, DateTime? receivedAt)
    {
        byte[] whole = [.. bytes, (byte)'\r', (byte)'\n'];
        var reading = FrameReader.Read(whole, ended: true);
        return reading.Status == FrameStatus.Frame ? MessageReading.Of(reading.Frame, [], receivedAt).Message : null;
    }
}
