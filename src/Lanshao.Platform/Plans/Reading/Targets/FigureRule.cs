using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Indicators held against a figure: 优良天数比例不低于73%（266天）, 降尘量控制在5吨左右, 能耗比2021年下降1%.</summary>
internal static class FigureRule
{
    private static readonly string[] Past = ["已", "目前", "现有", "原有", "去年", "上年", "截至"];

    public static void Read(Clause clause, RowTargets row)
    {
        var from = 0;
        foreach (var quantity in clause.Quantities)
        {
            if (row.IsUsed(quantity) || quantity.Unit.Kind == UnitKind.Grade)
            {
                continue;
            }

            var figure = new Figure(clause, quantity);
            if (ReadFigure(figure, from, row) is { Count: > 0 } drafts)
            {
                row.Use(quantity);
                drafts.ForEach(draft => row.Add(clause, draft));
                from = clause.Text.Length - figure.Right.Length + 1;
            }
        }
    }

    private static List<FoundTarget> ReadFigure(Figure figure, int from, RowTargets row)
    {
        if (!figure.EndsStatement || Array.Exists(Past, figure.Left(from).TrimStart().StartsWith) || IsOfAnEarlierYear(figure, row))
        {
            return [];
        }

        var change = ChangeWords.ReadBefore(figure.Clause.Text, figure.LeftEnd, row.Context.YearOrAny);
        if (change is not null && change.Start >= from)
        {
            return ReadChange(figure, change, from, row);
        }

        return IsCompared(figure) || IsListed(figure, from, row) ? ReadLevel(figure, from, row) : [];
    }

    // 2021年为30微克 in a plan of 2022 tells, and does not ask.
    private static bool IsOfAnEarlierYear(Figure figure, RowTargets row) =>
        row.Context.DatesIn(figure.Clause.Text) is [{ Start: 0, Due: { } day }, ..] && day.Year < row.Context.Year;

    // 北门、东桥街道34微克/立方米, where the indicator was announced.
    private static bool IsListed(Figure figure, int from, RowTargets row) =>
        figure.Clause.Sentence.Announced is not null && SubjectReader.Read(figure.Left(from), row) is { ArePlaces: true, Indicators.Count: 0 };

    // A bare 以上 needs an indicator before it (抽检率20%以上); a bare 为 must not be part of 作为 or 成为.
    private static bool IsCompared(Figure figure)
    {
        var text = figure.Clause.Text;
        var word = figure.BoundBefore;
        if (figure.Quantity.Unit.Name is "年" or "个月")
        {
            return false;
        }

        if (figure.Bound == Bound.None)
        {
            return figure.Quantity.Unit.Kind == UnitKind.Ratio && Terms.IsMeasured(text[..figure.LeftEnd]);
        }

        if (word.Length == 1 && text[word.Start] is '为' or '是' && word.Start > 0 && text[word.Start - 1] is '作' or '成' or '认' or '行' or '分' or '改' or '变' or '但' or '还' or '就')
        {
            return text.AsSpan(0, word.Start).EndsWith("分别");
        }

        return word.Bound != Bound.None || Terms.IsMeasured(text[..figure.LeftEnd]);
    }

    private static List<FoundTarget> ReadLevel(Figure figure, int from, RowTargets row)
    {
        var subject = SubjectReader.Read(WithoutOrigin(figure, from, row), row);
        if (subject.Indicators.Count == 0 || Context.IsRelative(subject.Indicators[0]))
        {
            subject = Context.Complete(figure, subject, row);
        }

        var (equivalent, condition, used) = figure.Bracket();
        if (used is not null)
        {
            row.Use(used);
        }

        return [.. subject.Indicators.SelectMany(indicator => Levels(figure, indicator).Select(draft => draft with
        {
            Scope = subject.Scope,
            Strength = Strengths.Of(figure.Clause.Text, figure.Bound),
            Condition = condition,
            Equivalent = equivalent,
            IsStrict = figure.BoundBefore.IsStrict,
        }))];
    }

    // 由58%提高到65%: the first figure is where it starts from.
    private static string WithoutOrigin(Figure figure, int from, RowTargets row)
    {
        var left = figure.Left(from);
        var at = left.LastIndexOfAny(['由', '从']);
        var origin = at < 1 ? null : figure.Clause.Quantities.FirstOrDefault(quantity => quantity.Start == from + at + 1 && quantity.End == figure.LeftEnd);
        if (origin is null)
        {
            return left;
        }

        row.Use(origin);
        return left[..at];
    }

    // A range is two targets.
    private static IEnumerable<FoundTarget> Levels(Figure figure, string phrase)
    {
        var (quantity, unit) = (figure.Quantity, figure.Quantity.Unit.Name);
        var indicator = Measured.Name(phrase, quantity.Unit);
        if (!quantity.IsRange)
        {
            return [new FoundTarget(indicator, Comparators.Of(figure.Bound, indicator), quantity.Low, unit)];
        }

        return [new FoundTarget(indicator, TargetComparator.AtLeast, quantity.Low, unit), new FoundTarget(indicator, TargetComparator.AtMost, quantity.High, unit)];
    }

    private static List<FoundTarget> ReadChange(Figure figure, ChangeWords change, int from, RowTargets row)
    {
        var subject = SubjectReader.Read(figure.Clause.Text[from..change.Start], row);
        if (subject.Indicators.Count == 0)
        {
            subject = Context.Complete(figure, subject, row);
        }

        var (equivalent, condition, used) = figure.Bracket();
        if (used is not null)
        {
            row.Use(used);
        }

        return [.. subject.Indicators.Select(indicator => new FoundTarget(change.NameOf(indicator, figure.Quantity.Unit), Comparators.OfChange(figure.Bound), figure.Quantity.Low, figure.Quantity.Unit.Name)
        {
            Scope = subject.Scope,
            Strength = Strengths.Of(figure.Clause.Text, figure.Bound),
            BaselineYear = change.BaselineYear,
            Condition = condition,
            Equivalent = equivalent,
            IsStrict = figure.BoundBefore.IsStrict,
        })];
    }
}
