namespace Lanshao.Texts;

/// <summary>Chinese is complete; English is begun and falls back to Chinese.</summary>
public enum Language
{
    Chinese,
    English,
}

/// <summary>Which language a request is answered in: <c>?lang=</c>, else the choice kept in a cookie, else Chinese.</summary>
/// <remarks>The browser's own wish is not asked while English is only begun: half a page in each language serves nobody.</remarks>
public static class Languages
{
    public const string Cookie = "lanshao-lang";

    public static Language Of(HttpContext context) => Parse(context.Request.Query["lang"]) ?? Parse(context.Request.Cookies[Cookie]) ?? Language.Chinese;

    public static Language? Parse(string? text) => text switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };

    public static string Code(Language language) => language == Language.English ? "en" : "zh";
}
