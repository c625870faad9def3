namespace Lanshao.Platform.Alerts;

/// <summary>How far an alert is.</summary>
public enum AlertState
{
    /// <summary>待签收.</summary>
    Waiting,

    /// <summary>已签收.</summary>
    Acknowledged,

    /// <summary>核查中: somebody is there.</summary>
    Checking,

    /// <summary>已查实.</summary>
    Confirmed,

    /// <summary>未查实.</summary>
    NotConfirmed,

    /// <summary>误报.</summary>
    FalseAlarm,

    /// <summary>已转办.</summary>
    HandedOver,

    /// <summary>已办结.</summary>
    Settled,
}

/// <summary>What came of an alert.</summary>
public enum AlertOutcome
{
    /// <summary>确有问题.</summary>
    Problem,

    /// <summary>未发现问题.</summary>
    NothingFound,

    /// <summary>设备故障.</summary>
    DeviceFault,

    /// <summary>已报备的停业或检修.</summary>
    ReportedLeave,

    /// <summary>数据更正后不再成立; said by the program.</summary>
    DataCorrected,

    /// <summary>转其他单位办理.</summary>
    HandedOver,
}

/// <summary>The words of states and outcomes.</summary>
public static class AlertWords
{
    /// <summary>Gets what a person may choose.</summary>
    public static IReadOnlyList<AlertOutcome> Choices { get; } = [AlertOutcome.Problem, AlertOutcome.NothingFound, AlertOutcome.DeviceFault, AlertOutcome.ReportedLeave, AlertOutcome.HandedOver];

    public static string Of(AlertState state) => state switch
    {
        AlertState.Waiting => "待签收",
        AlertState.Acknowledged => "已签收",
        AlertState.Checking => "核查中",
        AlertState.Confirmed => "已查实",
        AlertState.NotConfirmed => "未查实",
        AlertState.FalseAlarm => "误报",
        AlertState.HandedOver => "已转办",
        _ => "已办结",
    };

    public static string Of(AlertOutcome outcome) => outcome switch
    {
        AlertOutcome.Problem => "确有问题",
        AlertOutcome.NothingFound => "未发现问题",
        AlertOutcome.DeviceFault => "设备故障",
        AlertOutcome.ReportedLeave => "已报备停业或检修",
        AlertOutcome.DataCorrected => "数据更正后不再成立",
        _ => "转其他单位办理",
    };

    /// <summary>Returns the state that an outcome leads to.</summary>
    public static AlertState StateOf(AlertOutcome outcome) => outcome switch
    {
        AlertOutcome.Problem => AlertState.Confirmed,
        AlertOutcome.NothingFound => AlertState.NotConfirmed,
        AlertOutcome.HandedOver => AlertState.HandedOver,
        _ => AlertState.FalseAlarm,
    };
}
