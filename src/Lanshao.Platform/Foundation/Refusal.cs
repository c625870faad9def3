namespace Lanshao.Platform.Foundation;

/// <summary>What kind of no it is; the program turns it into a status code or an exit code.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong (422, exit 4).</summary>
    Invalid,

    /// <summary>There is no such thing (404, exit 4).</summary>
    NotFound,

    /// <summary>The thing has moved on, or the state does not allow it (409, exit 4).</summary>
    Conflict,

    /// <summary>The actor lacks the permission (403, exit 4).</summary>
    Forbidden,

    /// <summary>An input from outside could not be read (422, exit 3).</summary>
    Unreadable,

    /// <summary>Disk, port, folder or database (503, exit 5).</summary>
    Environment,
}

/// <summary>A coded no of the domain. The words are resources of the program, found by the code and filled with the arguments.</summary>
/// <param name="Code"><c>ROOM-nnn</c>, listed in docs/error-codes.md.</param>
/// <param name="Kind">What kind of no.</param>
/// <param name="Arguments">Named values for the sentence.</param>
public sealed record Refusal(string Code, RefusalKind Kind, IReadOnlyDictionary<string, string> Arguments)
{
    private static readonly Dictionary<string, string> None = [];

    public static Refusal Invalid(string code, params (string Name, string Text)[] arguments) => Of(code, RefusalKind.Invalid, arguments);

    public static Refusal NotFound(string code, params (string Name, string Text)[] arguments) => Of(code, RefusalKind.NotFound, arguments);

    public static Refusal Conflict(string code, params (string Name, string Text)[] arguments) => Of(code, RefusalKind.Conflict, arguments);

    public static Refusal Forbidden(string code, params (string Name, string Text)[] arguments) => Of(code, RefusalKind.Forbidden, arguments);

    public static Refusal Unreadable(string code, params (string Name, string Text)[] arguments) => Of(code, RefusalKind.Unreadable, arguments);

    public static Refusal Environment(string code, params (string Name, string Text)[] arguments) => Of(code, RefusalKind.Environment, arguments);

    private static Refusal Of(string code, RefusalKind kind, (string Name, string Text)[] arguments) =>
        new(code, kind, arguments.Length == 0 ? None : arguments.ToDictionary(a => a.Name, a => a.Text));
}
