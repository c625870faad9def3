using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddTakenBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sent_by",
                table: "remote_command",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "sent_utc",
                table: "remote_command",
                type: "timestamp(3) with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "settled_by",
                table: "held_frame",
                type: "character varying(36)",
                maxLength: 36,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "undoes",
                table: "frame_verdict",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notice_check",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    since_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    checked_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    checked_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_check", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "peak_photo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    route = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    peak_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    added_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    added_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_peak_photo", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "peak_referral",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    route = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    peak_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    longitude_deg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    latitude_deg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    location = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subdistrict = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    peak_ug_per_m3 = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    mean_ug_per_m3 = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    seconds = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    wanted = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    referred_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    referred_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    result = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    result_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    result_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    result_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_peak_referral", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_held_frame_settled_by",
                table: "held_frame",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "IX_notice_check_checked_utc",
                table: "notice_check",
                column: "checked_utc");

            migrationBuilder.CreateIndex(
                name: "IX_peak_photo_peak_utc",
                table: "peak_photo",
                column: "peak_utc");

            migrationBuilder.CreateIndex(
                name: "IX_peak_referral_peak_utc",
                table: "peak_referral",
                column: "peak_utc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice_check");

            migrationBuilder.DropTable(
                name: "peak_photo");

            migrationBuilder.DropTable(
                name: "peak_referral");

            migrationBuilder.DropIndex(
                name: "IX_held_frame_settled_by",
                table: "held_frame");

            migrationBuilder.DropColumn(
                name: "sent_by",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "sent_utc",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "settled_by",
                table: "held_frame");

            migrationBuilder.DropColumn(
                name: "undoes",
                table: "frame_verdict");
        }
    }
}
