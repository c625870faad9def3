using System.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Storage;

namespace Lanshao.CommandLine;

/// <summary>What a verb on a data folder gets: the opened folder and the settings that hold for it. Runs beside a server.</summary>
internal sealed record DataVerb(ParseResult Parsed, DataFolder Folder, SettingsBook Settings, VerbOutput Output)
{
    /// <summary>Gives the verb <c>--data</c>, <c>--database</c> and <c>--set</c>, and runs it on the opened folder.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="permission">What it needs.</param>
    /// <param name="run">Answers the exit code.</param>
    /// <param name="begin">Fills a folder that is not there yet; null refuses such a folder.</param>
    public static Command On(Command verb, string permission, Func<DataVerb, CancellationToken, Task<int>> run, Func<ParseResult, DataFolder, CancellationToken, Task<Refusal?>>? begin = null)
    {
        verb.Options.Add(CommonOptions.Data);
        verb.Options.Add(CommonOptions.Database);
        verb.Options.Add(CommonOptions.Set);
        return verb.Needs(permission).Runs(async (parsed, output, ct) =>
        {
            var folder = await DataFolder.OpenAsync(parsed.GetValue(CommonOptions.Data)!, create: begin is not null, parsed.GetValue(CommonOptions.Database), ct);
            var settings = folder.Then<SettingsBook>(f => SettingsBook.Load(f.FullPath, parsed.GetValue(CommonOptions.Set)));
            if (settings.IsRefused)
            {
                return output.Refuse(settings.Refusal);
            }

            try
            {
                if (begin is not null && await begin(parsed, folder.Value!, ct) is { } refusal)
                {
                    return output.Refuse(refusal);
                }

                return await run(new(parsed, folder.Value!, settings.Value, output), ct);
            }
            finally
            {
                folder.Value!.Release();
            }
        });
    }
}
