using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_review_period_year_number_indicator_revision",
                table: "review_period",
                columns: new[] { "year", "number", "indicator", "revision" },
                unique: true);
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
                name: "review_period");
        }
    }
}
