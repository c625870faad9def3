using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddIndicatorValues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "indicator_value",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    station_scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sand_basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    period_basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    missing = table.Column<string>(type: "TEXT", nullable: false),
                    written = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source_table = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    pack_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    stored_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    stored_by = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    batch_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    file_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ended_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_value", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_indicator_value_batch_id",
                table: "indicator_value",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_value_indicator_period_place_basis_station_scope_sand_basis_period_basis_revision",
                table: "indicator_value",
                columns: new[] { "indicator", "period", "place", "basis", "station_scope", "sand_basis", "period_basis", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_indicator_value_indicator_place_from_on",
                table: "indicator_value",
                columns: new[] { "indicator", "place", "from_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "indicator_value");
        }
    }
}
