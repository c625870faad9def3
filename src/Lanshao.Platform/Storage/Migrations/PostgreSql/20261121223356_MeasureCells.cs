using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class MeasureCells : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "origin_at",
                table: "plan_target",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "origin_at",
                table: "milestone",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "origin_at",
                table: "measure_unit",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "deadline_at",
                table: "measure",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "text_at",
                table: "measure",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "source_cells",
                table: "import_row",
                type: "text",
                nullable: true,
                collation: "C");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "origin_at",
                table: "plan_target");

            migrationBuilder.DropColumn(
                name: "origin_at",
                table: "milestone");

            migrationBuilder.DropColumn(
                name: "origin_at",
                table: "measure_unit");

            migrationBuilder.DropColumn(
                name: "deadline_at",
                table: "measure");

            migrationBuilder.DropColumn(
                name: "text_at",
                table: "measure");

            migrationBuilder.DropColumn(
                name: "source_cells",
                table: "import_row");
        }
    }
}
