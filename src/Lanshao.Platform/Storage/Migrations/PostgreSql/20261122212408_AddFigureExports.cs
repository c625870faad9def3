using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddFigureExports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_data_correction_issued_utc",
                table: "data_correction");

            migrationBuilder.AddColumn<string>(
                name: "factors",
                table: "data_correction",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "mn",
                table: "data_correction",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "data_correction",
                type: "text",
                nullable: false,
                defaultValue: "Review",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "figure_export",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    href = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    format = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    first_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    last_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    taken_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    reach = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    to_on = table.Column<DateOnly>(type: "date", nullable: false),
                    mn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    area = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    items = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figure_export", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "late_day",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "integer", nullable: false),
                    start_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    frames = table.Column<int>(type: "integer", nullable: false),
                    first_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    last_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    noted_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_late_day", x => new { x.device_number, x.start_utc });
                });

            migrationBuilder.CreateTable(
                name: "late_figure",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "integer", nullable: false),
                    factor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    span = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    start_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hours = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kept_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_late_figure", x => new { x.device_number, x.factor, x.span, x.start_utc });
                });

            migrationBuilder.CreateIndex(
                name: "IX_data_correction_origin_issued_utc",
                table: "data_correction",
                columns: new[] { "origin", "issued_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_figure_export_first_utc",
                table: "figure_export",
                column: "first_utc");

            migrationBuilder.CreateIndex(
                name: "IX_figure_export_to_on_from_on",
                table: "figure_export",
                columns: new[] { "to_on", "from_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "figure_export");

            migrationBuilder.DropTable(
                name: "late_day");

            migrationBuilder.DropTable(
                name: "late_figure");

            migrationBuilder.DropIndex(
                name: "IX_data_correction_origin_issued_utc",
                table: "data_correction");

            migrationBuilder.DropColumn(
                name: "factors",
                table: "data_correction");

            migrationBuilder.DropColumn(
                name: "mn",
                table: "data_correction");

            migrationBuilder.DropColumn(
                name: "origin",
                table: "data_correction");

            migrationBuilder.CreateIndex(
                name: "IX_data_correction_issued_utc",
                table: "data_correction",
                column: "issued_utc");
        }
    }
}
