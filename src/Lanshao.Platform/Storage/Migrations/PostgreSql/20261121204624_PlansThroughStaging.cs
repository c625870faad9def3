using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
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
                name: "voided_in_revision",
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
                name: "footnotes",
                table: "measure",
                newName: "origin_where");

            migrationBuilder.AddColumn<int>(
                name: "writings",
                table: "unit_report",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_void",
                table: "plan_task",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "baseline_year",
                table: "plan_target",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_strict",
                table: "plan_target",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "origin_batch_id",
                table: "measure",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin_sha256",
                table: "measure",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "others_json",
                table: "measure",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "voided_at_utc",
                table: "measure",
                type: "timestamp(3) with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "voided_by_batch_id",
                table: "measure",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "finding_mark",
                columns: table => new
                {
                    plan_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    question_key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    how = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    marked_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    marked_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
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
                name: "others_json",
                table: "measure");

            migrationBuilder.DropColumn(
                name: "voided_at_utc",
                table: "measure");

            migrationBuilder.DropColumn(
                name: "voided_by_batch_id",
                table: "measure");

            migrationBuilder.RenameColumn(
                name: "condition",
                table: "plan_target",
                newName: "baseline");

            migrationBuilder.RenameColumn(
                name: "origin_where",
                table: "measure",
                newName: "footnotes");

            migrationBuilder.AddColumn<int>(
                name: "voided_in_revision",
                table: "plan_task",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "plan_target",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "milestone",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "measure_unit",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "deadline_origin",
                table: "measure",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "measure",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "voided_in_revision",
                table: "measure",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "action_plan",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "source_name",
                table: "action_plan",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "source_sha256",
                table: "action_plan",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "plan_finding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    annex = table.Column<int>(type: "integer", nullable: true),
                    arguments_json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    handled_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    handled_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    handling = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C"),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    row = table.Column<int>(type: "integer", nullable: true),
                    severity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    content_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    imported_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    imported_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    undone_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    undone_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    withdrawn = table.Column<int>(type: "integer", nullable: false)
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
