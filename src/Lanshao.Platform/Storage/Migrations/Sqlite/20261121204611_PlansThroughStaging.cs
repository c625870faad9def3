using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlansThroughStaging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plan_finding");

            migrationBuilder.DropTable(
                name: "plan_revision");

            migrationBuilder.DropColumn(
                name: "voided_in_revision",
                table: "plan_task");

            migrationBuilder.DropColumn(
                name: "origin",
                table: "plan_target");

            migrationBuilder.DropColumn(
                name: "origin",
                table: "milestone");

            migrationBuilder.DropColumn(
                name: "origin",
                table: "measure_unit");

            migrationBuilder.DropColumn(
                name: "deadline_origin",
                table: "measure");

            migrationBuilder.DropColumn(
                name: "origin",
                table: "measure");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "action_plan");

            migrationBuilder.DropColumn(
                name: "source_name",
                table: "action_plan");

            migrationBuilder.DropColumn(
                name: "source_sha256",
                table: "action_plan");

            migrationBuilder.RenameColumn(
                name: "baseline",
                table: "plan_target",
                newName: "condition");

            migrationBuilder.RenameColumn(
                name: "voided_in_revision",
                table: "measure",
                newName: "voided_at_utc");

            migrationBuilder.RenameColumn(
                name: "footnotes",
                table: "measure",
                newName: "voided_by_batch_id");

            migrationBuilder.AddColumn<int>(
                name: "writings",
                table: "unit_report",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_void",
                table: "plan_task",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "baseline_year",
                table: "plan_target",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_strict",
                table: "plan_target",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "origin_batch_id",
                table: "measure",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin_sha256",
                table: "measure",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin_where",
                table: "measure",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "others_json",
                table: "measure",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "finding_mark",
                columns: table => new
                {
                    plan_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    question_key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    how = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    marked_by = table.Column<string>(type: "TEXT", nullable: false),
                    marked_at_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_finding_mark", x => new { x.plan_code, x.question_key });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "finding_mark");

            migrationBuilder.DropColumn(
                name: "writings",
                table: "unit_report");

            migrationBuilder.DropColumn(
                name: "is_void",
                table: "plan_task");

            migrationBuilder.DropColumn(
                name: "baseline_year",
                table: "plan_target");

            migrationBuilder.DropColumn(
                name: "is_strict",
                table: "plan_target");

            migrationBuilder.DropColumn(
                name: "origin_batch_id",
                table: "measure");

            migrationBuilder.DropColumn(
                name: "origin_sha256",
                table: "measure");

            migrationBuilder.DropColumn(
                name: "origin_where",
                table: "measure");

            migrationBuilder.DropColumn(
                name: "others_json",
                table: "measure");

            migrationBuilder.RenameColumn(
                name: "condition",
                table: "plan_target",
                newName: "baseline");

            migrationBuilder.RenameColumn(
                name: "voided_by_batch_id",
                table: "measure",
                newName: "footnotes");

            migrationBuilder.RenameColumn(
                name: "voided_at_utc",
                table: "measure",
                newName: "voided_in_revision");

            migrationBuilder.AddColumn<int>(
                name: "voided_in_revision",
                table: "plan_task",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "plan_target",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "milestone",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "measure_unit",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "deadline_origin",
                table: "measure",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "measure",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "action_plan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "source_name",
                table: "action_plan",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "source_sha256",
                table: "action_plan",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "plan_finding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    annex = table.Column<int>(type: "INTEGER", nullable: true),
                    arguments_json = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    handled_at_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    handled_by = table.Column<string>(type: "TEXT", nullable: true),
                    handling = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    quote = table.Column<string>(type: "TEXT", nullable: true),
                    row = table.Column<int>(type: "INTEGER", nullable: true),
                    severity = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_finding", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_finding_action_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "action_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_revision",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    content_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    imported_at_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    imported_by = table.Column<string>(type: "TEXT", nullable: false),
                    source_name = table.Column<string>(type: "TEXT", nullable: false),
                    source_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    undone_at_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    undone_by = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_revision", x => new { x.plan_id, x.number });
                    table.ForeignKey(
                        name: "FK_plan_revision_action_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "action_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_plan_finding_plan_id_ordinal",
                table: "plan_finding",
                columns: new[] { "plan_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_revision_source_sha256",
                table: "plan_revision",
                column: "source_sha256");
        }
    }
}
