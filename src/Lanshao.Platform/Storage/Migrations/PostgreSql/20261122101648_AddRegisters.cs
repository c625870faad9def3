using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddRegisters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_back_fill",
                table: "journal_frame",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "data_correction",
                columns: table => new
                {
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    to_on = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    issued_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lines = table.Column<string>(type: "text", nullable: false),
                    ended = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_correction", x => x.review_id);
                });

            migrationBuilder.CreateTable(
                name: "dispute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    indicator = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    figure = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    filed_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    filed_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_post = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispute", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hour_review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    device_number = table.Column<int>(type: "integer", nullable: false),
                    device_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    tier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    factor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    values = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    marks = table.Column<string>(type: "text", nullable: false),
                    conclusion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    evidence_sha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    evidence_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    channel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    first_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    first_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    second_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    second_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    second_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    second_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hour_review", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invalid_hour",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "integer", nullable: false),
                    factor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    start_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invalid_hour", x => new { x.device_number, x.factor, x.start_utc });
                });

            migrationBuilder.CreateTable(
                name: "latest_reading",
                columns: table => new
                {
                    factor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    device_number = table.Column<int>(type: "integer", nullable: false),
                    start_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: true),
                    flag = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_valid = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_latest_reading", x => new { x.factor, x.device_number });
                });

            migrationBuilder.CreateTable(
                name: "remote_command",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    to_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    asked_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    qn = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    request = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    execution = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    resends = table.Column<int>(type: "integer", nullable: false),
                    frames = table.Column<int>(type: "integer", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remote_command", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "review_period",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    indicator = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    to_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    stored_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    stored_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ended_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_period", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sand_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    hours = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    list_version = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    is_lifted = table.Column<bool>(type: "boolean", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    voided_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sand_day", x => new { x.day, x.place });
                });

            migrationBuilder.CreateTable(
                name: "submission",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recipients = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    document_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    facts_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    registered_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    registered_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    voided_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    voided_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    void_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submission", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submission_correction",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    content_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    made_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submission_correction", x => new { x.submission_id, x.seq });
                    table.ForeignKey(
                        name: "FK_submission_correction_submission_submission_id",
                        column: x => x.submission_id,
                        principalTable: "submission",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_data_correction_issued_utc",
                table: "data_correction",
                column: "issued_utc");

            migrationBuilder.CreateIndex(
                name: "IX_dispute_indicator_period",
                table: "dispute",
                columns: new[] { "indicator", "period" });

            migrationBuilder.CreateIndex(
                name: "IX_dispute_received_on",
                table: "dispute",
                column: "received_on");

            migrationBuilder.CreateIndex(
                name: "IX_hour_review_from_utc",
                table: "hour_review",
                column: "from_utc");

            migrationBuilder.CreateIndex(
                name: "IX_hour_review_mn_from_utc",
                table: "hour_review",
                columns: new[] { "mn", "from_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_hour_review_state",
                table: "hour_review",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_remote_command_mn_asked_utc",
                table: "remote_command",
                columns: new[] { "mn", "asked_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_review_period_year_number_indicator_revision",
                table: "review_period",
                columns: new[] { "year", "number", "indicator", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_submission_number",
                table: "submission",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_submission_report_id",
                table: "submission",
                column: "report_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "data_correction");

            migrationBuilder.DropTable(
                name: "dispute");

            migrationBuilder.DropTable(
                name: "hour_review");

            migrationBuilder.DropTable(
                name: "invalid_hour");

            migrationBuilder.DropTable(
                name: "latest_reading");

            migrationBuilder.DropTable(
                name: "remote_command");

            migrationBuilder.DropTable(
                name: "review_period");

            migrationBuilder.DropTable(
                name: "sand_day");

            migrationBuilder.DropTable(
                name: "submission_correction");

            migrationBuilder.DropTable(
                name: "submission");

            migrationBuilder.DropColumn(
                name: "is_back_fill",
                table: "journal_frame");
        }
    }
}
