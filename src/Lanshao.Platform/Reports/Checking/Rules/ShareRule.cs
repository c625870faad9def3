using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Shares in running text against their part and whole: 完成全年2.9万辆次的56.1%, 182天中3天，占1.6%, 优良天数122天，比率67.0%.</summary>
internal static class ShareRule
{
    private const decimal FewestValidDays = 0.75m;
    private const int LongestRateLabel = 10;
    private static readonly string[] PairRates = ["资金执行率", "执行率", "预算执行率", "资金支出率", "支出率", "资金到位率", "到位率", "兑现率", "投资完成率"];
    private static readonly string[] StoppedShares = ["停工比例", "停产比例", "合格比例", "整改比例", "办结比例"];
    private static readonly string[] Intakes = ["受理", "接到", "收到", "交办", "产生", "排查出", "发现", "抽取", "抽测", "监测"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            foreach (var percent in sentence.Figures.Where(figure => figure.IsPercent() && figure.Value >= 0m && Directions.Before(sentence.Text, figure.Start) == 0))
            {
                CheckPercent(document, sentence, percent, log);
            }
        }
    }

    private static void CheckPercent(CheckedDocument document, Sentence sentence, Figure percent, CheckLog log)
    {
        // 比一季度多482件，占上半年的62.1%: the difference is no part.
        var before = sentence.Figures.Where(figure => figure.End <= percent.Start && !figure.IsPercent() && !figure.IsOrdinal && !(Directions.Before(sentence.Text, figure.Start) != 0 && Headings.Has(sentence.ClauseBefore(figure.Start), "比", "较"))).ToList();
        if (before.Count == 0)
        {
            return;
        }

        var whole = before[^1];
        var between = sentence.Text[whole.End..percent.Start];
        // 占两个项目年度计划的88.5%: of what is planned, not of the projects.
        if (whole.IsCounted && between.EndsWith('的') && Headings.Has(between, "计划", "投资", "资金", "罚款"))
        {
            return;
        }

        if (between.Length <= 8 && between.EndsWith('的') && whole.Start > 0 && sentence.Text[whole.Start - 1] != '、' && !between.Contains('，', StringComparison.Ordinal) && (before.Count > 1 || sentence.Start > 0) && Headings.Has(sentence.ClauseBefore(whole.Start), "完成", "占", "达到", "为年度", "为全年", "为计划"))
        {
            var parts = before.Take(before.Count - 1).Where(figure => figure.SameUnit(whole) && figure.Unit is not null).ToList();
            // 抽测2460辆；…。完成全年计划（4800辆）的51.3%: of what the sentences before say.
            parts = parts.Count > 0 ? parts : [.. sentence.Passage.Sentences.TakeWhile(other => other != sentence).SelectMany(other => other.Figures).Where(figure => figure.Unit is not null && figure.SameUnit(whole) && figure is { IsPlain: true, IsOrdinal: false } && percent.IsPlain)];
            var part = parts.FindLast(figure => IsShareOf(figure, whole, percent)) ?? parts.LastOrDefault();
            CheckShare(sentence, percent, part, whole, isExact: Headings.Has(sentence.ClauseBefore(whole.Start) + between, "任务", "全年", "年度", "计划", "目标"), log);
        }
        else if (IsShareOfSentence(sentence, before[^1], percent))
        {
            var part = before[^1];
            CheckPart(document, sentence, percent, part, log);
        }
        else if (NamedWhole(document, sentence, before[^1], percent) is { } named)
        {
            CheckShare(sentence, percent, before[^1], named, isExact: false, log);
        }
        else if (DuePair(sentence, percent, before) is { } pair)
        {
            CheckShare(sentence, percent, pair.Done, pair.Due, isExact: false, log);
        }
        else if (DaysOf(sentence, percent, before) is { } days)
        {
            CheckDays(document, sentence, percent, days, log);
        }
        else if (NamedRates(sentence, percent, before) is { Count: > 0 } done)
        {
            CheckRates(document, sentence, percent, done, log);
        }
        else if (PairRates.Contains(RateName(sentence.ClauseBefore(percent.Start))) && before.Where(figure => figure is { IsPlain: true, Unit: not null }).ToList() is [var planned, var spent] && planned.Unit == spent.Unit && spent.Value <= planned.Value)
        {
            CheckShare(sentence, percent, spent, planned, isExact: false, log);
        }
        else if (TaskOf(sentence, percent, whole) is { } task)
        {
            CheckTask(sentence, percent, task, log);
        }
        else
        {
            CheckWithout(sentence, percent, before, log);
        }
    }

    // 改造户厕960户…。改造任务1000户，完成率96.0%: of the task just before, whatever number before is what is done.
    private static Figure? TaskOf(Sentence sentence, Figure percent, Figure last) =>
        RateName(sentence.ClauseBefore(percent.Start)) is "完成率" && last is { IsPlain: true, Unit: not null } && Headings.Has(sentence.LabelOf(last), "任务", "目标", "计划") ? last : null;

    // 应巡24次，实巡25次，完成率104.2%: what was due and what was done say so.
    private static (Figure Due, Figure Done)? DuePair(Sentence sentence, Figure percent, List<Figure> before) =>
        before is [.., var due, var done] && RateName(sentence.ClauseBefore(percent.Start)) is { Length: >= 3 and <= LongestRateLabel } name && name.EndsWith('率') && due is { IsPlain: true, Unit: not null } && done is { IsPlain: true } && due.Unit.Name == done.Unit?.Name
        && sentence.LabelOf(due) is var first && sentence.LabelOf(done) is var second && first.LastIndexOf('应') is >= 0 and var at && first.Length - at <= 6 && second.AsSpan().LastIndexOfAny('实', '已') is >= 0 and var from && second.Length - from <= 6 && sentence.Text[done.End..percent.Start].Count(letter => letter == '，') == 1 ? (due, done) : null;

    private static void CheckTask(Sentence sentence, Figure percent, Figure task, CheckLog log)
    {
        var done = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures).Where(figure => figure != task && figure.Unit?.Name == task.Unit!.Name && figure is { IsPlain: true, IsOrdinal: false }).ToList();
        CheckShare(sentence, percent, done.Find(figure => IsShareOf(figure, task, percent)) ?? done.LastOrDefault(), task, isExact: false, log);
    }

    // 共45件，其中甲12件，占26.7%: nothing else stands between the part and its share.
    private static bool IsShareOfSentence(Sentence sentence, Figure part, Figure percent)
    {
        var between = sentence.Text[part.End..percent.Start].TrimStart('，', '（', '(');
        return between.StartsWith('占') && !between.Contains("分别", StringComparison.Ordinal) && (between.Length <= 6 || (between.Length <= 12 && between.EndsWith('的') && !between.Contains('，', StringComparison.Ordinal))) && !Headings.Has(between, "全市", "全国", "全省", "全区", "全县");
    }

    private static bool IsShareOf(Figure part, Figure whole, Figure percent) => part.Interval.PercentOf(whole.Interval) is { } share && share.Overlaps(percent.Interval);

    // 大气类402件，占47.5%: a part that has a share of its own is not the whole of the next.
    private static bool HasShare(Sentence sentence, Figure figure) =>
        sentence.Figures.FirstOrDefault(other => other.Start >= figure.End) is { } next && next.IsPercent() && sentence.Text[figure.End..next.Start].Trim('，', '（', '(') is "占" or "占比" or "占比为" or "约占" or "";

    // 占全县国土面积的16.8%: what is printed under that name elsewhere, in whichever unit of area.
    private static Figure? NamedWhole(CheckedDocument document, Sentence sentence, Figure part, Figure percent)
    {
        var between = sentence.Text[part.End..percent.Start].TrimStart('，', '（', '(');
        var noun = between.StartsWith('占') && between.EndsWith('的') ? between[1..^1] : "";
        var place = Array.Find(["全市", "全县", "全区", "全省", "全州", "全镇"], noun.StartsWith);
        noun = place is null ? "" : noun[2..];
        var found = noun.Length < 3 || part.Unit is null ? [] : document.Sentences.Where(other => other.Passage.Table is null).SelectMany(other => other.Figures.Where(figure => figure.Unit is not null && FactorOf(figure.Unit) is { } own && FactorOf(part.Unit) is not null && (own.Kind == FactorOf(part.Unit)!.Value.Kind)
            && other.Before(figure.Start, noun.Length + 2).Contains(noun, StringComparison.Ordinal)).Select(figure => Converted(figure, part))).ToList();
        return found.Select(figure => figure.Value).Distinct().Count() == 1 ? found[0] : null;
    }

    private static Figure Converted(Figure figure, Figure part)
    {
        var factor = FactorOf(figure.Unit!)!.Value.Factor / FactorOf(part.Unit!)!.Value.Factor;
        return figure with { Value = figure.Value * factor, Step = figure.Step * factor };
    }

    private static (string Kind, decimal Factor)? FactorOf(MeasurementUnit unit) => unit switch
    {
        { Name: "平方公里" } => ("面积", 1_000_000m),
        { Name: "公顷" } => ("面积", 10_000m),
        { Name: "亩" } => ("面积", 10_000m / 15m),
        { Name: "平方米" } => ("面积", 1m),
        _ => (unit.Name, 1m),
    };

    // The whole is one of the figures before; in front of a semicolon it must be of the same things.
    private static void CheckPart(CheckedDocument document, Sentence sentence, Figure percent, Figure part, CheckLog log)
    {
        bool MayBeWhole(Sentence owner, Figure figure) => figure.Unit is not null && figure.Unit.Name == part.Unit?.Name && (figure.Value > part.Value || (figure.Value == part.Value && owner.Text[..owner.ClauseEnd(figure.End)].EndsWith('中'))) && !figure.IsOrdinal && !HasShare(owner, figure);
        // 占已调查地块的8.6%: the words say of what.
        var between = sentence.Text[part.End..percent.Start].TrimStart('，', '（', '(');
        var said = between.EndsWith('的') ? between[1..^1] : "";
        var noun = said.Length > 0 ? said : sentence.Before(part.Start, 4);
        var wholes = sentence.Figures.Where(figure => figure.End <= part.Start && MayBeWhole(sentence, figure)).ToList();
        if (wholes.Count == 0)
        {
            wholes = [.. sentence.Passage.Sentences.Where(other => other.Start < sentence.Start && sentence.Start - other.Start - other.Text.Length <= 1 && sentence.Passage.Text[sentence.Start - 1] == '；')
                .SelectMany(other => other.Figures.Where(figure => MayBeWhole(other, figure) && Likeness.LongestCommon(said.Length > 0 ? other.ClauseBefore(figure.Start) : other.Behind(figure.End, 8), noun).Length >= 2))];
        }

        var fitting = wholes.Find(whole => IsShareOf(part, whole, percent))
            ?? sentence.Passage.Sentences.TakeWhile(other => other != sentence).SelectMany(other => other.Figures.Where(figure => MayBeWhole(other, figure))).FirstOrDefault(whole => IsShareOf(part, whole, percent));
        // Behind a full stop or of other words the whole is any greater figure before in the paragraph; wrong is what none in the whole document makes true.
        var near = fitting is not null || wholes.Count > 0 ? [] : sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= part.Start) && MayBeWhole(other, figure) && figure.IsPlain && Directions.Before(other.Text, figure.Start) == 0)).ToList();
        var isKnown = near.Count > 0 && (document.Sentences.SelectMany(other => other.Figures).Any(whole => whole.Unit?.Name == part.Unit?.Name && whole.Value > part.Value && IsShareOf(part, whole, percent))
            || document.Tables.Any(table => table.Lines.Any(line => table.Columns.Any(column => column.IsValue && table.Scaled(line, column) is { } printed && printed.Value > part.Value && IsShareOf(part, printed, percent)))));
        CheckShare(sentence, percent, part, fitting ?? wholes.LastOrDefault() ?? (isKnown ? null : near.LastOrDefault(figure => figure.Value * percent.Value / 100m < part.Value * 20m)), isExact: false, log);
    }

    private static void CheckShare(Sentence sentence, Figure percent, Figure? part, Figure? whole, bool isExact, CheckLog log)
    {
        if (part is null || whole is null || whole.Value <= 0m)
        {
            log.Unknown();
            return;
        }

        var share = part.Interval.PercentOf(whole.Interval);
        var exact = part.Interval.PercentOf(NumberInterval.Of(whole.Value));
        var fits = share is not { } known || known.Overlaps(percent.Interval);
        if (fits && (!isExact || exact is not { } given || given.Overlaps(percent.Interval)))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, fits ? Severity.Warning : Severity.Error, sentence.Spot, [sentence.Quote(part), sentence.Quote(whole)],
            sentence.Text[percent.Start..percent.End], Numbers.Like(percent, part.Value * 100m / whole.Value) + "%", ("working", $"{Numbers.Plain(part.Value)}÷{Numbers.Plain(whole.Value)}"));
    }

    // 整改1988件，整改率99.0%: the rate of what the words before say, of a whole that stands before it.
    private static List<Figure> NamedRates(Sentence sentence, Figure percent, List<Figure> before)
    {
        var label = RateName(sentence.ClauseBefore(percent.Start));
        // 平均达标率 is of several times; 利用处置率 of two that a list has.
        var stem = label.Contains("平均", StringComparison.Ordinal) || IsOfSeveral(sentence, label, before) ? null : StemOf(label);
        // 7次过程中有5次实现降级，成功率71.4%: the part of what is counted before it.
        if (stem is not null && before is [.., var whole, var done] && whole.Unit?.Name == done.Unit?.Name && sentence.Text[whole.End..done.Start] is { Length: <= 10 } between && between.Contains('中', StringComparison.Ordinal))
        {
            return [done];
        }

        if (Headings.Has(label, "优良比例", "优良率", "优良水体比例", "优良断面比例") && before.FindAll(figure => figure is { IsCounted: true, IsPlain: true } && Headings.Has(sentence.LabelOf(figure), "优于Ⅲ类", "Ⅰ—Ⅲ类", "Ⅰ～Ⅲ类", "Ⅰ-Ⅲ类")) is { Count: 1 } good)
        {
            return good;
        }

        return stem is null ? [] : before.FindAll(figure => figure.IsPlain && figure.Unit is not null && sentence.LabelOf(figure) is var words && words[Math.Max(0, words.Length - LongestRateLabel)..] is var near && near.LastIndexOf(stem, StringComparison.Ordinal) is >= 0 and var at && (at == 0 || near[at - 1] is not ('未' or '不')) || IsBehind(sentence, figure, stem));
    }

    /// <summary>利用44013吨、处置36572吨，利用处置率: the rate is of two that stand before it.</summary>
    public static bool IsOfSeveral(Sentence sentence, string label, List<Figure> before) =>
        label.Length > 4 && label.EndsWith('率') && before.Exists(figure => sentence.LabelOf(figure).EndsWith(label[^5..^3], StringComparison.Ordinal)) && before.Exists(figure => sentence.LabelOf(figure).EndsWith(label[^3..^1], StringComparison.Ordinal));

    // 满意率（按办结件计）为.
    private static string RateName(string clause)
    {
        var name = clause.TrimEnd('为', '达', '到', '仅', '约', '只', '有');
        return name.EndsWith('）') && name.LastIndexOf('（') is > 2 and var open ? name[..open] : name;
    }

    // 8个断面水质达标，达标率80.0%.
    private static bool IsBehind(Sentence sentence, Figure figure, string stem) => sentence.Text[figure.End..sentence.ClauseEnd(figure.End)] is { Length: <= LongestRateLabel } words && words.EndsWith(stem, StringComparison.Ordinal) && !Headings.Has(words, "未", "不", "、");

    // 整改 of 整改率, 不合格 of 不合格率.
    private static string? StemOf(string label) => StoppedShares.Contains(label) ? label[..2] : !label.EndsWith('率') || label.Length < 3 ? null : label.Length > 3 && label[^4] is '不' or '未' ? label[^4..^1] : label[^3..^1];

    // 共42项，未开工5项，开工率88.1%: of any whole before, what is left.
    private static void CheckWithout(Sentence sentence, Figure percent, List<Figure> before, CheckLog log)
    {
        var label = RateName(sentence.ClauseBefore(percent.Start));
        var stem = StemOf(label) ?? "";
        var missing = stem.Length != 2 ? null : before.LastOrDefault(figure => figure.IsCounted && figure.IsPlain && Headings.Has(sentence.LabelOf(figure), "未" + stem, "不" + stem));
        var wholes = missing is null ? [] : sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures).Where(figure => figure.Unit?.Name == missing.Unit!.Name && figure.IsPlain && figure.Value > missing.Value).ToList();
        if (wholes.Count == 0)
        {
            return;
        }

        if (wholes.Exists(whole => NumberInterval.Of((whole.Value - missing!.Value) * 100m / whole.Value).Overlaps(percent.Rounded)))
        {
            log.Agree();
            return;
        }

        var shown = wholes.MaxBy(whole => whole.Value)!;
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(missing!), sentence.Quote(shown)], sentence.Text[percent.Start..percent.End], Numbers.Like(percent, (shown.Value - missing!.Value) * 100m / shown.Value) + "%",
            ("working", $"（{Numbers.Plain(shown.Value)}－{Numbers.Plain(missing.Value)}）÷{Numbers.Plain(shown.Value)}"));
    }

    // 已办结1352件，阶段性办结34件，办结率97.5%: any of them may be meant; shown is the greatest.
    private static void CheckRates(CheckedDocument document, Sentence sentence, Figure percent, List<Figure> parts, CheckLog log)
    {
        var wholes = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures).ToList();
        if (parts.Count > 1 && parts.Exists(part => wholes.Exists(whole => whole.Unit?.Name == part.Unit!.Name && whole.Value >= part.Value && IsShareOf(part, whole, percent))))
        {
            log.Agree();
            return;
        }

        CheckRate(document, sentence, percent, parts.Count > 1 ? parts.MaxBy(part => part.Value)! : parts[0], log);
    }

    // Under the same heading, of the same things: 12个考核断面 … 达标断面10个，达标率83.3%.
    private static IEnumerable<Figure> WholesAbove(CheckedDocument document, Sentence sentence, Figure part)
    {
        var noun = sentence.Before(part.Start, 6);
        return document.Passages.Where(passage => passage.Table is null && passage.Subject == sentence.Passage.Subject).TakeWhile(passage => passage != sentence.Passage)
            .SelectMany(passage => passage.Sentences).SelectMany(other => other.Figures.Where(figure => figure.IsCounted && Likeness.LongestCommon(other.Behind(figure.End, 6), noun).Length >= 2));
    }

    // 受理信访412件次 … 按时办结480件次; 325辆次超标车辆中，已复检360辆次: what is done of them cannot be more, so that it is the whole even where it is less.
    private static bool IsTakenIn(Sentence sentence, Figure figure) =>
        sentence.Passage.Sentences.FirstOrDefault(other => other.Start <= sentence.Start && other.Figures.Any(own => ReferenceEquals(own, figure))) is { } owner
        && (Headings.Has(owner.LabelOf(figure), Intakes) || (owner == sentence && owner.Text[..owner.ClauseEnd(figure.End)].EndsWith('中')));

    private static void CheckRate(CheckedDocument document, Sentence sentence, Figure percent, Figure part, CheckLog log)
    {
        var wholes = sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).SelectMany(other => other.Figures)
            .Concat(sentence.Figures.Where(figure => figure.End <= part.Start)).Concat(WholesAbove(document, sentence, part))
            .Where(figure => figure.Unit?.Name == part.Unit!.Name && (figure.Value >= part.Value || percent.Value > 100m || IsTakenIn(sentence, figure)) && figure is { IsPlain: true, IsOrdinal: false } && figure != part).ToList();
        if (wholes.Count == 0)
        {
            // 检查5240家次，发现问题683个，问题发现率13.0%: of something else; whatever stands before in the sentence may be meant.
            var others = sentence.Figures.Where(figure => figure.End <= part.Start && figure.Unit is { Kind: UnitKind.Count } && figure.Value >= part.Value && figure is { IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
            others = others.Count > 0 ? others : [.. sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).TakeLast(1).SelectMany(other => other.Figures).Where(figure => figure.Unit is { Kind: UnitKind.Count } && figure is { IsPlain: true, IsOrdinal: false } && figure.Value >= part.Value)];
            if (others.Count > 0 && part.Unit!.Kind == UnitKind.Count)
            {
                CheckShare(sentence, percent, part, others.Find(whole => IsShareOf(part, whole, percent)) ?? others[^1], isExact: false, log);
                return;
            }

            // Nothing before is as great as the part: the nearest of its kind can only be the whole where it stands in the same sentence.
            CheckShare(sentence, percent, part, sentence.Figures.LastOrDefault(figure => figure.End <= part.Start && (part.Start - figure.End <= 12 || IsOnly(sentence, figure, part)) && figure.Unit?.Name == part.Unit!.Name && figure.IsPlain), isExact: false, log);
            return;
        }

        if (wholes.Exists(whole => part.Interval.PercentOf(whole.Interval) is { } share && share.Overlaps(percent.Interval)))
        {
            log.Agree();
            return;
        }

        CheckShare(sentence, percent, part, wholes.MinBy(whole => Math.Abs((part.Value * 100m / whole.Value) - percent.Value)), isExact: false, log);
    }

    // 采暖户1900户，截至年底完成改造8130户，改造率96.3%: what is done is never more than all, so that the only other number is all.
    private static bool IsOnly(Sentence sentence, Figure figure, Figure part) =>
        Directions.Before(sentence.Text, figure.Start) == 0 && sentence.Figures.Count(other => other.End <= part.Start && other.Unit?.Name == part.Unit!.Name && other is { IsPlain: true, IsOrdinal: false }) == 1 && !Headings.Has(sentence.LabelOf(figure), "任务", "目标", "计划");

    private static Figure? DaysOf(Sentence sentence, Figure percent, List<Figure> before)
    {
        var label = sentence.ClauseBefore(percent.Start);
        var isRatio = Headings.Has(label, "优良天数比率", "优良天数比例", "优良率", "达标天数比例", "达标率", "比率", "优良比例") || label is "占比" or "占" or "占比为";
        return !isRatio ? null : before.LastOrDefault(figure => figure.Unit is { Kind: UnitKind.Time, Name: "天" } && Directions.Before(sentence.Text, figure.Start) == 0 && Headings.Has(sentence.LabelOf(figure), "优良", "达标"));
    }

    // 1—5月，浓度40.6；优良天数118天: the days of the words before the semicolon go on.
    private static DaySpan? SpanBefore(Sentence sentence, int year) =>
        sentence.Passage.Runs().First(run => run.Contains(sentence)).TakeWhile(other => other != sentence).Select(other => other.SpanIn(year)).LastOrDefault(found => found is not null);

    private static void CheckDays(CheckedDocument document, Sentence sentence, Figure percent, Figure days, CheckLog log)
    {
        // 7天中优良天数6天: the days that the sentence itself counts.
        var counted = sentence.Figures.Where(figure => (figure.End <= days.Start || (figure.Start > percent.End && sentence.Text[percent.End] is '（' or '(')) && figure.Unit?.Name == "天" && figure.Value >= days.Value && figure.IsPlain).ToList();
        if (counted.Exists(whole => IsShareOf(days, whole, percent)))
        {
            log.Agree();
            return;
        }

        var span = document.Year is { } year ? PeriodWords.SpanOf(sentence.Text[..days.Start], year) ?? SpanBefore(sentence, year) ?? document.Period : null;
        // 优良天数382天，优良率89.9% of a year: a year has no so many days.
        if (span is { } held && counted.Count == 0 && days.IsPlain && days.Value > held.Days && days.Value < held.Days * 1.5m && held.Days > 27 && percent.Value < 100m && !Headings.Has(sentence.Text, "合计", "累计", "共", "各", "个县", "个市", "个城市", "总"))
        {
            log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(percent)], sentence.Quote(days).Text, $"{Numbers.Count(held.Days)}天", ("working", $"{Numbers.Plain(days.Value)}＞{Numbers.Count(held.Days)}"));
            return;
        }

        if (span is not { } period || !days.IsPlain || days.Value > period.Days)
        {
            log.Unknown();
            return;
        }

        var calendar = NumberInterval.Of(days.Value).PercentOf(NumberInterval.Of(period.Days))!.Value;
        if (calendar.Overlaps(percent.Rounded))
        {
            log.Agree();
            return;
        }

        // 有效监测360天: the basis is declared, so that no other can be meant.
        var declared = counted.Find(whole => Headings.Has(sentence.LabelOf(whole), "有效", "监测"));
        var valid = declared is not null ? null : Enumerable.Range((int)(period.Days * FewestValidDays), period.Days - (int)(period.Days * FewestValidDays)).Where(count => percent.Rounded.Contains(days.Value * 100m / count)).Select(count => (int?)count).FirstOrDefault();
        var working = $"{Numbers.Plain(days.Value)}÷{Numbers.Count(valid ?? period.Days)}天";
        var (stated, computed) = (sentence.Text[percent.Start..percent.End], Numbers.Like(percent, calendar.Low) + "%");
        if (valid is not null)
        {
            log.Note("DOC-038", CheckKind.Ratio, sentence.Spot, [sentence.Quote(days.Start, days.End)], stated, computed, ("working", working));
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(days.Start, days.End)], stated, computed, ("working", working));
    }
}
