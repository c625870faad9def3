using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddTrust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "end_reason",
                table: "device_key",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ended_by",
                table: "device_key",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "networks",
                table: "device",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "device_network",
                columns: table => new
                {
                    mn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    network = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    last_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_network", x => new { x.mn, x.network });
                });

            migrationBuilder.CreateTable(
                name: "device_notice",
                columns: table => new
                {
                    mn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    detail = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    first_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    last_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_notice", x => new { x.mn, x.kind, x.detail, x.day_utc });
                });

            migrationBuilder.CreateTable(
                name: "waiting_parts",
                columns: table => new
                {
                    mn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    data_time = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parts = table.Column<int>(type: "integer", nullable: false),
                    come = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    last_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    is_whole = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_parts", x => new { x.mn, x.cn, x.data_time, x.parts });
                });

            migrationBuilder.CreateIndex(
                name: "IX_device_notice_last_utc",
                table: "device_notice",
                column: "last_utc");

            migrationBuilder.CreateIndex(
                name: "IX_waiting_parts_is_whole_last_utc",
                table: "waiting_parts",
                columns: new[] { "is_whole", "last_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "device_network");

            migrationBuilder.DropTable(
                name: "device_notice");

            migrationBuilder.DropTable(
                name: "waiting_parts");

            migrationBuilder.DropColumn(
                name: "end_reason",
                table: "device_key");

            migrationBuilder.DropColumn(
                name: "ended_by",
                table: "device_key");

            migrationBuilder.DropColumn(
                name: "networks",
                table: "device");
        }
    }
}
