using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddJobLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "log_lines",
                table: "job",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "job_log_line",
                columns: table => new
                {
                    job_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    at_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    steps_done = table.Column<long>(type: "INTEGER", nullable: false),
                    steps_total = table.Column<long>(type: "INTEGER", nullable: false),
                    failure_arguments = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_log_line", x => new { x.job_id, x.seq });
                    table.ForeignKey(
                        name: "FK_job_log_line_job_job_id",
                        column: x => x.job_id,
                        principalTable: "job",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pack_taken_in",
                columns: table => new
                {
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    at_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_taken_in", x => x.revision);
                    table.ForeignKey(
                        name: "FK_pack_taken_in_pack_revision_revision",
                        column: x => x.revision,
                        principalTable: "pack_revision",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            // What stands in a folder of before came in whole, as far as anybody can tell.
            migrationBuilder.Sql("INSERT INTO pack_taken_in (revision, at_utc) SELECT number, applied_at_utc FROM pack_revision");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "job_log_line");

            migrationBuilder.DropTable(
                name: "pack_taken_in");

            migrationBuilder.DropColumn(
                name: "log_lines",
                table: "job");
        }
    }
}
