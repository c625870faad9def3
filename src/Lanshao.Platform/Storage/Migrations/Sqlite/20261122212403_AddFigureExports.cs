using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
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
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "mn",
                table: "data_correction",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "data_correction",
                type: "TEXT",
                nullable: false,
                defaultValue: "Review");

            migrationBuilder.CreateTable(
                name: "figure_export",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    href = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    first_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    last_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    reach = table.Column<string>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    mn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    items = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figure_export", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "late_day",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "INTEGER", nullable: false),
                    start_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    frames = table.Column<int>(type: "INTEGER", nullable: false),
                    first_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    last_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    noted_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_late_day", x => new { x.device_number, x.start_utc });
                });

            migrationBuilder.CreateTable(
                name: "late_figure",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "INTEGER", nullable: false),
                    factor = table.Column<string>(type: "TEXT", nullable: false),
                    span = table.Column<string>(type: "TEXT", nullable: false),
                    start_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    hours = table.Column<string>(type: "TEXT", nullable: false),
                    kept_utc = table.Column<long>(type: "INTEGER", nullable: false)
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
