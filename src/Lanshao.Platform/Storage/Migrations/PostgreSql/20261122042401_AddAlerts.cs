using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alert",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    rule_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rule_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    pack_revision = table.Column<int>(type: "integer", nullable: false),
                    night = table.Column<DateOnly>(type: "date", nullable: false),
                    grade = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    grade_reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    group_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subdistrict = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    raised_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    is_held_back = table.Column<bool>(type: "boolean", nullable: false),
                    told_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    taken_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    taken_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    arrived_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    scene = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    concluded_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_condition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    alert_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    device_number = table.Column<int>(type: "integer", nullable: false),
                    mn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    device_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    start_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    raised_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    last_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    end_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    peak_number = table.Column<long>(type: "bigint", nullable: true),
                    peak_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    limit_number = table.Column<long>(type: "bigint", nullable: true),
                    agreed_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    evidence_text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    withdrawn_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_condition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_mark",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    seq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_mark", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "device_leave",
                columns: table => new
                {
                    mn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    from_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    to_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reported_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    voided_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_leave", x => new { x.mn, x.from_utc });
                });

            migrationBuilder.CreateTable(
                name: "duty_shift",
                columns: table => new
                {
                    from_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    to_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    person = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    voided_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_shift", x => new { x.from_utc, x.post });
                });

            migrationBuilder.CreateTable(
                name: "alert_step",
                columns: table => new
                {
                    alert_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    move = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_step", x => new { x.alert_id, x.seq });
                    table.ForeignKey(
                        name: "FK_alert_step_alert_alert_id",
                        column: x => x.alert_id,
                        principalTable: "alert",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_alert_night_rule_code_group_key",
                table: "alert",
                columns: new[] { "night", "rule_code", "group_key" });

            migrationBuilder.CreateIndex(
                name: "IX_alert_number",
                table: "alert",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_alert_state",
                table: "alert",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_alert_condition_alert_id",
                table: "alert_condition",
                column: "alert_id");

            migrationBuilder.CreateIndex(
                name: "IX_alert_condition_rule_code_device_number_start_utc",
                table: "alert_condition",
                columns: new[] { "rule_code", "device_number", "start_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_alert_condition_start_utc",
                table: "alert_condition",
                column: "start_utc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alert_condition");

            migrationBuilder.DropTable(
                name: "alert_mark");

            migrationBuilder.DropTable(
                name: "alert_step");

            migrationBuilder.DropTable(
                name: "device_leave");

            migrationBuilder.DropTable(
                name: "duty_shift");

            migrationBuilder.DropTable(
                name: "alert");
        }
    }
}
