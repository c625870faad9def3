using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "asked_post",
                table: "remote_command",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "new_digest",
                table: "remote_command",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "release",
                table: "remote_command",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "release_note",
                table: "remote_command",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "released_by",
                table: "remote_command",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "released_post",
                table: "remote_command",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "released_utc",
                table: "remote_command",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "secret",
                table: "remote_command",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "frame_verdict",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    device_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    first_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    frames = table.Column<int>(type: "INTEGER", nullable: false),
                    data_from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    data_to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    first_post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    first_by = table.Column<string>(type: "TEXT", nullable: false),
                    first_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    second_post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    second_by = table.Column<string>(type: "TEXT", nullable: true),
                    second_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    second_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frame_verdict", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "held_frame",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    mn = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    received_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    data_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    is_settled = table.Column<bool>(type: "INTEGER", nullable: false)
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
