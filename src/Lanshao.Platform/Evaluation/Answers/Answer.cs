namespace Lanshao.Platform.Evaluation.Answers;

/// <summary>An answer in words (一句话答案): clauses in the order of their weight, so that a shorter one is a true one.</summary>
public sealed class Answer
{
    private readonly List<(string Text, char Mark)> _clauses = [];

    /// <summary>Gets the whole answer.</summary>
    public string Text => Joined(_clauses.Count);

    /// <summary>Gets whether there is anything to say.</summary>
    public bool IsEmpty => _clauses.Count == 0;

    /// <summary>Returns as many leading clauses as fit, at least the first; never a clause cut in two.</summary>
    /// <param name="mostCharacters">Most characters, the closing mark counted.</param>
    public string Within(int mostCharacters)
    {
        var count = _clauses.Count;
        while (count > 1 && Joined(count).Length > mostCharacters)
        {
            count--;
        }

        return Joined(count);
    }

    public override string ToString() => Text;

    /// <summary>Adds a clause of the running sentence; nothing where it is null or empty.</summary>
    internal Answer Say(string? clause) => Add(clause, '；');

    /// <summary>Adds a clause that ends its sentence.</summary>
    internal Answer Close(string? clause) => Add(clause, '。');

    private Answer Add(string? clause, char mark)
    {
        if (!string.IsNullOrEmpty(clause))
        {
            _clauses.Add((clause, mark));
        }

        return this;
    }

    private string Joined(int count) =>
        string.Concat(_clauses.Take(count).Select((clause, at) => clause.Text + (at == count - 1 ? '。' : clause.Mark)));
}
