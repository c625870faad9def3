namespace Lanshao.Shell;

/// <summary>What a state asks of the reader; each has its own colour and its own shape.</summary>
public enum Tone
{
    Waiting,
    Good,
    Risk,
    Late,
    Done,
    Plain,
}

/// <summary>The state words of the field and their tones. No other words are used for states.</summary>
public static class StateWords
{
    private static readonly Dictionary<string, Tone> Tones = new()
    {
        // 任务
        ["未启动"] = Tone.Waiting,
        ["正常推进"] = Tone.Good,
        ["需关注"] = Tone.Risk,
        ["已逾期"] = Tone.Late,
        ["已完成"] = Tone.Done,
        ["长期实施"] = Tone.Plain,
        // 报送
        ["未报"] = Tone.Waiting,
        ["草稿"] = Tone.Waiting,
        ["待审核"] = Tone.Risk,
        ["已退回"] = Tone.Late,
        ["已报送"] = Tone.Done,
        ["逾期报送"] = Tone.Risk,
        ["无进展（零报告）"] = Tone.Plain,
        // 数据
        ["实时"] = Tone.Plain,
        ["初步"] = Tone.Waiting,
        ["已复核"] = Tone.Good,
        ["已通报"] = Tone.Done,
        ["已更正"] = Tone.Risk,
        // 设备
        ["在线"] = Tone.Good,
        ["离线"] = Tone.Late,
        ["停业报备"] = Tone.Waiting,
        ["检修报备"] = Tone.Waiting,
        ["待认领"] = Tone.Risk,
        ["已拆除"] = Tone.Plain,
        // 报警
        ["待签收"] = Tone.Risk,
        ["已签收"] = Tone.Good,
        ["核查中"] = Tone.Good,
        ["已查实"] = Tone.Late,
        ["未查实"] = Tone.Plain,
        ["误报"] = Tone.Plain,
        ["已转办"] = Tone.Good,
        ["已办结"] = Tone.Done,
        // 问题
        ["待派发"] = Tone.Waiting,
        ["整改中"] = Tone.Good,
        ["待核查"] = Tone.Risk,
        ["已销号"] = Tone.Done,
        ["挂账"] = Tone.Late,
        // 目标
        ["已达到"] = Tone.Done,
        ["未达到"] = Tone.Late,
        ["无数据"] = Tone.Waiting,
        ["符合预期"] = Tone.Good,
        ["不符合预期"] = Tone.Late,
        // 导入
        ["必须核对"] = Tone.Late,
        ["建议核对"] = Tone.Risk,
        ["提示"] = Tone.Plain,
        ["新增"] = Tone.Good,
        ["有修改"] = Tone.Risk,
        ["未变化"] = Tone.Plain,
        ["已撤销"] = Tone.Late,
        ["未识别"] = Tone.Late,
    };

    public static IReadOnlyCollection<string> All => Tones.Keys;

    public static Tone ToneOf(string word) => Tones.GetValueOrDefault(word, Tone.Plain);
}
