using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sent_utc",
                table: "remote_command",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "settled_by",
                table: "held_frame",
                type: "TEXT",
                maxLength: 36,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "undoes",
                table: "frame_verdict",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notice_check",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    since_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    checked_by = table.Column<string>(type: "TEXT", nullable: false),
                    checked_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_check", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "peak_photo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    route = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    peak_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    added_by = table.Column<string>(type: "TEXT", nullable: false),
                    added_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_peak_photo", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "peak_referral",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    route = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    peak_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    longitude_deg = table.Column<long>(type: "INTEGER", nullable: false),
                    latitude_deg = table.Column<long>(type: "INTEGER", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: false),
                    subdistrict = table.Column<string>(type: "TEXT", nullable: true),
                    peak_ug_per_m3 = table.Column<long>(type: "INTEGER", nullable: false),
                    mean_ug_per_m3 = table.Column<long>(type: "INTEGER", nullable: false),
                    seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    wanted = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    referred_by = table.Column<string>(type: "TEXT", nullable: false),
                    referred_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    result_post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    result_by = table.Column<string>(type: "TEXT", nullable: true),
                    result_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
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
