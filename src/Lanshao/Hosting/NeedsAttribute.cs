namespace Lanshao.Hosting;

/// <summary>Names the permission that a page or an endpoint asks of the actor. Without one nothing is answered.</summary>
/// <param name="permission">A code out of <see cref="Platform.Foundation.Permissions"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(string permission) : Attribute
{
    public string Permission { get; } = permission;
}
