using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddDrives : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "drive_minute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    route = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    minute_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    points = table.Column<string>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drive_minute", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "road_segment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    road = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    stretch = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    subdistrict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    line = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_road_segment", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_drive_minute_minute_utc_route",
                table: "drive_minute",
                columns: new[] { "minute_utc", "route" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_road_segment_code",
                table: "road_segment",
                column: "code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "drive_minute");

            migrationBuilder.DropTable(
                name: "road_segment");
        }
    }
}
