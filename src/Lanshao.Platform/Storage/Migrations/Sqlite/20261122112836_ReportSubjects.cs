using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReportSubjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_report_kind_period_number",
                table: "report");

            migrationBuilder.AddColumn<string>(
                name: "subject",
                table: "report",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_report_kind_period_subject_number",
                table: "report",
                columns: new[] { "kind", "period", "subject", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_report_kind_period_subject_number",
                table: "report");

            migrationBuilder.DropColumn(
                name: "subject",
                table: "report");

            migrationBuilder.CreateIndex(
                name: "IX_report_kind_period_number",
                table: "report",
                columns: new[] { "kind", "period", "number" },
                unique: true);
        }
    }
}
