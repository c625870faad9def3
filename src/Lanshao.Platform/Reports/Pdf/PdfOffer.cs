using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Foundation.Settings;

namespace Lanshao.Platform.Reports.Pdf;

/// <summary>Whether this machine makes PDFs, and the work that does it.</summary>
/// <param name="IsThere">Whether a program was found; without one pages are printed.</param>
/// <param name="Kind">The work.</param>
public sealed record PdfOffer(bool IsThere, JobKind Kind)
{
    /// <summary>Looks for the program.</summary>
    public static PdfOffer Of(FileStore files, SettingsBook settings)
    {
        var program = PdfProgram.Find(settings);
        return new(program is not null, MakePdf.Kind(files, program));
    }
}
