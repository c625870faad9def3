namespace Lanshao.Shell;

/// <summary>Puts a page into the menu under one of the titles that <see cref="Menu"/> orders.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InMenuAttribute(string title) : Attribute
{
    public string Title { get; } = title;
}
