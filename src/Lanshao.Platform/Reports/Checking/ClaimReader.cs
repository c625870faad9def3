using Lanshao.Documents.Language;
using Lanshao.Platform.Reports.Checking.Rules;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Reads the figures of running text as claims about something.</summary>
internal sealed class ClaimReader(CheckedDocument document)
{
    private static readonly string[] GoalWords = ["计划", "目标", "力争", "将", "拟", "任务", "需", "确保", "控制在", "指标", "不低于", "不高于", "不超过", "全年完成", "年底前", "到2"];
    private static readonly string[] Relative = ["同比", "环比", "较", "比", "占", "完成", "下降", "上升", "增长", "增加", "减少", "提高", "降低", "降幅", "增幅", "处罚", "罚款", "变化", "达到", "为", "超额", "提前", "其中", "到全年", "到年度"];
    private static readonly string[] GoalHeadings = ["目标", "任务", "措施", "要求"];
    private static readonly string[] Leading = ["其中", "目前", "截至目前", "今年以来", "涉及", "涉", "全区", "我区", "本区", "全市", "全县", "区内", "累计", "共计", "总计", "合计", "已", "共", "上半年", "下半年", "全年", "年内", "一季度", "二季度", "三季度", "四季度", "推动", "实现", "确保", "持续", "全面", "积极"];
    private static readonly string[] Closing = ["不高于", "不低于", "不少于", "不超过", "不大于", "控制在", "稳定在", "保持在", "维持在", "稳定达到", "力争达到", "已经达到", "已达到", "分别达到", "达到了", "达到", "提高到", "提升到", "下降到", "降至", "升至", "增至", "已完成", "累计完成", "完成了", "完成", "累计为", "共计", "合计", "累计", "分别为", "约为", "均为", "为", "达", "是", "共", "约", "近", "超过", "超", "已", "有"];

    // A plan of work; 总结及工作计划 looks back as well.
    private bool IsPlan => Headings.Has(document.Title, "方案", "计划", "要点") && !document.Title.Contains("总结", StringComparison.Ordinal);

    /// <summary>Reads the claims of a sentence; figures in a list or a range have no words of their own and are left out.</summary>
    public IEnumerable<Claim> Read(Sentence sentence)
    {
        var figures = sentence.Figures;
        var (subject, place, of) = ("", 0, (Figure?)null);
        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i] is not { IsOrdinal: false } figure || InList(sentence, i))
            {
                continue;
            }

            var claim = IsPlan ? WithoutDone(Make(sentence, i, figure)) : Make(sentence, i, figure);
            if (!IsRelative(claim.Before))
            {
                (subject, place, of) = (claim.Before, figure.Start, figure);
                yield return claim;
            }
            else if (subject.Length > 0 && sentence.Text.AsSpan(place, figure.Start - place).Count('，') == 1)
            {
                yield return claim with { Before = subject + claim.Before, Of = of };
            }
        }
    }

    /// <summary>Reads what a report says to be done: 完成治理提升75家餐饮单位; a plan's are among its other claims.</summary>
    public IEnumerable<Claim> ReadDone(Sentence sentence) => IsPlan ? [] :
        from i in Enumerable.Range(0, sentence.Figures.Count)
        where !sentence.Figures[i].IsOrdinal && !InList(sentence, i)
        let claim = Make(sentence, i, sentence.Figures[i])
        let done = WithoutDone(claim)
        where done != claim
        select done;

    // 完成工业企业深度治理32家 names a task; 完成全年任务的56.1% a share of one.
    private static Claim WithoutDone(Claim claim) =>
        claim.Before.StartsWith("完成", StringComparison.Ordinal) && claim.Before.Length > 5 && !claim.Figure.IsPercent() && !Headings.Has(claim.Before, "全年", "年度", "任务", "计划", "目标", "投资", "率", "整改", "办结") ? claim with { Before = claim.Before[2..] } : claim;

    // 同比下降2.6%, 完成全年任务的56.1%: of what, the clause before says.
    private static bool IsRelative(string words) => Array.Exists(Relative, word => words.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Reads what 分别 distributes: 环卫车和出租车电动化比例分别达到60.4%、94.4%. Of what the earlier names are, the end of the last one says; how much of it, only another place can.</summary>
    public IEnumerable<Claim> ReadLists(Sentence sentence)
    {
        var at = sentence.Text.IndexOf("分别", StringComparison.Ordinal);
        var values = at < 0 ? [] : RespectiveValues.Read(sentence, at);
        var names = at < 0 ? [] : ProseText.Members(sentence.ListBefore(at)).Select(Bare).ToList();
        if (names.Count < 2 || names.Count != values.Count || values.Any(value => value.Figure is null))
        {
            yield break;
        }

        for (var i = 0; i < names.Count; i++)
        {
            var figure = values[i].Figure! with { Unit = values[i].Figure!.Unit ?? values[^1].Figure!.Unit };
            foreach (var name in i == names.Count - 1 ? [names[i]] : Endings(names[^1]).Select(ending => names[i] + ending))
            {
                yield return Make(sentence, Index(sentence, figure), figure) with { Before = name, After = "" };
            }
        }
    }

    /// <summary>Reads the targets of a table of indicators: 优良天数比率, %, ≥82.0.</summary>
    public IEnumerable<Claim> ReadTargets(TableView table)
    {
        var name = table.Columns.FirstOrDefault(column => column.Role is ColumnRole.Name or ColumnRole.Text && column.Heading.Contains("指标", StringComparison.Ordinal));
        var target = table.Columns.Where(column => column != name && Headings.Has(column.Heading, "目标", "指标值") && (PeriodWords.YearIn(column.Heading) is not { } year || year == document.Year)).ToList();
        var unit = table.Columns.FirstOrDefault(column => column.Heading is "单位" or "计量单位");
        if (name is null || target.Count != 1)
        {
            yield break;
        }

        foreach (var line in table.Data)
        {
            var cell = line.Cell(target[0]);
            var printed = unit is null ? Headings.UnitIn(line.Cell(name).Text) : MeasurementUnits.ReadAt(line.Cell(unit).Text, 0, out _);
            if (cell.IsCovered || FigureReader.FindAll(cell.Text) is not [var figure])
            {
                continue;
            }

            var label = line.Cell(name).Text;
            var sentence = new Sentence(new Passage(cell.Spot.Text, cell.Spot.Where, "", table.Annex, table, line, cell.Spot.Origin), 0, ChineseText.ToHalfWidth(cell.Spot.Text));
            yield return new Claim(sentence, figure with { Unit = figure.Unit ?? printed }, Bare(label.AsSpan().IndexOfAny('（', '(') is > 0 and var open ? label[..open] : label), "", document.Period, true, false);
        }
    }

    private static int Index(Sentence sentence, Figure figure) => sentence.Figures.TakeWhile(other => other.Start < figure.Start).Count();

    private static IEnumerable<string> Endings(string name) => Enumerable.Range(1, Math.Max(0, Math.Min(name.Length - 3, 12))).Select(cut => name[^(cut + 2)..]);

    private Claim Make(Sentence sentence, int i, Figure figure)
    {
        var clause = sentence.ClauseBefore(figure.Start);
        var begin = i > 0 && sentence.Figures[i - 1].End > figure.Start - clause.Length ? sentence.Figures[i - 1].End : figure.Start - clause.Length;
        var end = sentence.ClauseEnd(figure.End);
        var stop = i + 1 < sentence.Figures.Count && sentence.Figures[i + 1].Start < end ? sentence.Figures[i + 1].Start : end;
        var pause = sentence.Text.AsSpan(figure.End, stop - figure.End).IndexOfAny('、', '（', '(');
        var after = sentence.Text[figure.End..(pause >= 0 ? figure.End + pause : stop)];
        var (span, dated) = SpanOf(sentence, figure.Start);
        return new Claim(sentence, figure, Bare(sentence.Text[begin..figure.Start]), Indicator.Normal(after), span, IsGoal(sentence, clause, figure), dated);
    }

    // 67.7、3.3、29.3: the words before belong to all of them.
    private static bool InList(Sentence sentence, int i)
    {
        var figures = sentence.Figures;
        return (i > 0 && IsPause(sentence.Text, figures[i - 1].End, figures[i].Start)) || (i + 1 < figures.Count && IsPause(sentence.Text, figures[i].End, figures[i + 1].Start));
    }

    private static bool IsPause(string text, int from, int to) => to >= from && to - from <= 3 && text.AsSpan(from, to - from).IndexOfAnyExcept("、和及与—-–~至到上升下降".AsSpan()) < 0;

    private bool IsGoal(Sentence sentence, string clause, Figure figure)
    {
        var passage = sentence.Passage;
        if (IsPlan && (figure.Bound != Bound.None || passage.Table is not null || Headings.Has(passage.Subject, "任务", "措施", "目标")) && !passage.Where.EndsWith("现状", StringComparison.Ordinal))
        {
            return true;
        }

        if (passage.Table is { } table && passage.Row is { } row)
        {
            var column = table.Columns.FirstOrDefault(c => passage.Where.EndsWith(c.Heading, StringComparison.Ordinal) && c.Heading.Length > 0);
            return row is not null && column is not null && Headings.Has(column.Heading, GoalHeadings);
        }

        return Headings.Has(clause, GoalWords) || Headings.Has(passage.Subject, "下一步", "工作目标", "主要目标", "工作安排", "工作计划", "重点任务安排");
    }

    private (DaySpan? Span, bool IsDated) SpanOf(Sentence sentence, int at)
    {
        if (document.Year is not { } year)
        {
            return (null, false);
        }

        var own = PeriodWords.SpanOf(sentence.ClauseBefore(at), year) ?? PeriodWords.SpanOf(sentence.Text[..at], year);
        // 1—8月，PM2.5平均41.8；优良天数比例68.5%: the days go on over semicolons.
        own ??= sentence.Start > 0 && sentence.Passage.Text[sentence.Start - 1] == '；' ? sentence.Passage.Runs().First(run => run.Contains(sentence)).TakeWhile(other => other != sentence).Select(other => PeriodWords.SpanOf(other.Text, year)).LastOrDefault(span => span is not null) : null;
        if (own is not null)
        {
            return (own, true);
        }

        var table = sentence.Passage.Table is { } around ? TableLinks.SpanOf(document, around) : null;
        return table is not null ? (table, true) : (document.Period, false);
    }

    private static string Bare(string words)
    {
        var bare = Indicator.Normal(words).Trim("，、；：（）()—".ToCharArray());
        bare = bare.Length > 5 && bare[4] == '年' && bare.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && bare.Contains("月底前", StringComparison.Ordinal) ? bare[5..] : bare;
        var due = bare.IndexOf("月底前", StringComparison.Ordinal);
        bare = due is 1 or 2 && char.IsAsciiDigit(bare[0]) ? bare[(due + 3)..] : bare;
        for (var again = true; again;)
        {
            again = false;
            foreach (var word in Closing)
            {
                if (bare.EndsWith(word, StringComparison.Ordinal))
                {
                    (bare, again) = (bare[..^word.Length], true);
                }
            }

            foreach (var word in Leading)
            {
                if (bare.StartsWith(word, StringComparison.Ordinal))
                {
                    (bare, again) = (bare[word.Length..], true);
                }
            }
        }

        return bare.Trim("，、；：（）()—".ToCharArray());
    }
}
