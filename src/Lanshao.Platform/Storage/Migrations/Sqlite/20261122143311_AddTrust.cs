using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ended_by",
                table: "device_key",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "networks",
                table: "device",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "device_network",
                columns: table => new
                {
                    mn = table.Column<string>(type: "TEXT", nullable: false),
                    network = table.Column<string>(type: "TEXT", nullable: false),
                    first_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    last_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_network", x => new { x.mn, x.network });
                });

            migrationBuilder.CreateTable(
                name: "device_notice",
                columns: table => new
                {
                    mn = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    day_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    first_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    last_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_notice", x => new { x.mn, x.kind, x.detail, x.day_utc });
                });

            migrationBuilder.CreateTable(
                name: "waiting_parts",
                columns: table => new
                {
                    mn = table.Column<string>(type: "TEXT", nullable: false),
                    cn = table.Column<string>(type: "TEXT", nullable: false),
                    data_time = table.Column<string>(type: "TEXT", nullable: false),
                    parts = table.Column<int>(type: "INTEGER", nullable: false),
                    come = table.Column<string>(type: "TEXT", nullable: false),
                    first_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    last_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    is_whole = table.Column<bool>(type: "INTEGER", nullable: false)
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
