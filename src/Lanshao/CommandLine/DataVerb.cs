using System.CommandLine;
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
    public static Command On(Command verb, string permission, Func<DataVerb, CancellationToken, Task<int>> run)
    {
        verb.Options.Add(CommonOptions.Data);
        verb.Options.Add(CommonOptions.Database);
        verb.Options.Add(CommonOptions.Set);
        return verb.Needs(permission).Runs(async (parsed, output, ct) =>
        {
            var folder = await DataFolder.OpenAsync(parsed.GetValue(CommonOptions.Data)!, create: false, parsed.GetValue(CommonOptions.Database), ct);
            var settings = folder.Then<SettingsBook>(f => SettingsBook.Load(f.FullPath, parsed.GetValue(CommonOptions.Set)));
            if (settings.IsRefused)
            {
                return output.Refuse(settings.Refusal);
            }

            try
            {
                return await run(new(parsed, folder.Value!, settings.Value, output), ct);
            }
            finally
            {
                folder.Value!.Store.Release();
            }
        });
    }
}
