using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Lanshao.Platform.Foundation;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Lanshao.Hosting;

/// <summary>Styles, scripts and pictures, carried inside the program. The address holds the version, so that browsers may keep them.</summary>
public static class SiteFiles
{
    private const string Prefix = "wwwroot/";
    private static readonly FrozenDictionary<string, byte[]> Files = Load();
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Gets the hash over all files: relative imports of the scripts stay inside one version.</summary>
    public static string Version { get; } = Hash();

    /// <summary>Returns the address of a file, such as <c>/assets/3f2a…/lanshao.css</c>.</summary>
    public static string Url(string file) =>
        Files.ContainsKey(file) ? $"/assets/{Version}/{file}" : throw new ArgumentOutOfRangeException(nameof(file), file, "There is no such asset.");

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/assets/{version}/{**file}", [HttpMethods.Get, HttpMethods.Head], Answer).Needs(Permissions.Open).ExcludeFromDescription();
        app.MapMethods("/favicon.ico", [HttpMethods.Get, HttpMethods.Head], (HttpContext context) => Answer(context, Version, "icon.svg")).Needs(Permissions.Open).ExcludeFromDescription();
    }

    private static IResult Answer(HttpContext context, string version, string file)
    {
        if (!Files.TryGetValue(file, out var bytes))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = version == Version ? "public, max-age=31536000, immutable" : "no-cache";
        var type = Types.TryGetContentType(file, out var known) ? known : "application/octet-stream";
        return Results.Bytes(bytes, type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type, entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    }

    private static FrozenDictionary<string, byte[]> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new Dictionary<string, byte[]>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files[name[Prefix.Length..].Replace('\\', '/')] = bytes;
        }

        return files.ToFrozenDictionary();
    }

    private static string Hash()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            all.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            all.AppendData(bytes);
        }

        return Convert.ToHexStringLower(all.GetHashAndReset())[..12];
    }
}
