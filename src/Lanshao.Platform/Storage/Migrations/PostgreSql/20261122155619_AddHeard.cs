using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddHeard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "argument",
                table: "remote_command",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "asked_post",
                table: "remote_command",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "new_digest",
                table: "remote_command",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "release",
                table: "remote_command",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "release_note",
                table: "remote_command",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "released_by",
                table: "remote_command",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "released_post",
                table: "remote_command",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "released_utc",
                table: "remote_command",
                type: "timestamp(3) with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "secret",
                table: "remote_command",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "end_reason",
                table: "device_key",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ended_by",
                table: "device_key",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "networks",
                table: "device",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "device_network",
                columns: table => new
                {
                    mn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    network = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    last_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_network", x => new { x.mn, x.network });
                });

            migrationBuilder.CreateTable(
                name: "device_notice",
                columns: table => new
                {
                    mn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    detail = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    first_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    last_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_notice", x => new { x.mn, x.kind, x.detail, x.day_utc });
                });

            migrationBuilder.CreateTable(
                name: "drive_minute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    route = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    minute_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    points = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    voided_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drive_minute", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "frame_verdict",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    device_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_seq = table.Column<long>(type: "bigint", nullable: false),
                    last_seq = table.Column<long>(type: "bigint", nullable: false),
                    frames = table.Column<int>(type: "integer", nullable: false),
                    data_from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    data_to_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    first_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    first_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    second_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    second_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    second_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    second_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    before = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frame_verdict", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "held_frame",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    mn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    received_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    data_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    is_settled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_held_frame", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "noise_point",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    station = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    zone = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    voided_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_noise_point", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "road_segment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    road = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    stretch = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    subdistrict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    line = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false, collation: "C"),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    voided_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_road_segment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "waiting_parts",
                columns: table => new
                {
                    mn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    data_time = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parts = table.Column<int>(type: "integer", nullable: false),
                    come = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    last_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    is_whole = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_parts", x => new { x.mn, x.cn, x.data_time, x.parts });
                });

            migrationBuilder.CreateIndex(
                name: "IX_device_notice_last_utc",
                table: "device_notice",
                column: "last_utc");

            migrationBuilder.CreateIndex(
                name: "IX_drive_minute_minute_utc_route",
                table: "drive_minute",
                columns: new[] { "minute_utc", "route" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_frame_verdict_mn_first_seq",
                table: "frame_verdict",
                columns: new[] { "mn", "first_seq" });

            migrationBuilder.CreateIndex(
                name: "IX_frame_verdict_state",
                table: "frame_verdict",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_held_frame_is_settled_seq",
                table: "held_frame",
                columns: new[] { "is_settled", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_noise_point_station_from_on",
                table: "noise_point",
                columns: new[] { "station", "from_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_road_segment_code",
                table: "road_segment",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_waiting_parts_is_whole_last_utc",
                table: "waiting_parts",
                columns: new[] { "is_whole", "last_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "device_network");

            migrationBuilder.DropTable(
                name: "device_notice");

            migrationBuilder.DropTable(
                name: "drive_minute");

            migrationBuilder.DropTable(
                name: "frame_verdict");

            migrationBuilder.DropTable(
                name: "held_frame");

            migrationBuilder.DropTable(
                name: "noise_point");

            migrationBuilder.DropTable(
                name: "road_segment");

            migrationBuilder.DropTable(
                name: "waiting_parts");

            migrationBuilder.DropColumn(
                name: "argument",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "asked_post",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "new_digest",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "release",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "release_note",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "released_by",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "released_post",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "released_utc",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "secret",
                table: "remote_command");

            migrationBuilder.DropColumn(
                name: "end_reason",
                table: "device_key");

            migrationBuilder.DropColumn(
                name: "ended_by",
                table: "device_key");

            migrationBuilder.DropColumn(
                name: "networks",
                table: "device");
        }
    }
}
