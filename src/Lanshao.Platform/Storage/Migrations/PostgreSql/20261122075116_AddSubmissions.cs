using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddSubmissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "submission",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recipients = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    document_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    facts_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    registered_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    registered_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    voided_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    voided_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    void_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submission", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submission_correction",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    content_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    made_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submission_correction", x => new { x.submission_id, x.seq });
                    table.ForeignKey(
                        name: "FK_submission_correction_submission_submission_id",
                        column: x => x.submission_id,
                        principalTable: "submission",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_submission_number",
                table: "submission",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_submission_report_id",
                table: "submission",
                column: "report_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "submission_correction");

            migrationBuilder.DropTable(
                name: "submission");
        }
    }
}
