using Lanshao.Documents.Guard;

namespace Lanshao.Documents.PlainText;

/// <summary>
/// Reads a table of a converted text: a tab begins a cell, further lines of a cell stand without one, an empty line ends the row. Empty lines inside a cell look
/// the same as the end of a row, so rows are put together by the number of columns that most of them have.
/// </summary>
internal sealed class TextTableReader
{
    private readonly List<TextLine> _lines;
    private readonly int[] _nextCell;
    private (int Line, int Size, int End) _measured = (-1, 0, 0);

    public TextTableReader(List<TextLine> lines)
    {
        _lines = lines;
        _nextCell = new int[lines.Count + 1];
        _nextCell[lines.Count] = lines.Count;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            _nextCell[i] = lines[i].BeginsCell ? i : _nextCell[i + 1];
        }
    }

    /// <summary>Returns how many columns the table at the line has; 1 or 0 where indented lines are no table.</summary>
    /// <param name="start">A line that begins a cell.</param>
    /// <param name="end">The line behind what was looked at.</param>
    public int CountColumns(int start, out int end)
    {
        var sizes = new Dictionary<int, int>();
        var at = start;
        while (at < _lines.Count && _lines[at].BeginsCell)
        {
            var size = GroupSize(at, out var next);
            sizes[size] = sizes.GetValueOrDefault(size) + 1;
            at = SkipBlank(next);
        }

        end = at;
        return sizes.Where(pair => pair.Key > 1).OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).Select(pair => pair.Key).FirstOrDefault();
    }

    /// <summary>Reads the groups of cells between empty lines, up to the end of the table.</summary>
    public List<TextRow> ReadGroups(int start, int columns, ReadingBudget budget, out int end)
    {
        var groups = new List<TextRow>();
        TextRow? group = null;
        var at = start;
        while (at < _lines.Count)
        {
            budget.Tick();
            var line = _lines[at];
            if (line.BeginsCell)
            {
                group = AddCell(groups, group, line, budget.Limits);
                at++;
            }
            else if (!line.IsBlank)
            {
                group!.Cells[^1].Add(line);
                at++;
            }
            else
            {
                var next = SkipBlank(at);
                if (next < _lines.Count && _lines[next].BeginsCell)
                {
                    group = null;
                }
                else if (next == _lines.Count || group is null || !ContinuesCell(group.Cells.Count, at, next, columns))
                {
                    at++;
                    break;
                }

                at = next;
            }
        }

        end = at;
        return groups;
    }

    private static TextRow AddCell(List<TextRow> groups, TextRow? group, TextLine line, DocumentLimits limits)
    {
        if (group is null)
        {
            group = new TextRow();
            groups.Add(group);
            if (groups.Count > limits.TableRows)
            {
                throw Refuse.Limit(DocumentCodes.LimitTableRows, limits.TableRows, groups.Count);
            }
        }

        group.Cells.Add([line with { Text = line.Text[1..] }]);
        return group;
    }

    // Text behind an empty line belongs to the last cell if the cells that the row still lacks follow it at once,
    // or if the row is whole and the next whole row, beginning with a number or a blank, follows after an empty line.
    private bool ContinuesCell(int cells, int blank, int text, int columns)
    {
        var next = _nextCell[text];
        if (next == _lines.Count)
        {
            return false;
        }

        var size = GroupSize(next, out _);
        var followsAtOnce = !_lines[next - 1].IsBlank;
        return cells < columns
            ? followsAtOnce && cells + size == columns
            : !followsAtOnce && text == blank + 1 && size == columns && IsNumberOrEmpty(_lines[next].Text);
    }

    private static bool IsNumberOrEmpty(string text) => !text.AsSpan().Trim().ContainsAnyExceptInRange('0', '9');

    private int GroupSize(int at, out int end)
    {
        if (_measured.Line != at)
        {
            var size = 0;
            var line = at;
            for (; line < _lines.Count && !_lines[line].IsBlank; line++)
            {
                size += _lines[line].BeginsCell ? 1 : 0;
            }

            _measured = (at, size, line);
        }

        end = _measured.End;
        return _measured.Size;
    }

    private int SkipBlank(int at)
    {
        while (at < _lines.Count && _lines[at].IsBlank)
        {
            at++;
        }

        return at;
    }
}
