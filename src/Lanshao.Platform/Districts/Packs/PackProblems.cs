using System.Globalization;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>Collects what is wrong with a pack, each with file, line and column.</summary>
public sealed class PackProblems
{
    private readonly List<Finding> _findings = [];

    /// <summary>Gets the findings in the order of the files.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    public bool HasErrors => _findings.Exists(finding => finding.Severity == Severity.Error);

    public void Error(string code, PackSpot where, params (string Name, string Text)[] arguments) => Add(code, Severity.Error, where, arguments);

    public void Warn(string code, PackSpot where, params (string Name, string Text)[] arguments) => Add(code, Severity.Warning, where, arguments);

    private void Add(string code, Severity severity, PackSpot where, (string Name, string Text)[] arguments)
    {
        var named = arguments.Where(argument => argument.Text.Length > 0).ToDictionary(argument => argument.Name, argument => argument.Text);   // the sentence prints a dash
        named["file"] = where.File;
        named["line"] = where.Line.ToString(CultureInfo.InvariantCulture);
        named["column"] = where.Column.ToString(CultureInfo.InvariantCulture);
        _findings.Add(new(code, severity, named, where.ToString()));
    }
}

/// <summary>A place in a file of the pack; lines and columns count from 1, 0 for the whole file.</summary>
public sealed record PackSpot(string File, int Line = 0, int Column = 0)
{
    public override string ToString() => Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
