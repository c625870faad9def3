using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    arguments = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_heavy = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    requested_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    requested_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    started_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    ended_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    lease_holder = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lease_until_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    cancel_requested = table.Column<bool>(type: "boolean", nullable: false),
                    steps_done = table.Column<long>(type: "bigint", nullable: false),
                    steps_total = table.Column<long>(type: "bigint", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    result = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    failure_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    failure_arguments = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "schedule_mark",
                columns: table => new
                {
                    schedule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    planned_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
