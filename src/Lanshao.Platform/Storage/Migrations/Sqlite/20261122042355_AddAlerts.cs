using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    rule_code = table.Column<string>(type: "TEXT", nullable: false),
                    rule_name = table.Column<string>(type: "TEXT", nullable: false),
                    pack_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    night = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    grade = table.Column<string>(type: "TEXT", nullable: false),
                    grade_reason = table.Column<string>(type: "TEXT", nullable: false),
                    group_key = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    subdistrict = table.Column<string>(type: "TEXT", nullable: true),
                    raised_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    is_held_back = table.Column<bool>(type: "INTEGER", nullable: false),
                    told_post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    taken_post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    taken_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    arrived_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    scene = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    concluded_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_condition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    alert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule_code = table.Column<string>(type: "TEXT", nullable: false),
                    device_number = table.Column<int>(type: "INTEGER", nullable: false),
                    mn = table.Column<string>(type: "TEXT", nullable: false),
                    device_name = table.Column<string>(type: "TEXT", nullable: false),
                    start_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    raised_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    last_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    end_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    peak_number = table.Column<long>(type: "INTEGER", nullable: true),
                    peak_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    limit_number = table.Column<long>(type: "INTEGER", nullable: true),
                    agreed_by = table.Column<string>(type: "TEXT", nullable: false),
                    evidence_text = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn_utc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_condition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_mark",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_mark", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "device_leave",
                columns: table => new
                {
                    mn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    to_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    reported_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_leave", x => new { x.mn, x.from_utc });
                });

            migrationBuilder.CreateTable(
                name: "duty_shift",
                columns: table => new
                {
                    from_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    to_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    person = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_shift", x => new { x.from_utc, x.post });
                });

            migrationBuilder.CreateTable(
                name: "alert_step",
                columns: table => new
                {
                    alert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    move = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    at_utc = table.Column<long>(type: "INTEGER", nullable: false)
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
