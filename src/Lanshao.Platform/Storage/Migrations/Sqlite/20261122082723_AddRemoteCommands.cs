using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddRemoteCommands : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_back_fill",
                table: "journal_frame",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "latest_reading",
                columns: table => new
                {
                    factor = table.Column<string>(type: "TEXT", nullable: false),
                    device_number = table.Column<int>(type: "INTEGER", nullable: false),
                    start_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    flag = table.Column<string>(type: "TEXT", nullable: false),
                    is_valid = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_latest_reading", x => new { x.factor, x.device_number });
                });

            migrationBuilder.CreateTable(
                name: "remote_command",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    from_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    to_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    asked_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    qn = table.Column<string>(type: "TEXT", maxLength: 17, nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    request = table.Column<string>(type: "TEXT", nullable: false),
                    execution = table.Column<string>(type: "TEXT", nullable: false),
                    resends = table.Column<int>(type: "INTEGER", nullable: false),
                    frames = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remote_command", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_remote_command_mn_asked_utc",
                table: "remote_command",
                columns: new[] { "mn", "asked_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "latest_reading");

            migrationBuilder.DropTable(
                name: "remote_command");

            migrationBuilder.DropColumn(
                name: "is_back_fill",
                table: "journal_frame");
        }
    }
}
