using System.Text;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Tests.Districts.Packs;

/// <summary>A small valid pack, whose files a test replaces; and the sample district.</summary>
internal static class TestPack
{
    public static readonly IReadOnlyList<PackPart> DistrictOnly = [DistrictPart.Part, DistrictPart.Calendar];

    private static readonly Dictionary<string, string> Small = new(StringComparer.Ordinal)
    {
        ["pack.yaml"] = "packFormat: 1\nname: small\ntitle: 小包\ndistrict:\n  code: \"999901\"\n  name: 甲区\n  fullName: 某市甲区\n  city: 某市\n  confidence: R\n",
        ["subdistricts.yaml"] = "subdistricts:\n  - code: n1\n    name: 北门街道\n    shortName: 北门\n    confidence: R\n  - code: n2\n    name: 南门街道\n    shortName: 南门\n    confidence: R\n",
        ["agencies.yaml"] = "agencies:\n  - code: water\n    name: 区水务局\n    fullName: 某市甲区水务局\n    level: district\n",
        ["areas.yaml"] = "areaSets:\n  - code: all\n    name: 全部\n    members: [n2, n1]\n",
        ["groups.yaml"] = "groups:\n  - code: everybody\n    name: 各街道\n    members:\n      - areaSet: all\n",
    };

    public static PackFiles Of(params (string Path, string? Text)[] changed)
    {
        var files = new Dictionary<string, string>(Small, StringComparer.Ordinal);
        foreach (var (path, text) in changed)
        {
            if (text is null)
            {
                files.Remove(path);
            }
            else
            {
                files[path] = text;
            }
        }

        return new(files.Select(file => new PackFile(file.Key, Encoding.UTF8.GetBytes(file.Value))));
    }

    public static IReadOnlyList<Finding> Findings(params (string Path, string? Text)[] changed) => new Pack(Of(changed)).Check(DistrictOnly).Findings;

    public static string SampleFolder => RepositoryFolder.At("packs", "dongcheng");

    public static Pack Sample() => new(PackFolder.Read(SampleFolder).Value ?? throw new InvalidOperationException(SampleFolder));
}
