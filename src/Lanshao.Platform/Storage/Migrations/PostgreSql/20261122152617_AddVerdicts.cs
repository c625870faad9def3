using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddVerdicts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "argument",
                table: "remote_command",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "asked_post",
                table: "remote_command",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "new_digest",
                table: "remote_command",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "release",
                table: "remote_command",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "release_note",
                table: "remote_command",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "released_by",
                table: "remote_command",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "released_post",
                table: "remote_command",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "released_utc",
                table: "remote_command",
                type: "timestamp(3) with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "secret",
                table: "remote_command",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "frame_verdict",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    device_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_seq = table.Column<long>(type: "bigint", nullable: false),
                    last_seq = table.Column<long>(type: "bigint", nullable: false),
                    frames = table.Column<int>(type: "integer", nullable: false),
                    data_from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    data_to_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    first_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    first_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    second_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    second_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    second_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    second_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    before = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frame_verdict", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "held_frame",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    mn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    received_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    data_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    is_settled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_held_frame", x => x.seq);
                });

            migrationBuilder.CreateIndex(
                name: "IX_frame_verdict_mn_first_seq",
                table: "frame_verdict",
                columns: new[] { "mn", "first_seq" });

            migrationBuilder.CreateIndex(
                name: "IX_frame_verdict_state",
                table: "frame_verdict",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_held_frame_is_settled_seq",
                table: "held_frame",
                columns: new[] { "is_settled", "seq" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "frame_verdict");

            migrationBuilder.DropTable(
                name: "held_frame");

            migrationBuilder.DropColumn(
                name: "argument",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "asked_post",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "new_digest",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "release",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "release_note",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "released_by",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "released_post",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "released_utc",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "secret",
                table: "remote_command");
        }
    }
}
