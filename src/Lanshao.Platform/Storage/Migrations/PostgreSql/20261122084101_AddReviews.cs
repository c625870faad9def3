using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
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
