using System.Diagnostics;
using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Settings;

namespace Lanshao.Platform.Reports.Pdf;

/// <summary>LibreOffice where it is installed: turns a Word file into a PDF with a fresh profile, without a network, macros off, within a time and a memory, ended together with its children.</summary>
/// <param name="program">The program.</param>
/// <param name="most">How long it may take.</param>
/// <param name="mostMemoryKilobytes">How much memory the program and each of its children may take.</param>
public sealed class PdfProgram(string program, TimeSpan most, long mostMemoryKilobytes)
{
    private const string Shell = "/bin/sh";
    private const string None = "none";
    private const string Word = "document.docx";
    private const string Unshare = "/usr/bin/unshare";
    private static readonly string[] Usual = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"];

    // The limit holds for everything below; without a network of its own the program does not start at all.
    private const string Fenced = "ulimit -v \"$1\" && shift && exec /usr/bin/unshare --user --map-root-user --net -- \"$@\"";

    /// <summary>Finds the program that the settings name, else one of the usual places; null where there is none, or where its network cannot be taken away (pages are printed then).</summary>
    public static PdfProgram? Find(SettingsBook settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var named = settings[AllSettings.PdfProgram];
        var found = named == None ? null : (named.Length > 0 ? [named] : Usual).FirstOrDefault(File.Exists);
        return found is null || !CanFence() ? null : new(found, TimeSpan.FromSeconds(settings[AllSettings.PdfSeconds]), settings[AllSettings.PdfMegabytes] << 10);
    }

    /// <summary>Converts a file. RPT-034 where it takes too long, RPT-035 where no PDF comes out.</summary>
    /// <param name="word">The Word file, one that this program wrote.</param>
    /// <param name="ct">Ends the program and its children.</param>
    public async Task<Outcome<byte[]>> ConvertAsync(Stream word, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("lanshao-pdf-").FullName;
        try
        {
            PdfProfile.Write(Path.Combine(folder, "profile"));
            await using (var copy = File.Create(Path.Combine(folder, Word)))
            {
                await word.CopyToAsync(copy, ct);
            }

            var refusal = await RunAsync(folder, ct);
            var pdf = Path.Combine(folder, "out", Path.ChangeExtension(Word, ".pdf"));
            return refusal is not null ? refusal : File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, ct) : Refusal.Environment("RPT-035", ("program", Path.GetFileName(program)));
        }
        finally
        {
            Delete(folder);
        }
    }

    private async Task<Refusal?> RunAsync(string folder, CancellationToken ct)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(ct);
        clock.CancelAfter(most);
        using var process = Process.Start(StartOf(folder));
        if (process is null)
        {
            return Refusal.Environment("RPT-035", ("program", Path.GetFileName(program)));
        }

        try
        {
            await Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, clock.Token), process.StandardError.BaseStream.CopyToAsync(Stream.Null, clock.Token), process.WaitForExitAsync(clock.Token));
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Refusal.Environment("RPT-034", ("seconds", ((long)most.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo StartOf(string folder)
    {
        var start = new ProcessStartInfo(Shell,
        [
            "-c", Fenced, Shell, mostMemoryKilobytes.ToString(CultureInfo.InvariantCulture),
            program, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri,
            "--convert-to", "pdf:writer_pdf_Export", "--outdir", Path.Combine(folder, "out"), Path.Combine(folder, Word),
        ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // Nothing of the server's surroundings reaches the program.
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        return start;
    }

    /// <summary>Says whether the system takes the network away from a program.</summary>
    internal static bool CanFence()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Unshare))
        {
            return false;
        }

        using var trial = Process.Start(new ProcessStartInfo(Unshare, ["--user", "--map-root-user", "--net", "--", "true"]) { RedirectStandardError = true, UseShellExecute = false });
        return trial is not null && trial.WaitForExit(TimeSpan.FromSeconds(5)) && trial.ExitCode == 0;
    }

    // A child that is just ending may still write: what stays is taken by the system's own cleaning.
    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
