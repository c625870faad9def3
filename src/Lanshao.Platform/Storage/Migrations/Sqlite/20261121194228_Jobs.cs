using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Jobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "job",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    arguments = table.Column<string>(type: "TEXT", nullable: false),
                    is_heavy = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    due_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    requested_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", nullable: false),
                    started_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    lease_holder = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    cancel_requested = table.Column<bool>(type: "INTEGER", nullable: false),
                    steps_done = table.Column<long>(type: "INTEGER", nullable: false),
                    steps_total = table.Column<long>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    failure_code = table.Column<string>(type: "TEXT", nullable: true),
                    failure_arguments = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "schedule_mark",
                columns: table => new
                {
                    schedule = table.Column<string>(type: "TEXT", nullable: false),
                    planned_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedule_mark", x => x.schedule);
                });

            migrationBuilder.CreateIndex(
                name: "IX_job_kind_key",
                table: "job",
                columns: new[] { "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_job_state_due_utc",
                table: "job",
                columns: new[] { "state", "due_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "job");

            migrationBuilder.DropTable(
                name: "schedule_mark");
        }
    }
}
