using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReportFactsAndSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "content_sha256",
                table: "report",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "seal_sha256",
                table: "report",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "step",
                table: "report",
                type: "TEXT",
                nullable: false,
                defaultValue: "Drafting");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "report",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "version_name",
                table: "report",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "value_id",
                table: "fact",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<string>(
                name: "status",
                table: "fact",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            // Millionths become plain decimals before the column turns into text.
            migrationBuilder.Sql("UPDATE fact SET exact = exact / 1000000.0 WHERE exact IS NOT NULL");

            migrationBuilder.AlterColumn<string>(
                name: "exact",
                table: "fact",
                type: "TEXT",
                maxLength: 60,
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "basis",
                table: "fact",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AddColumn<long>(
                name: "computed_utc",
                table: "fact",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "edition",
                table: "fact",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "label",
                table: "fact",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "fact",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "query",
                table: "fact",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "records",
                table: "fact",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "report_move",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    from_step = table.Column<string>(type: "TEXT", nullable: false),
                    to_step = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_move", x => new { x.report_id, x.seq });
                    table.ForeignKey(
                        name: "FK_report_move_report_report_id",
                        column: x => x.report_id,
                        principalTable: "report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "report_move");

            migrationBuilder.DropColumn(
                name: "content_sha256",
                table: "report");

            migrationBuilder.DropColumn(
                name: "seal_sha256",
                table: "report");

            migrationBuilder.DropColumn(
                name: "step",
                table: "report");

            migrationBuilder.DropColumn(
                name: "version",
                table: "report");

            migrationBuilder.DropColumn(
                name: "version_name",
                table: "report");

            migrationBuilder.DropColumn(
                name: "computed_utc",
                table: "fact");

            migrationBuilder.DropColumn(
                name: "edition",
                table: "fact");

            migrationBuilder.DropColumn(
                name: "label",
                table: "fact");

            migrationBuilder.DropColumn(
                name: "name",
                table: "fact");

            migrationBuilder.DropColumn(
                name: "query",
                table: "fact");

            migrationBuilder.DropColumn(
                name: "records",
                table: "fact");

            migrationBuilder.AlterColumn<Guid>(
                name: "value_id",
                table: "fact",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "status",
                table: "fact",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "exact",
                table: "fact",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 60,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "basis",
                table: "fact",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
