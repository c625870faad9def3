using System.Globalization;

namespace Lanshao.Shell.Tables;

/// <summary>The tables that a page shows, in its order. One without files of its own is handed out under the page's own address, so that the file says what the page says.</summary>
/// <param name="accessor">Tells the request.</param>
public sealed class ShownTables(IHttpContextAccessor accessor)
{
    /// <summary>The parameter of the address that asks for a table of the page as a file: <c>2.docx</c>.</summary>
    public const string FileName = "file";

    private readonly List<PageTable> _tables = [];

    /// <summary>Gets whether the page stands under its own address: one that answers a post cannot be asked for again.</summary>
    public bool CanBeAsked => HttpMethods.IsGet(accessor.HttpContext!.Request.Method) || HttpMethods.IsHead(accessor.HttpContext.Request.Method);

    /// <summary>Gets the file that the address asks for; null for the page itself.</summary>
    public string? Asked => accessor.HttpContext!.Request.Query[FileName].FirstOrDefault() is { Length: > 0 } file && CanBeAsked ? file : null;

    /// <summary>Adds a table and returns its number on the page, from 1.</summary>
    public int Add(PageTable table)
    {
        _tables.Add(table);
        return _tables.Count;
    }

    /// <summary>Returns the table that the address asks for, and as which file; null where the page has no such table.</summary>
    public (PageTable Table, string Ending)? Find()
    {
        var parts = Asked?.Split('.') ?? [];
        return parts.Length == 2 && TableFiles.Endings.Contains(parts[1]) && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _tables.Count
            ? (_tables[number - 1], parts[1])
            : null;
    }
}
