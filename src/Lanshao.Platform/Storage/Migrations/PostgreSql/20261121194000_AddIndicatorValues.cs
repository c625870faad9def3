using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    to_on = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    station_scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    sand_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    period_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    number = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    missing = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    written = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    source_table = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    source_row = table.Column<int>(type: "integer", nullable: true),
                    remark = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    pack_revision = table.Column<int>(type: "integer", nullable: false),
                    stored_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    stored_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    batch_seq = table.Column<int>(type: "integer", nullable: true),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    ended_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    end_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C")
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
                name: "IX_indicator_value_indicator_period_place_basis_station_scope_~",
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
