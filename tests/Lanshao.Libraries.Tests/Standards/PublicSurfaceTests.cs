using System.Reflection;
using Lanshao.Standards;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards;

/// <summary>What the library offers to others: a change of this list is a decision, not an accident.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void PublicTypes_AndTheirMembers_AreThoseOfTheList()
    {
        var listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Standards", "public-surface.txt"));

        Assert.Equal(listed, Surface());
    }

    [Fact]
    public void Library_DependsOnTheFrameworkOnly() =>
        Assert.All(typeof(Rounding).Assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System", reference.Name, StringComparison.Ordinal));

    /// <summary>One line a member; what the compiler writes for records is left out.</summary>
    internal static IEnumerable<string> Surface() =>
        typeof(Rounding).Assembly.GetExportedTypes().SelectMany(type => Members(type).Select(member => $"{type.FullName}: {member}").Prepend(type.FullName!)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Members(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null)
            .Where(member => member is not MethodBase { IsSpecialName: true } or ConstructorInfo)
            .Where(member => member.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "value__" or "GetType" or "HasFlag") && member.MemberType != MemberTypes.NestedType)
            .Select(member => member.ToString()!).Distinct();
}
