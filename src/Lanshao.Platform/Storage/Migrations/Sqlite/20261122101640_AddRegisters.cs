using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "data_correction",
                columns: table => new
                {
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    issued_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    ended = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_correction", x => x.review_id);
                });

            migrationBuilder.CreateTable(
                name: "dispute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    figure = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    filed_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    filed_by = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_post = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispute", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hour_review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    device_number = table.Column<int>(type: "INTEGER", nullable: false),
                    device_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    tier = table.Column<string>(type: "TEXT", nullable: false),
                    factor = table.Column<string>(type: "TEXT", nullable: false),
                    from_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    hours = table.Column<int>(type: "INTEGER", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    marks = table.Column<string>(type: "TEXT", nullable: false),
                    conclusion = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason_code = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    evidence_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    evidence_name = table.Column<string>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    first_post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    first_by = table.Column<string>(type: "TEXT", nullable: false),
                    first_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    second_post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    second_by = table.Column<string>(type: "TEXT", nullable: true),
                    second_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    second_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hour_review", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invalid_hour",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "INTEGER", nullable: false),
                    factor = table.Column<string>(type: "TEXT", nullable: false),
                    start_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invalid_hour", x => new { x.device_number, x.factor, x.start_utc });
                });

            migrationBuilder.CreateTable(
                name: "latest_reading",
                columns: table => new
                {
                    factor = table.Column<string>(type: "TEXT", nullable: false),
                    device_number = table.Column<int>(type: "INTEGER", nullable: false),
                    start_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    flag = table.Column<string>(type: "TEXT", nullable: false),
                    is_valid = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_latest_reading", x => new { x.factor, x.device_number });
                });

            migrationBuilder.CreateTable(
                name: "remote_command",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    from_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    to_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    asked_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    qn = table.Column<string>(type: "TEXT", maxLength: 17, nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    request = table.Column<string>(type: "TEXT", nullable: false),
                    execution = table.Column<string>(type: "TEXT", nullable: false),
                    resends = table.Column<int>(type: "INTEGER", nullable: false),
                    frames = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remote_command", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "review_period",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    stored_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    stored_by = table.Column<string>(type: "TEXT", nullable: false),
                    ended_utc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_period", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sand_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    hours = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    list_version = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_lifted = table.Column<bool>(type: "INTEGER", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sand_day", x => new { x.day, x.place });
                });

            migrationBuilder.CreateTable(
                name: "submission",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recipients = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    file_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    facts_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    registered_by = table.Column<string>(type: "TEXT", nullable: false),
                    registered_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    voided_by = table.Column<string>(type: "TEXT", nullable: true),
                    void_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submission", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submission_correction",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    file_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    content_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    made_at_utc = table.Column<long>(type: "INTEGER", nullable: false)
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
