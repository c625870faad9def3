namespace Lanshao.Shell;

/// <summary>浅色, 深色, or as the machine is set.</summary>
public static class Themes
{
    public const string Cookie = "lanshao-theme";
    public const string Auto = "auto";

    public static string? Parse(string? text) => text is "light" or "dark" or Auto ? text : null;

    public static string Of(HttpContext context) => Parse(context.Request.Cookies[Cookie]) ?? Auto;
}
