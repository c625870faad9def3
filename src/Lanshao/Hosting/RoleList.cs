using Lanshao.Platform.Foundation;

namespace Lanshao.Hosting;

/// <summary><c>--roles web,gateway,writer,jobs</c>: how a set of roles is written, and which sets make sense in one process.</summary>
public static class RoleList
{
    private static readonly (string Word, Roles Role)[] Words = [("web", Roles.Web), ("gateway", Roles.Gateway), ("writer", Roles.Writer), ("jobs", Roles.Jobs)];

    /// <summary>Gets all roles, as they are written.</summary>
    public static string All => Of(Roles.All);

    /// <summary>Returns the roles as they are written.</summary>
    public static string Of(Roles roles) => string.Join(',', Words.Where(word => roles.HasFlag(word.Role)).Select(word => word.Word));

    /// <summary>Reads a list; false where it names something else, or nothing.</summary>
    public static bool TryParse(string text, out Roles roles)
    {
        roles = Roles.None;
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var role = Array.Find(Words, known => known.Word == word).Role;
            if (role == Roles.None)
            {
                return false;
            }

            roles |= role;
        }

        return true;
    }

    /// <summary>Returns why a process cannot have these roles; null where it can.</summary>
    /// <param name="roles">Its roles.</param>
    /// <param name="hasDatabase">Whether its store is PostgreSQL.</param>
    /// <param name="hasGateway">Whether it was told where devices connect.</param>
    /// <param name="hasQueue">Whether frames go over a queue.</param>
    public static Refusal? Check(Roles roles, bool hasDatabase, bool hasGateway, bool hasQueue)
    {
        var isPart = roles != Roles.All;
        return isPart && !hasDatabase ? Refusal.Invalid("ENV-060", ("roles", Of(roles)))
            : hasGateway && !roles.HasFlag(Roles.Gateway) ? Refusal.Invalid("ENV-062", ("roles", Of(roles)))
            : isPart && roles.HasFlag(Roles.Gateway) && !hasGateway ? Refusal.Invalid("ENV-063", ("roles", Of(roles)))
            : !hasQueue && roles.HasFlag(Roles.Gateway) != roles.HasFlag(Roles.Writer) ? Refusal.Invalid("ENV-061", ("roles", Of(roles)))
            : null;
    }
}
