namespace Lanshao.Shell;

/// <summary>Shortens an answer by its own marks, so that a shorter one is still a true one.</summary>
internal static class Clauses
{
    /// <summary>Returns as many leading clauses as fit, at least the first; marks inside brackets part nothing.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="mostCharacters">Most characters, the closing mark counted.</param>
    public static string Within(string answer, int mostCharacters)
    {
        if (answer.Length <= mostCharacters)
        {
            return answer;
        }

        var ends = Ends(answer).ToList();
        var end = ends.LastOrDefault(end => end < mostCharacters, ends.Count > 0 ? ends[0] : answer.Length - 1);
        return answer[..end] + "。";
    }

    private static IEnumerable<int> Ends(string answer)
    {
        var depth = 0;
        for (var at = 0; at < answer.Length; at++)
        {
            depth += answer[at] switch { '（' => 1, '）' => -1, _ => 0 };
            if (depth == 0 && answer[at] is '；' or '。')
            {
                yield return at;
            }
        }
    }
}
