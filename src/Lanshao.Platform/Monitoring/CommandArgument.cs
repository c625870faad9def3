using System.Globalization;
using Lanshao.Hj212.Exchanges;

namespace Lanshao.Platform.Monitoring;

/// <summary>What is typed beside a remote command that needs two posts, and the request that it makes.</summary>
public static class CommandArgument
{
    private const int LongestFactor = 20;

    /// <summary>Returns the request; null where what was typed does not fit the command.</summary>
    /// <param name="kind">The command.</param>
    /// <param name="argument">What was typed; the new password of a change of passwords.</param>
    public static Request? Read(RemoteCommandKind kind, string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return kind switch
        {
            RemoteCommandKind.StopRealtime => argument.Length == 0 ? Request.StopRealtime : null,
            RemoteCommandKind.StartRunState => argument.Length == 0 ? Request.StartRunState : null,
            RemoteCommandKind.StopRunState => argument.Length == 0 ? Request.StopRunState : null,
            RemoteCommandKind.Timeouts => Numbers(argument) is [>= 1 and <= 99 and var seconds, >= 1 and <= 99 and var resends] ? Request.SetTimeouts(seconds, resends) : null,
            RemoteCommandKind.RealtimeInterval => Numbers(argument) is [>= 30 and <= 3600 and var seconds] ? Request.SetRealtimeInterval(seconds) : null,
            RemoteCommandKind.MinuteInterval => Numbers(argument) is [>= 1 and <= 30 and var minutes] && 60 % minutes == 0 ? Request.SetMinuteInterval(minutes) : null,
            RemoteCommandKind.Password => argument.Length == 6 && argument.All(char.IsAsciiLetterOrDigit) ? Request.SetPassword(argument) : null,
            RemoteCommandKind.Calibrate => ToInstrument(3011, argument),
            RemoteCommandKind.SampleNow => ToInstrument(3012, argument),
            RemoteCommandKind.Clean => ToInstrument(3013, argument),
            RemoteCommandKind.Compare => ToInstrument(3014, argument),
            RemoteCommandKind.KeepSample => ToInstrument(3015, argument),
            RemoteCommandKind.Sampling => Sampling(argument),
            _ => null,
        };
    }

    private static Request? ToInstrument(int cn, string factor) => IsFactor(factor) ? Request.ToInstrument(cn, factor) : null;

    // 因子，首次采样时刻，周期小时数: w01018 08:00 4.
    private static Request? Sampling(string argument) =>
        argument.Split([' ', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries) is [var factor, var start, var hours] && IsFactor(factor)
        && TimeOnly.TryParseExact(start, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && Numbers(hours) is [>= 1 and <= 24 and var cycle]
            ? Request.SetSampling(factor, time, cycle)
            : null;

    private static bool IsFactor(string factor) => factor.Length is > 0 and <= LongestFactor && factor.All(char.IsAsciiLetterOrDigit);

    private static int[] Numbers(string text)
    {
        var pieces = text.Split(['/', ' ', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries);
        return [.. pieces.Select(piece => int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)];
    }
}
