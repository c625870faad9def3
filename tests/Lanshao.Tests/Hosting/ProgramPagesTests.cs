using System.Globalization;
using System.IO.MemoryMappedFiles;
using Lanshao.Hosting;
using Xunit;

namespace Lanshao.Tests.Hosting;

public sealed class ProgramPagesTests : IDisposable
{
    private const int Bytes = 1 << 18;
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-pages-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("library.so", MemoryMappedFileAccess.Read, true)]
    [InlineData("library.so.3", MemoryMappedFileAccess.Read, true)]
    [InlineData("figures.db", MemoryMappedFileAccess.Read, false)]
    [InlineData("library.so", MemoryMappedFileAccess.CopyOnWrite, false)]
    public void LetGo_OfAMappedFile_TakesReadOnlyProgramPagesOnlyAndLosesNothing(string name, MemoryMappedFileAccess access, bool isLetGo)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems count otherwise.");
        var path = Path.Combine(_folder, name);
        var content = Enumerable.Range(0, Bytes).Select(at => (byte)(at % 251)).ToArray();
        File.WriteAllBytes(path, content);
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using var view = file.CreateViewAccessor(0, Bytes, access);
        if (access == MemoryMappedFileAccess.CopyOnWrite)
        {
            view.Write(0, content[0] = 252);
        }

        Assert.Equal(content, Read(view));
        Assert.True(ResidentKilobytes(path) > 0);
        ProgramPages.LetGo();

        // Not seen before: it might be in the loader's hands.
        Assert.True(ResidentKilobytes(path) > 0);
        ProgramPages.LetGo();

        Assert.Equal(isLetGo, ResidentKilobytes(path) == 0);
        Assert.Equal(content, Read(view));
    }

    private static byte[] Read(MemoryMappedViewAccessor view)
    {
        var bytes = new byte[Bytes];
        view.ReadArray(0, bytes, 0, Bytes);
        return bytes;
    }

    private static int ResidentKilobytes(string path) => File.ReadAllLines("/proc/self/smaps")
        .SkipWhile(line => !line.EndsWith(path, StringComparison.Ordinal))
        .First(line => line.StartsWith("Rss:", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var figure, _] ? int.Parse(figure, CultureInfo.InvariantCulture) : 0;
}
