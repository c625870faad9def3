using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lanshao.Platform.Storage;

/// <summary>Tables and columns in snake case, the same on both stores, so that hand-written SQL needs no quotes.</summary>
internal static class Naming
{
    public static void Apply(IMutableEntityType entity)
    {
        if (!entity.IsOwned())
        {
            entity.SetTableName(Snake(entity.ClrType.Name));
        }

        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(Snake(property.Name));
        }
    }

    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
