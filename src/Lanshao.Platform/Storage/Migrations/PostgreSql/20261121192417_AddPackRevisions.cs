using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddPackRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pack_revision",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    file_count = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    applied_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    applied_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_revision", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "pack_revision_file",
                columns: table => new
                {
                    revision = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_revision_file", x => new { x.revision, x.path });
                    table.ForeignKey(
                        name: "FK_pack_revision_file_pack_revision_revision",
                        column: x => x.revision,
                        principalTable: "pack_revision",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pack_revision_file");

            migrationBuilder.DropTable(
                name: "pack_revision");
        }
    }
}
