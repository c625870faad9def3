using Lanshao.Hj212.Messages;

namespace Lanshao.Hj212.Exchanges;

/// <summary>Where an exchange stands.</summary>
public enum ExchangeStep
{
    /// <summary>Sent; the first answer is awaited.</summary>
    Sent,

    /// <summary>The request was accepted (9011); its result (9012) is awaited.</summary>
    Accepted,

    /// <summary>Ended well: 9012, or the 9013 or 9014 of a message that needs no more.</summary>
    Done,

    /// <summary>The other side refused, or failed.</summary>
    Refused,

    /// <summary>Nobody answered, also not the resends: the link counts as broken.</summary>
    Silent,
}

/// <summary>What is to be done now.</summary>
public enum ExchangeTurn
{
    /// <summary>Nothing yet.</summary>
    Wait,

    /// <summary>Send the same bytes again.</summary>
    Resend,

    /// <summary>Nothing more; the exchange is over.</summary>
    Over,
}

/// <summary>One message on its way and what is known of it: resent with the same QN until it is answered, as 6.5 and Annex C describe. It keeps no clock; the caller says how late it is.</summary>
/// <param name="qn">The QN of the message.</param>
/// <param name="isRequest">Whether 9011 and then 9012 answer it, or one answer is all.</param>
/// <param name="plan">How long to wait and how often to resend.</param>
/// <param name="sentAt">When it was sent, on any clock that only goes forward.</param>
public sealed class Exchange(string qn, bool isRequest, ResendPlan plan, TimeSpan sentAt)
{
    private TimeSpan _sentAt = sentAt;

    /// <summary>Gets the QN, which every answer repeats.</summary>
    public string Qn => qn;

    /// <summary>Gets where the exchange stands.</summary>
    public ExchangeStep Step { get; private set; }

    /// <summary>Gets how often the message was sent again.</summary>
    public int Resends { get; private set; }

    /// <summary>Gets what the device said to the request.</summary>
    public RequestResult Request { get; private set; }

    /// <summary>Gets how the request ended.</summary>
    public ExecutionResult Execution { get; private set; }

    /// <summary>Gets whether nothing more will happen.</summary>
    public bool IsOver => Step is ExchangeStep.Done or ExchangeStep.Refused or ExchangeStep.Silent;

    /// <summary>Takes an answer; one of another exchange, or one that comes too late, changes nothing.</summary>
    /// <param name="answer">9011 to 9014.</param>
    /// <param name="now">The caller's clock.</param>
    /// <returns>True when it was an answer to this.</returns>
    public bool Take(Segment answer, TimeSpan now)
    {
        if (IsOver || !MessageText.Decode(answer.Qn).Equals(qn, StringComparison.Ordinal))
        {
            return false;
        }

        return answer.Command switch
        {
            Answers.ToRequest when isRequest => TakeRequestResult((RequestResult)Answers.NumberOf(answer), now),
            Answers.Result when isRequest => TakeExecution((ExecutionResult)Answers.NumberOf(answer)),
            Answers.ToNotice or Answers.ToData when !isRequest => End(ExchangeStep.Done),
            _ => false,
        };
    }

    /// <summary>Notes that the other side is at work on an accepted request, as by a frame of what was asked for: its result is waited for anew.</summary>
    /// <param name="now">The caller's clock.</param>
    public void Hear(TimeSpan now) => _sentAt = Step == ExchangeStep.Accepted ? now : _sentAt;

    /// <summary>Says what is to be done; to be asked again after <see cref="ResendPlan.Wait"/>.</summary>
    /// <param name="now">The caller's clock.</param>
    public ExchangeTurn Turn(TimeSpan now)
    {
        if (IsOver || now - _sentAt < plan.Wait)
        {
            return IsOver ? ExchangeTurn.Over : ExchangeTurn.Wait;
        }

        // What was accepted is not asked again: carrying it out twice may do harm.
        if (Step == ExchangeStep.Accepted || Resends == plan.Resends)
        {
            Step = ExchangeStep.Silent;
            return ExchangeTurn.Over;
        }

        Resends++;
        _sentAt = now;
        return ExchangeTurn.Resend;
    }

    private bool TakeRequestResult(RequestResult result, TimeSpan now)
    {
        Request = result;
        _sentAt = now;
        return End(result == RequestResult.Ready ? ExchangeStep.Accepted : ExchangeStep.Refused);
    }

    private bool TakeExecution(ExecutionResult result)
    {
        Execution = result;
        return End(result == ExecutionResult.Done ? ExchangeStep.Done : ExchangeStep.Refused);
    }

    private bool End(ExchangeStep step)
    {
        Step = step;
        return true;
    }
}
