using System.Text.Json;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>The findings of a check as the contract of <c>document check</c> prints them.</summary>
internal static class CheckJson
{
    public static void Write(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartObject();
        json.WriteStartObject("source");
        json.WriteString("file", report.Source.Name);
        json.WriteString("sha256", report.Source.Sha256);
        json.WriteString("format", report.Source.Format switch { SourceFormat.Docx => "docx", SourceFormat.Txt => "txt", SourceFormat.Xlsx => "xlsx", _ => "csv" });
        json.WriteEndObject();
        json.WriteStartObject("counts");
        json.WriteNumber("checked", report.Checked);
        json.WriteNumber("consistent", report.Consistent);
        json.WriteNumber("inconsistent", report.Inconsistent);
        json.WriteNumber("unverifiable", report.Unverifiable);
        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            WriteFinding(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, CheckFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString()));
        json.WriteString("severity", finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        json.WritePropertyName("statement");
        WriteSpot(json, finding.Statement);
        json.WriteStartArray("evidence");
        foreach (var spot in finding.Evidence)
        {
            WriteSpot(json, spot);
        }

        json.WriteEndArray();
        json.WriteString("stated", finding.Stated);
        json.WriteString("computed", finding.Computed);
        json.WriteString("explanation", ErrorTexts.Sentence(finding.Code, finding.Arguments));
        json.WriteEndObject();
    }

    private static void WriteSpot(Utf8JsonWriter json, Spot spot)
    {
        json.WriteStartObject();
        json.WriteString("text", spot.Text);
        json.WriteString("where", spot.Where);
        json.WriteEndObject();
    }
}
