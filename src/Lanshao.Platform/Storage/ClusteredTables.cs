using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Lanshao.Platform.Storage;

/// <summary>Makes the tables of series in SQLite without a hidden row number: the rows lie in the order of their key, once, instead of beside an index of it. Half the pages to write, and a stretch is read in one go.</summary>
/// <remarks>A file that an earlier program made keeps its tables as they are: they are slower, and say the same.</remarks>
internal sealed class ClusteredTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations) : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    // What a rebuilt table is called until it takes the place of the one before.
    private const string Rebuilt = "ef_temp_";
    private static readonly HashSet<string> Clustered = new(["reading", "earlier_reading", "latest_reading", "rollup", "rollup_due", "invalid_hour", "late_day", "late_figure"], StringComparer.Ordinal);

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate: false);
        if (Clustered.Contains(operation.Name.StartsWith(Rebuilt, StringComparison.Ordinal) ? operation.Name[Rebuilt.Length..] : operation.Name))
        {
            _ = builder.Append(" WITHOUT ROWID");
        }

        if (terminate)
        {
            _ = builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }
}
