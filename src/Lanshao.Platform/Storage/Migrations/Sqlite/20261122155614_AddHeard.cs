using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "asked_post",
                table: "remote_command",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "new_digest",
                table: "remote_command",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "release",
                table: "remote_command",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "release_note",
                table: "remote_command",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "released_by",
                table: "remote_command",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "released_post",
                table: "remote_command",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "released_utc",
                table: "remote_command",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "secret",
                table: "remote_command",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "end_reason",
                table: "device_key",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ended_by",
                table: "device_key",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "networks",
                table: "device",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "device_network",
                columns: table => new
                {
                    mn = table.Column<string>(type: "TEXT", nullable: false),
                    network = table.Column<string>(type: "TEXT", nullable: false),
                    first_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    last_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_network", x => new { x.mn, x.network });
                });

            migrationBuilder.CreateTable(
                name: "device_notice",
                columns: table => new
                {
                    mn = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    day_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    first_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    last_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_notice", x => new { x.mn, x.kind, x.detail, x.day_utc });
                });

            migrationBuilder.CreateTable(
                name: "drive_minute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    route = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    minute_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    points = table.Column<string>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drive_minute", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "frame_verdict",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    device_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    first_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    frames = table.Column<int>(type: "INTEGER", nullable: false),
                    data_from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    data_to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    first_post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    first_by = table.Column<string>(type: "TEXT", nullable: false),
                    first_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    second_post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    second_by = table.Column<string>(type: "TEXT", nullable: true),
                    second_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    second_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frame_verdict", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "held_frame",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    mn = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    received_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    data_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    is_settled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_held_frame", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "noise_point",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    station = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    zone = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_noise_point", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "road_segment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    road = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    stretch = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    subdistrict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    line = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_road_segment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "waiting_parts",
                columns: table => new
                {
                    mn = table.Column<string>(type: "TEXT", nullable: false),
                    cn = table.Column<string>(type: "TEXT", nullable: false),
                    data_time = table.Column<string>(type: "TEXT", nullable: false),
                    parts = table.Column<int>(type: "INTEGER", nullable: false),
                    come = table.Column<string>(type: "TEXT", nullable: false),
                    first_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    last_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    is_whole = table.Column<bool>(type: "INTEGER", nullable: false)
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
