using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddBreadth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_report_kind_period_number",
                table: "report");

            migrationBuilder.AddColumn<string>(
                name: "subject",
                table: "report",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "device_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "TEXT", nullable: false),
                    set_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    set_by = table.Column<string>(type: "TEXT", nullable: false),
                    ends_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "forecast",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    issued_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    low = table.Column<long>(type: "INTEGER", nullable: false),
                    high = table.Column<long>(type: "INTEGER", nullable: false),
                    primary = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    stored_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forecast", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "night_sheet",
                columns: table => new
                {
                    night = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    as_of_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    pack_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    lines_text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_night_sheet", x => x.night);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    is_urgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    sent_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    read_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    read_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    taken_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    taken_post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "road_dust_load",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    road = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    stretch = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    subdistrict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    load_g_per_m2 = table.Column<long>(type: "INTEGER", nullable: false),
                    city_rank = table.Column<int>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_road_dust_load", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_report_kind_period_subject_number",
                table: "report",
                columns: new[] { "kind", "period", "subject", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_device_key_mn",
                table: "device_key",
                column: "mn");

            migrationBuilder.CreateIndex(
                name: "IX_forecast_due_on_source_issued_utc_place_item",
                table: "forecast",
                columns: new[] { "due_on", "source", "issued_utc", "place", "item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_read_utc_sent_utc",
                table: "notice",
                columns: new[] { "read_utc", "sent_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_sent_utc",
                table: "notice",
                column: "sent_utc");

            migrationBuilder.CreateIndex(
                name: "IX_notice_subject_sent_utc",
                table: "notice",
                columns: new[] { "subject", "sent_utc" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_road_dust_load_period_road_stretch",
                table: "road_dust_load",
                columns: new[] { "period", "road", "stretch" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_road_dust_load_to_on",
                table: "road_dust_load",
                column: "to_on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "device_key");

            migrationBuilder.DropTable(
                name: "forecast");

            migrationBuilder.DropTable(
                name: "night_sheet");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "road_dust_load");

            migrationBuilder.DropIndex(
                name: "IX_report_kind_period_subject_number",
                table: "report");

            migrationBuilder.DropColumn(
                name: "subject",
                table: "report");

            migrationBuilder.CreateIndex(
                name: "IX_report_kind_period_number",
                table: "report",
                columns: new[] { "kind", "period", "number" },
                unique: true);
        }
    }
}
