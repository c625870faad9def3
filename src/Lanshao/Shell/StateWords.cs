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
    private static readonly Dictionary<string, Tone> Tones = Of(
        (Tone.Waiting, "任务", ["未启动"]),
        (Tone.Good, "任务", ["正常推进"]),
        (Tone.Risk, "任务", ["需关注"]),
        (Tone.Late, "任务", ["已逾期"]),
        (Tone.Done, "任务", ["已完成"]),
        (Tone.Plain, "任务", ["长期实施"]),
        (Tone.Waiting, "报送", ["未报", "草稿"]),
        (Tone.Risk, "报送", ["待审核", "逾期报送"]),
        (Tone.Late, "报送", ["已退回"]),
        (Tone.Done, "报送", ["已报送"]),
        (Tone.Plain, "报送", ["无进展（零报告）"]),
        (Tone.Plain, "数据", ["实时"]),
        (Tone.Waiting, "数据", ["初步"]),
        (Tone.Good, "数据", ["已复核"]),
        (Tone.Done, "数据", ["已通报"]),
        (Tone.Risk, "数据", ["已更正"]),
        (Tone.Good, "设备", ["在线"]),
        (Tone.Late, "设备", ["离线"]),
        (Tone.Waiting, "设备", ["停业报备", "检修报备"]),
        (Tone.Risk, "设备", ["待认领"]),
        (Tone.Plain, "设备", ["已拆除", "表格导入"]),
        (Tone.Risk, "报警", ["待签收"]),
        (Tone.Good, "报警", ["已签收", "核查中", "已转办"]),
        (Tone.Late, "报警", ["已查实"]),
        (Tone.Plain, "报警", ["未查实", "误报"]),
        (Tone.Done, "报警", ["已办结"]),
        (Tone.Waiting, "审核", ["待核"]),
        (Tone.Risk, "审核", ["待复核"]),
        (Tone.Late, "审核", ["无效"]),
        (Tone.Good, "审核", ["恢复有效"]),
        (Tone.Plain, "审核", ["保留有效", "复核退回"]),
        (Tone.Done, "审核", ["已反映"]),
        (Tone.Waiting, "问题", ["待派发"]),
        (Tone.Good, "问题", ["整改中"]),
        (Tone.Risk, "问题", ["待核查"]),
        (Tone.Done, "问题", ["已销号"]),
        (Tone.Late, "问题", ["挂账"]),
        (Tone.Done, "目标", ["已达到"]),
        (Tone.Late, "目标", ["未达到", "不符合预期"]),
        (Tone.Waiting, "目标", ["无数据"]),
        (Tone.Good, "目标", ["符合预期"]),
        (Tone.Late, "导入", ["必须核对", "未识别"]),
        (Tone.Risk, "导入", ["建议核对", "有修改", "原有本次无", "待确认"]),
        (Tone.Plain, "导入", ["提示", "未变化", "已撤销", "已放弃"]),
        (Tone.Done, "导入", ["已导入"]),
        (Tone.Good, "导入", ["新增"]),
        (Tone.Waiting, "后台", ["等待运行"]),
        (Tone.Good, "后台", ["正在运行"]),
        (Tone.Done, "后台", ["运行完毕"]),
        (Tone.Late, "后台", ["运行失败", "无法识别"]),
        (Tone.Plain, "后台", ["已取消", "批量写入", "已替换"]),
        (Tone.Good, "后台", ["现行"]),
        (Tone.Risk, "后台", ["删除"]));

    public static IReadOnlyCollection<string> All => Tones.Keys;

    public static Tone ToneOf(string word) => Tones.GetValueOrDefault(word, Tone.Plain);

    private static Dictionary<string, Tone> Of(params (Tone Tone, string Subject, string[] Words)[] all) =>
        all.SelectMany(entry => entry.Words, (entry, word) => (word, entry.Tone)).ToDictionary(pair => pair.word, pair => pair.Tone);
}
