using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "latest_reading",
                columns: table => new
                {
                    factor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    device_number = table.Column<int>(type: "integer", nullable: false),
                    start_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: true),
                    flag = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_valid = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_latest_reading", x => new { x.factor, x.device_number });
                });

            migrationBuilder.CreateTable(
                name: "remote_command",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    to_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    asked_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    qn = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    request = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    execution = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    resends = table.Column<int>(type: "integer", nullable: false),
                    frames = table.Column<int>(type: "integer", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
