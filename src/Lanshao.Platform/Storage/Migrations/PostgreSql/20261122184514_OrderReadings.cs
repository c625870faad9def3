using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OrderReadings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_reading",
                table: "reading");

            migrationBuilder.DropIndex(
                name: "IX_journal_frame_mn_qn_cn_pno_digest",
                table: "journal_frame");

            migrationBuilder.AddPrimaryKey(
                name: "PK_reading",
                table: "reading",
                columns: new[] { "device_number", "span", "start_utc", "factor" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_frame_qn_mn_cn_pno_digest",
                table: "journal_frame",
                columns: new[] { "qn", "mn", "cn", "pno", "digest" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_reading",
                table: "reading");

            migrationBuilder.DropIndex(
                name: "IX_journal_frame_qn_mn_cn_pno_digest",
                table: "journal_frame");

            migrationBuilder.AddPrimaryKey(
                name: "PK_reading",
                table: "reading",
                columns: new[] { "device_number", "factor", "span", "start_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_frame_mn_qn_cn_pno_digest",
                table: "journal_frame",
                columns: new[] { "mn", "qn", "cn", "pno", "digest" },
                unique: true);
        }
    }
}
