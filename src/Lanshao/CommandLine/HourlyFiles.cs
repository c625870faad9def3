using System.Globalization;
using Lanshao.Documents.Guard;
using Lanshao.Documents.Hourly;
using Lanshao.Platform.Foundation;

namespace Lanshao.CommandLine;

/// <summary>Files of hourly values as verbs take them: read within the limits, by a profile, with what could not be read in a file beside.</summary>
internal static class HourlyFiles
{
    /// <summary>Reads one file.</summary>
    public static Outcome<HourlyTable> Read(FileInfo file, HourlyProfile? profile, CancellationToken ct)
    {
        try
        {
            using var stream = file.OpenRead();
            return HourlyReader.Read(stream, file.Name, profile, null, ct);
        }
        catch (DocumentRefusedException refused)
        {
            return new Refusal(refused.Code, RefusalKind.Unreadable, refused.Arguments);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refusal.Unreadable("IMP-008", ("file", file.Name), ("reason", unreadable.Message));
        }
    }

    /// <summary>Finds a profile by its name or reads one of the caller's own; none asked for is none.</summary>
    public static async Task<(HourlyProfile? Profile, Refusal? Refusal)> ProfileAsync(string? name, CancellationToken ct)
    {
        if (name is null || HourlyProfile.All.Any(profile => profile.Name == name))
        {
            return (HourlyProfile.All.FirstOrDefault(profile => profile.Name == name), null);
        }

        try
        {
            return name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? (HourlyProfile.Parse(await File.ReadAllTextAsync(name, ct)), null) : (null, Unknown());
        }
        catch (Exception unreadable) when (unreadable is FormatException or IOException or UnauthorizedAccessException)
        {
            return (null, Refusal.Unreadable("IMP-008", ("file", Path.GetFileName(name)), ("reason", unreadable.Message)));
        }

        Refusal Unknown() => Refusal.Invalid("STD-008", ("name", name), ("known", string.Join('、', HourlyProfile.All.Select(profile => profile.Name))));
    }

    /// <summary>Writes what could not be read: file, line, column, expected, found.</summary>
    public static Task WriteRejectsAsync(string path, IEnumerable<HourlyReject> rejects, CancellationToken ct)
    {
        var rows = rejects.Select(reject => string.Join(',', new[] { reject.File, reject.Line.ToString(CultureInfo.InvariantCulture), reject.Column, Words(reject.Expected), reject.Found }.Select(Quoted)));
        return File.WriteAllLinesAsync(path, rows.Prepend("文件,行,列,应为,实为"), ct);
    }

    /// <summary>Says what was expected.</summary>
    public static string Words(HourlyExpectation expected) => expected switch
    {
        HourlyExpectation.Number => "0 到 99999 的数字",
        HourlyExpectation.Time => "整点时间（时为 0—23）",
        HourlyExpectation.Station => "站点名称",
        _ => "与表头一样多的列",
    };

    /// <summary>A cell of the reject file; what a spreadsheet would take for a formula stays text.</summary>
    private static string Quoted(string cell) => $"\"{(cell.Length > 0 && "=+-@\t".Contains(cell[0], StringComparison.Ordinal) ? "'" : "")}{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
