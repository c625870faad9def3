using System.Globalization;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;

namespace Lanshao.Platform.Monitoring;

/// <summary>Reads a register of devices, one a row, from CSV or Excel: rows in equal rows out.</summary>
internal sealed class DeviceFile(District district, IReadOnlyDictionary<string, string> knownDigests)
{
    private const string MnHead = "设备编号";
    private const string NameHead = "名称";
    private const string KindHead = "类型";
    private const string TierHead = "站点类别";
    private const string AreaHead = "街道";
    private const string OwnerHead = "所属单位";
    private const string PasswordHead = "密码";
    private const string FactorsHead = "因子";
    private const string NetworksHead = "来源网段";
    private const string RealtimeHead = "实时间隔（秒）";
    private const string MinuteHead = "分钟间隔";
    private const string OpenedHead = "启用日期";
    private const string ClosedHead = "拆除日期";
    private const string Hidden = "••••••";
    private const int LongestPassword = 24;
    private static readonly string[] Needed = [MnHead, NameHead, KindHead, TierHead];

    /// <summary>Reads every table of the file that has the columns; MON-001 where none has.</summary>
    public Outcome<ImportReading<DeviceRow>> Read(SourceDocument document)
    {
        var tables = document.Tables.Where(table => table.Rows.Count > 0).Select(table => (Table: table, Heads: Heads(table))).ToList();
        var fitting = tables.FindAll(table => Needed.All(table.Heads.ContainsKey));
        if (fitting.Count == 0)
        {
            var missing = tables.Select(table => Needed.Except(table.Heads.Keys).ToList()).MinBy(heads => heads.Count) ?? [.. Needed];
            return Refusal.Unreadable("MON-001", ("file", document.Source.Name), ("missing", string.Join("、", missing)), ("expected", string.Join("、", Needed)));
        }

        var rows = fitting.SelectMany(table => table.Table.Rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Text.Trim().Length > 0)).Select(row => ReadRow(row, table.Heads))).ToList();
        return new ImportReading<DeviceRow>(ImportDevices.Target, document.Source.Name, rows, []);
    }

    private SourceRow<DeviceRow> ReadRow(TableRow cells, Dictionary<string, int> heads)
    {
        var line = new DeviceLine(cells, heads);
        var mn = line.Text(MnHead);
        if (mn.Length is 0 or > Device.LongestMn || mn.Any(c => c is < '!' or > '~'))
        {
            line.Error("MON-002", ("found", mn));
        }

        var row = new DeviceRow(
            mn, line.Filled(NameHead, Device.LongestName), line.Choice(KindHead, DeviceWords.Kinds), line.Choice(TierHead, DeviceWords.Tiers), Area(line), line.Text(OwnerHead),
            Password(line, mn), Factors(line), line.Whole(RealtimeHead, 60, 1, 3600), line.Whole(MinuteHead, 10, 1, 60), line.Day(OpenedHead), line.Day(ClosedHead))
        { Networks = Networks(line) };
        var raw = heads.TryGetValue(PasswordHead, out var at) ? [.. cells.Cells.Select((cell, i) => i == at && cell.Text.Length > 0 ? Hidden : cell.Text)] : line.Raw;
        return new(line.Where, line.HasErrors ? "" : mn, raw, line.HasErrors ? null : row, line.Findings);
    }

    private string? Area(DeviceLine line)
    {
        var name = line.Text(AreaHead);
        if (name.Length == 0)
        {
            return null;
        }

        if (district.FindSubdistrictNamed(name) is { } found)
        {
            return found.Code;
        }

        line.Error("MON-003", ("found", name));
        return null;
    }

    // A register that goes out holds no passwords; where it comes back, an empty cell means the one that is known.
    private string Password(DeviceLine line, string mn)
    {
        var password = line.Text(PasswordHead);
        if (password.Length is > 0 and <= LongestPassword)
        {
            return DevicePassword.Digest(mn, password);
        }

        if (password.Length == 0 && knownDigests.TryGetValue(mn, out var known))
        {
            return known;
        }

        line.Error("MON-004", ("mn", mn));
        return string.Empty;
    }

    private static string Factors(DeviceLine line)
    {
        if (FactorSetting.TryParse(line.Text(FactorsHead), out var settings, out var wrong))
        {
            return FactorSetting.Write(settings);
        }

        line.Error("MON-005", ("found", wrong));
        return string.Empty;
    }

    private static string Networks(DeviceLine line)
    {
        var text = line.Text(NetworksHead);
        if (text.Length > Device.LongestNetworks || !AddressRanges.TryParse(text, out _, out _))
        {
            line.Error("MON-006", ("heading", NetworksHead), ("found", text), ("expected", "10.1.0.0/16、192.0.2.7，或空白"));
        }

        return text;
    }

    private static Dictionary<string, int> Heads(TableBlock table)
    {
        var heads = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Rows[0].Cells.Count; i++)
        {
            var head = table.Rows[0].Cells[i].Text.Trim();
            heads.TryAdd(head is "MN" or "设备编号（MN）" ? MnHead : head, i);
        }

        return heads;
    }

    /// <summary>One row by its headings; collects what is wrong with it.</summary>
    private sealed class DeviceLine(TableRow row, Dictionary<string, int> heads)
    {
        private readonly List<Finding> _findings = [];

        public string Where { get; } = string.Create(CultureInfo.InvariantCulture, $"{(row.Origin.Part is { } part ? part + " " : "")}第{row.Origin.Row ?? row.Origin.Line}行");

        public IReadOnlyList<string> Raw { get; } = [.. row.Cells.Select(cell => cell.Text)];

        public IReadOnlyList<Finding> Findings => _findings;

        public bool HasErrors => _findings.Count > 0;

        public string Text(string head) => heads.TryGetValue(head, out var at) && at < row.Cells.Count ? row.Cells[at].Text.Trim() : "";

        public string Filled(string head, int longest)
        {
            var text = Text(head);
            if (text.Length == 0 || text.Length > longest)
            {
                Wrong(head, text, string.Create(CultureInfo.InvariantCulture, $"1—{longest}字"));
            }

            return text;
        }

        public T Choice<T>(string head, IReadOnlyDictionary<string, T> words)
        {
            var text = Text(head);
            if (words.TryGetValue(text, out var value))
            {
                return value;
            }

            Wrong(head, text, string.Join("、", words.Keys));
            return words.Values.First();
        }

        public int Whole(string head, int otherwise, int least, int most)
        {
            var text = Text(head);
            if (text.Length == 0)
            {
                return otherwise;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            Wrong(head, text, string.Create(CultureInfo.InvariantCulture, $"{least}—{most}，或空白"));
            return otherwise;
        }

        public DateOnly? Day(string head)
        {
            var text = Text(head);
            if (text.Length == 0)
            {
                return null;
            }

            if (PeriodText.TryParse(text, out var period) && period.Kind == PeriodKind.Day)
            {
                return period.From;
            }

            Wrong(head, text, "2024-07-15，或空白");
            return null;
        }

        public void Error(string code, params (string Name, string Text)[] arguments) =>
            _findings.Add(new(code, Severity.Error, arguments.Append(("where", Where)).ToDictionary(argument => argument.Item1, argument => argument.Item2), Where));

        private void Wrong(string head, string found, string expected) => Error("MON-006", ("heading", head), ("found", found), ("expected", expected));
    }
}
