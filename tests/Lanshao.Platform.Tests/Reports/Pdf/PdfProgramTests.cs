using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Reports.Pdf;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Pdf;

/// <summary>Rule 15: what LibreOffice may do, tried with programs of our own in its place.</summary>
public sealed class PdfProgramTests : IDisposable
{
    private const long Megabytes = 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanshao-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => TemporaryFolder.Delete(_folder.FullName);

    [Fact]
    public async Task Convert_Profile_IsFreshAndRunsNoMacros()
    {
        var profile = await SaidAsync("mkdir out; cat profile/user/registrymodifications.xcu > out/document.pdf; echo \"$@\" >> out/document.pdf");

        Assert.Contains("oor:name=\"MacroSecurityLevel\" oor:op=\"fuse\"><value>3<", profile, StringComparison.Ordinal);
        Assert.Contains("oor:name=\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true<", profile, StringComparison.Ordinal);
        Assert.Matches("-env:UserInstallation=file:///.*lanshao-pdf-.*/profile --convert-to pdf:writer_pdf_Export", profile);
    }

    [Fact]
    public async Task Convert_Program_HasNoNetworkAndNothingOfTheServersSurroundings()
    {
        var said = await SaidAsync("mkdir out; { env; echo NET; cat /proc/net/dev; } > out/document.pdf");

        var (names, cards) = (said.Split("NET\n")[0], said.Split("NET\n")[1]);
        Assert.Equal(["HOME", "LANG", "PATH", "PWD", "TMPDIR"], names.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).Where(name => name is not ("_" or "OLDPWD" or "SHLVL")).Order());
        Assert.Equal(["lo"], cards.Split('\n').Skip(2).Where(line => line.Contains(':', StringComparison.Ordinal)).Select(line => line.Split(':')[0].Trim()));
    }

    [Fact]
    public async Task Convert_TooSlow_IsEndedWithItsChildren()
    {
        var mark = Path.Combine(_folder.FullName, "child");
        var program = Program($"sleep 1000 & echo $! > '{mark}'; wait", seconds: 1);

        var outcome = await program.ConvertAsync(Stream.Null, Ct);

        Assert.Equal("RPT-034", outcome.Refusal?.Code);
        var child = int.Parse(await File.ReadAllTextAsync(mark, Ct), CultureInfo.InvariantCulture);
        Assert.True(HasEnded(child), $"child {child} still runs");
    }

    [Theory]
    [InlineData(64, null)]
    [InlineData(2048, 200 << 20)]
    public async Task Convert_BeyondItsMemory_GivesNoPdf(int megabytes, int? expected)
    {
        var program = Program("mkdir out; dd if=/dev/zero of=out/document.pdf bs=200M count=1", megabytes: megabytes);

        var outcome = await program.ConvertAsync(Stream.Null, Ct);

        Assert.Equal(expected, outcome.Value is { Length: > 0 } made ? made.Length : null);
    }

    [Fact]
    public async Task Convert_Done_LeavesNoFile()
    {
        var folder = (await SaidAsync("mkdir out; pwd > out/document.pdf")).Trim();

        Assert.Contains("lanshao-pdf-", folder, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Convert_NothingComesOut_SaysSo()
    {
        var outcome = await Program("exit 3").ConvertAsync(Stream.Null, Ct);

        Assert.Equal("RPT-035", outcome.Refusal?.Code);
    }

    [Fact]
    public void Find_None_FindsNone()
    {
        var settings = SettingsBook.Load(_folder.FullName, ["pdf.program=none"], new Dictionary<string, string>()).Value!;

        Assert.Null(PdfProgram.Find(settings));
    }

    [Fact]
    public async Task Convert_ByLibreOffice_IsAPdf()
    {
        var program = PdfProgram.Find(SettingsBook.Load(_folder.FullName, [], new Dictionary<string, string>()).Value!);
        Assert.SkipWhen(program is null, "LibreOffice is not installed, or its network cannot be taken away.");
        using var word = new MemoryStream(WordWriter.Write(new OfficialDocument("样张", [new([new TitleBlock("样张"), new BodyBlock("正文。")])])));

        var pdf = await program.ConvertAsync(word, Ct);

        Assert.Equal("%PDF-"u8, pdf.Value.AsSpan(0, 5));
    }

    private static bool HasEnded(int process)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience;)
        {
            try
            {
                // Who is dead and not yet buried has ended too.
                var stat = File.ReadAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat");
                if (stat[(stat.LastIndexOf(')') + 2)..].StartsWith('Z'))
                {
                    return true;
                }
            }
            catch (IOException)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<string> SaidAsync(string script)
    {
        var outcome = await Program(script).ConvertAsync(Stream.Null, Ct);
        return Encoding.UTF8.GetString(outcome.Value!);
    }

    private PdfProgram Program(string script, int seconds = 60, long megabytes = 2048)
    {
        Assert.SkipUnless(PdfProgram.CanFence(), "This system takes no network away from a program.");
        var path = Path.Combine(_folder.FullName, "office");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return new(path, TimeSpan.FromSeconds(seconds), megabytes * Megabytes);
    }
}
