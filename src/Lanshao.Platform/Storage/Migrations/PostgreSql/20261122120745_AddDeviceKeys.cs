using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddDeviceKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "device_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false, collation: "C"),
                    set_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    set_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ends_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_key", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_device_key_mn",
                table: "device_key",
                column: "mn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "device_key");
        }
    }
}
