using Lanshao.Platform.Foundation;

namespace Lanshao.Hosting;

/// <summary>Turns what a use case answered into an answer of the API.</summary>
public static class OutcomeAnswers
{
    public static IResult ToHttp<T>(this Outcome<T> outcome, HttpContext context)
        where T : notnull => outcome.IsRefused ? outcome.Refusal.ToHttp(context) : Results.Ok(outcome.Value);

    public static IResult ToHttp(this Refusal refusal, HttpContext context) => Answers.Answer(context, Answers.StatusOf(refusal.Kind), refusal);
}
