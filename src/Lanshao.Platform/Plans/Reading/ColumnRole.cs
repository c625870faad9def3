namespace Lanshao.Platform.Plans.Reading;

/// <summary>What a column of a task list holds.</summary>
internal enum ColumnRole
{
    /// <summary>Kept, without a meaning of its own.</summary>
    Other,
    Number,
    Title,
    Content,
    Deadline,
    Lead,
    Main,
    Responsible,
    Assist,

    /// <summary>牵头部门及责任单位 in one column: the first unit leads, the rest assist.</summary>
    LeadAndAssist,

    /// <summary>Known and not part of the task: progress, verdict, remark, persons.</summary>
    Report,
}
