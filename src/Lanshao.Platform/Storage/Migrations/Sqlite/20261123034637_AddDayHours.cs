using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
{
    /// <summary>A day knows its hours: those that are there (24 bits) and those that count (24 above them).</summary>
    public partial class AddDayHours : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "hours",
                table: "rollup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql(
                """
                UPDATE rollup AS day SET hours = (
                    SELECT SUM((CASE WHEN below.is_valid THEN 16777217 ELSE 1 END) << ((below.start_utc - day.start_utc) / 3600000)) FROM rollup AS below
                    WHERE below.device_number = day.device_number AND below.factor = day.factor AND below.span = 'Hour' AND below.start_utc >= day.start_utc AND below.start_utc < day.start_utc + 86400000)
                WHERE span = 'Day'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "hours",
                table: "rollup");
        }
    }
}
