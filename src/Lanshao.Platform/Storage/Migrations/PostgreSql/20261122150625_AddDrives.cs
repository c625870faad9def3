using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    route = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    minute_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    points = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    voided_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drive_minute", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "road_segment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    road = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    stretch = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    subdistrict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    line = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false, collation: "C"),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    voided_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true)
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
