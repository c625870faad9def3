using System.CommandLine;
using Lanshao.CommandLine;
using Lanshao.Hj212.Security;
using Lanshao.Platform.Foundation;

namespace Lanshao.Rooms.Monitoring;

/// <summary><c>hj212 decode [FILE|-]</c>: what stands in frames, and what is wrong with them.</summary>
internal static class DecodeVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = "文件，- 为标准输入", DefaultValueFactory = _ => "-" };
    private static readonly Option<bool> Stream = new("--stream") { Description = "原始字节流：每帧一行，丢弃的每段一行" };
    private static readonly Option<bool> Base64 = new("--base64") { Description = "每行一帧，以 base64 写出" };
    private static readonly Option<bool> JsonLines = new("--json-lines") { Description = "每帧一行 JSON" };
    private static readonly Option<Sm4Key[]> Key = new("--key")
    {
        Description = "SM4 密钥，32 位十六进制；换过密钥的可给出多个，新的在前",
        CustomParser = argument => [.. argument.Tokens.Select(token => token.Value).Select(hex =>
        {
            var key = Sm4Key.FromHex(hex);
            if (key is null)
            {
                argument.AddError("--key 应为 32 位十六进制数字。");
            }

            return key!;
        })],
    };

    public static Command Command()
    {
        var verb = new Command("decode", "解读报文，指出哪里不对、可能的原因") { File, Stream, Base64, JsonLines, Key };
        verb.Validators.Add(parsed =>
        {
            if (parsed.GetValue(Stream) && parsed.GetValue(Base64))
            {
                parsed.AddError("--stream 与 --base64 只能给一个。");
            }
        });
        return verb.Needs(Permissions.Open).Runs(async (parsed, output, ct) =>
        {
            var file = parsed.GetValue(File)!;
            try
            {
                await using var input = file == "-" ? Console.OpenStandardInput() : System.IO.File.OpenRead(file);
                return await RunAsync(parsed, input, output.IsJson, ct);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                return output.Refuse(Refusal.Unreadable("IMP-008", ("file", file), ("reason", unreadable.Message)), file);
            }
        });
    }

    private static async Task<int> RunAsync(ParseResult parsed, Stream input, bool isJson, CancellationToken ct)
    {
        await using var printer = new MessagePrinter(
            Console.OpenStandardOutput(),
            isJson ? MessageForm.JsonArray : parsed.GetValue(JsonLines) ? MessageForm.JsonLines : MessageForm.Text);
        var decoding = new Decoding(printer, parsed.GetValue(Key) ?? [], ChinaTime.CivilOf(TimeProvider.System.GetUtcNow().UtcDateTime));
        var isClean = parsed.GetValue(Stream)
            ? await decoding.StreamAsync(input, ct)
            : await decoding.LinesAsync(input, parsed.GetValue(Base64), ct);
        return isClean ? ExitCode.Done : ExitCode.Found;
    }
}
