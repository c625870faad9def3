using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Devices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "derivation_mark",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    seq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_derivation_mark", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "device",
                columns: table => new
                {
                    mn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subdistrict = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    owner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    password_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    factors = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    realtime_seconds = table.Column<int>(type: "integer", nullable: false),
                    minute_minutes = table.Column<int>(type: "integer", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    voided_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device", x => x.mn);
                });

            migrationBuilder.CreateTable(
                name: "earlier_reading",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "integer", nullable: false),
                    factor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    span = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    start_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: true),
                    least = table.Column<long>(type: "bigint", nullable: true),
                    most = table.Column<long>(type: "bigint", nullable: true),
                    total = table.Column<long>(type: "bigint", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    flag = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_valid = table.Column<bool>(type: "boolean", nullable: false),
                    doubt_bits = table.Column<int>(type: "integer", nullable: false),
                    frame_seq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_earlier_reading", x => new { x.device_number, x.factor, x.span, x.start_utc, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "journal_frame",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    mn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    qn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    pno = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    received_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    remote = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    is_conflict = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_frame", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "quarantined_frame",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    mn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    received_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    remote = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quarantined_frame", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reading",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "integer", nullable: false),
                    factor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    span = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    start_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: true),
                    least = table.Column<long>(type: "bigint", nullable: true),
                    most = table.Column<long>(type: "bigint", nullable: true),
                    total = table.Column<long>(type: "bigint", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    flag = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_valid = table.Column<bool>(type: "boolean", nullable: false),
                    doubt_bits = table.Column<int>(type: "integer", nullable: false),
                    frame_seq = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reading", x => new { x.device_number, x.factor, x.span, x.start_utc });
                });

            migrationBuilder.CreateTable(
                name: "rejected_device",
                columns: table => new
                {
                    mn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rejected_device", x => x.mn);
                });

            migrationBuilder.CreateTable(
                name: "rollup",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "integer", nullable: false),
                    factor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    span = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    start_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sum = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    least = table.Column<long>(type: "bigint", nullable: true),
                    most = table.Column<long>(type: "bigint", nullable: true),
                    present = table.Column<int>(type: "integer", nullable: false),
                    expected = table.Column<int>(type: "integer", nullable: false),
                    is_valid = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rollup", x => new { x.device_number, x.factor, x.span, x.start_utc });
                });

            migrationBuilder.CreateTable(
                name: "rollup_due",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "integer", nullable: false),
                    factor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hour_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    since_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    changes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rollup_due", x => new { x.device_number, x.factor, x.hour_utc });
                });

            migrationBuilder.CreateIndex(
                name: "IX_device_number",
                table: "device",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journal_frame_mn_qn_cn_pno_digest",
                table: "journal_frame",
                columns: new[] { "mn", "qn", "cn", "pno", "digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journal_frame_mn_seq",
                table: "journal_frame",
                columns: new[] { "mn", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_quarantined_frame_mn_digest",
                table: "quarantined_frame",
                columns: new[] { "mn", "digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quarantined_frame_received_utc",
                table: "quarantined_frame",
                column: "received_utc");

            migrationBuilder.CreateIndex(
                name: "IX_rollup_due_since_utc",
                table: "rollup_due",
                column: "since_utc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "derivation_mark");

            migrationBuilder.DropTable(
                name: "device");

            migrationBuilder.DropTable(
                name: "earlier_reading");

            migrationBuilder.DropTable(
                name: "journal_frame");

            migrationBuilder.DropTable(
                name: "quarantined_frame");

            migrationBuilder.DropTable(
                name: "reading");

            migrationBuilder.DropTable(
                name: "rejected_device");

            migrationBuilder.DropTable(
                name: "rollup");

            migrationBuilder.DropTable(
                name: "rollup_due");
        }
    }
}
