using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "action_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period_code = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    document_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    issuer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    voided_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    room = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    previous_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "change",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    room = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: true),
                    to_on = table.Column<DateOnly>(type: "date", nullable: true),
                    at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "completion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    milestone_id = table.Column<Guid>(type: "uuid", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    ruled_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ruled_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    revoked_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    revoked_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    revoke_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_completion", x => x.id);
                });

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
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    dated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    added_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    added_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    voided_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    voided_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    void_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feed_cursor",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_cursor", x => x.consumer);
                });

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

            migrationBuilder.CreateTable(
                name: "import_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    file_sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    file_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    previewed_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    previewed_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    applied_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    applied_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ended_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    removed = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    rejected = table.Column<int>(type: "integer", nullable: false),
                    rows_sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    findings = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_value",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    to_on = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    station_scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    sand_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    period_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    number = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    missing = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    written = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    source_table = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    source_row = table.Column<int>(type: "integer", nullable: true),
                    remark = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    pack_revision = table.Column<int>(type: "integer", nullable: false),
                    stored_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    stored_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    batch_seq = table.Column<int>(type: "integer", nullable: true),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    ended_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    end_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_value", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    arguments = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_heavy = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    requested_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    requested_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    started_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    ended_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    lease_holder = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lease_until_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    cancel_requested = table.Column<bool>(type: "boolean", nullable: false),
                    steps_done = table.Column<long>(type: "bigint", nullable: false),
                    steps_total = table.Column<long>(type: "bigint", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    result = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    failure_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    failure_arguments = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    log_lines = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job", x => x.id);
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
                name: "pack_revision",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    file_count = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    applied_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    applied_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_revision", x => x.number);
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
                name: "report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    content_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    facts_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    pack_revision = table.Column<int>(type: "integer", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version_name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    seal_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_period",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_code = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false, collation: "C"),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_period", x => new { x.plan_id, x.period_code });
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

            migrationBuilder.CreateTable(
                name: "schedule_mark",
                columns: table => new
                {
                    schedule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    planned_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedule_mark", x => x.schedule);
                });

            migrationBuilder.CreateTable(
                name: "stored_file",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    length_bytes = table.Column<long>(type: "bigint", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    stored_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    stored_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stored_file", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "task_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    linked_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    linked_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    unlinked_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    unlinked_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_code = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false, collation: "C"),
                    unit_code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_nothing = table.Column<bool>(type: "boolean", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reviewed_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reviewed_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    return_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    writings = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "measure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    annex = table.Column<int>(type: "integer", nullable: false),
                    task_number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    item = table.Column<int>(type: "integer", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    deadline_raw = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    deadline_kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    has_more_units = table.Column<bool>(type: "boolean", nullable: false),
                    others_json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    search_text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    origin_batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    origin_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    origin_where = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    text_at = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C"),
                    deadline_at = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C"),
                    voided_at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: true),
                    voided_by_batch_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure", x => x.id);
                    table.ForeignKey(
                        name: "FK_measure_action_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "action_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_annex",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    domain = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    columns = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_annex", x => new { x.plan_id, x.number });
                    table.ForeignKey(
                        name: "FK_plan_annex_action_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "action_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_section",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    annex = table.Column<int>(type: "integer", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_section", x => new { x.plan_id, x.annex, x.seq });
                    table.ForeignKey(
                        name: "FK_plan_section_action_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "action_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_task",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    annex = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    printed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    section_seq = table.Column<int>(type: "integer", nullable: true),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    is_void = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_task", x => new { x.plan_id, x.annex, x.number });
                    table.ForeignKey(
                        name: "FK_plan_task_action_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "action_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_row",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    raw = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    after = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    findings = table.Column<string>(type: "text", nullable: false),
                    source_cells = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_row", x => new { x.batch_id, x.seq });
                    table.ForeignKey(
                        name: "FK_import_row_import_batch_batch_id",
                        column: x => x.batch_id,
                        principalTable: "import_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "job_log_line",
                columns: table => new
                {
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false, collation: "C"),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    steps_done = table.Column<long>(type: "bigint", nullable: false),
                    steps_total = table.Column<long>(type: "bigint", nullable: false),
                    failure_arguments = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_log_line", x => new { x.job_id, x.seq });
                    table.ForeignKey(
                        name: "FK_job_log_line_job_job_id",
                        column: x => x.job_id,
                        principalTable: "job",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pack_revision_file",
                columns: table => new
                {
                    revision = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_revision_file", x => new { x.revision, x.path });
                    table.ForeignKey(
                        name: "FK_pack_revision_file_pack_revision_revision",
                        column: x => x.revision,
                        principalTable: "pack_revision",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pack_taken_in",
                columns: table => new
                {
                    revision = table.Column<int>(type: "integer", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_taken_in", x => x.revision);
                    table.ForeignKey(
                        name: "FK_pack_taken_in_pack_revision_revision",
                        column: x => x.revision,
                        principalTable: "pack_revision",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fact",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    annex = table.Column<int>(type: "integer", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    exact = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    shown = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    edition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    query = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    basis = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    value_id = table.Column<Guid>(type: "uuid", nullable: true),
                    other_value_ids = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    records = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    computed_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact", x => new { x.report_id, x.seq });
                    table.ForeignKey(
                        name: "FK_fact_report_report_id",
                        column: x => x.report_id,
                        principalTable: "report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_move",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    from_step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    to_step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    at_utc = table.Column<DateTime>(type: "timestamp(3) with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_move", x => new { x.report_id, x.seq });
                    table.ForeignKey(
                        name: "FK_report_move_report_report_id",
                        column: x => x.report_id,
                        principalTable: "report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "progress_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_done = table.Column<bool>(type: "boolean", nullable: true),
                    verdict = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    advice = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    clerk = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    origin = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_progress_entry", x => x.id);
                    table.ForeignKey(
                        name: "FK_progress_entry_unit_report_report_id",
                        column: x => x.report_id,
                        principalTable: "unit_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_unit",
                columns: table => new
                {
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    raw = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    is_group = table.Column<bool>(type: "boolean", nullable: false),
                    origin_at = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure_unit", x => new { x.measure_id, x.seq });
                    table.ForeignKey(
                        name: "FK_measure_unit_measure_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "milestone",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    quote = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    origin_at = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_milestone", x => x.id);
                    table.ForeignKey(
                        name: "FK_milestone_measure_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_target",
                columns: table => new
                {
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    indicator_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    comparator = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    water_class = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    place_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    strength = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    quote = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_strict = table.Column<bool>(type: "boolean", nullable: false),
                    condition = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    baseline_year = table.Column<int>(type: "integer", nullable: true),
                    equivalent = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    origin_at = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_target", x => new { x.measure_id, x.seq });
                    table.ForeignKey(
                        name: "FK_plan_target_measure_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_code",
                table: "action_plan",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_year",
                table: "action_plan",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_room_kind_key_seq",
                table: "audit_entry",
                columns: new[] { "room", "kind", "key", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_change_room_kind_sequence",
                table: "change",
                columns: new[] { "room", "kind", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_completion_measure_id",
                table: "completion",
                column: "measure_id");

            migrationBuilder.CreateIndex(
                name: "IX_device_number",
                table: "device",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evidence_measure_id",
                table: "evidence",
                column: "measure_id");

            migrationBuilder.CreateIndex(
                name: "IX_fact_value_id",
                table: "fact",
                column: "value_id");

            migrationBuilder.CreateIndex(
                name: "IX_import_batch_kind_file_sha256",
                table: "import_batch",
                columns: new[] { "kind", "file_sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_import_batch_kind_target_state",
                table: "import_batch",
                columns: new[] { "kind", "target", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_import_row_batch_id_action_seq",
                table: "import_row",
                columns: new[] { "batch_id", "action", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_import_row_key_batch_id",
                table: "import_row",
                columns: new[] { "key", "batch_id" });

            migrationBuilder.CreateIndex(
                name: "IX_indicator_value_batch_id",
                table: "indicator_value",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_value_indicator_period_place_basis_station_scope_~",
                table: "indicator_value",
                columns: new[] { "indicator", "period", "place", "basis", "station_scope", "sand_basis", "period_basis", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_indicator_value_indicator_place_from_on",
                table: "indicator_value",
                columns: new[] { "indicator", "place", "from_on" });

            migrationBuilder.CreateIndex(
                name: "IX_job_kind_key",
                table: "job",
                columns: new[] { "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_job_state_due_utc",
                table: "job",
                columns: new[] { "state", "due_utc" });

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
                name: "IX_measure_plan_id_code",
                table: "measure",
                columns: new[] { "plan_id", "code" });

            migrationBuilder.CreateIndex(
                name: "IX_measure_plan_id_ordinal",
                table: "measure",
                columns: new[] { "plan_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_measure_unit_plan_id_unit_code",
                table: "measure_unit",
                columns: new[] { "plan_id", "unit_code" });

            migrationBuilder.CreateIndex(
                name: "IX_milestone_measure_id",
                table: "milestone",
                column: "measure_id");

            migrationBuilder.CreateIndex(
                name: "IX_milestone_plan_id",
                table: "milestone",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "IX_plan_target_indicator_code_year",
                table: "plan_target",
                columns: new[] { "indicator_code", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_target_plan_id",
                table: "plan_target",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "IX_progress_entry_measure_id",
                table: "progress_entry",
                column: "measure_id");

            migrationBuilder.CreateIndex(
                name: "IX_progress_entry_report_id_measure_id",
                table: "progress_entry",
                columns: new[] { "report_id", "measure_id" },
                unique: true);

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
                name: "IX_report_kind_period_number",
                table: "report",
                columns: new[] { "kind", "period", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rollup_due_since_utc",
                table: "rollup_due",
                column: "since_utc");

            migrationBuilder.CreateIndex(
                name: "IX_task_link_from_measure_id",
                table: "task_link",
                column: "from_measure_id");

            migrationBuilder.CreateIndex(
                name: "IX_task_link_to_measure_id",
                table: "task_link",
                column: "to_measure_id");

            migrationBuilder.CreateIndex(
                name: "IX_unit_report_plan_id_period_code_unit_code",
                table: "unit_report",
                columns: new[] { "plan_id", "period_code", "unit_code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "change");

            migrationBuilder.DropTable(
                name: "completion");

            migrationBuilder.DropTable(
                name: "derivation_mark");

            migrationBuilder.DropTable(
                name: "device");

            migrationBuilder.DropTable(
                name: "earlier_reading");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "fact");

            migrationBuilder.DropTable(
                name: "feed_cursor");

            migrationBuilder.DropTable(
                name: "finding_mark");

            migrationBuilder.DropTable(
                name: "import_row");

            migrationBuilder.DropTable(
                name: "indicator_value");

            migrationBuilder.DropTable(
                name: "job_log_line");

            migrationBuilder.DropTable(
                name: "journal_frame");

            migrationBuilder.DropTable(
                name: "measure_unit");

            migrationBuilder.DropTable(
                name: "milestone");

            migrationBuilder.DropTable(
                name: "pack_revision_file");

            migrationBuilder.DropTable(
                name: "pack_taken_in");

            migrationBuilder.DropTable(
                name: "plan_annex");

            migrationBuilder.DropTable(
                name: "plan_section");

            migrationBuilder.DropTable(
                name: "plan_target");

            migrationBuilder.DropTable(
                name: "plan_task");

            migrationBuilder.DropTable(
                name: "progress_entry");

            migrationBuilder.DropTable(
                name: "quarantined_frame");

            migrationBuilder.DropTable(
                name: "reading");

            migrationBuilder.DropTable(
                name: "rejected_device");

            migrationBuilder.DropTable(
                name: "report_move");

            migrationBuilder.DropTable(
                name: "reporting_period");

            migrationBuilder.DropTable(
                name: "rollup");

            migrationBuilder.DropTable(
                name: "rollup_due");

            migrationBuilder.DropTable(
                name: "schedule_mark");

            migrationBuilder.DropTable(
                name: "stored_file");

            migrationBuilder.DropTable(
                name: "task_link");

            migrationBuilder.DropTable(
                name: "import_batch");

            migrationBuilder.DropTable(
                name: "job");

            migrationBuilder.DropTable(
                name: "pack_revision");

            migrationBuilder.DropTable(
                name: "measure");

            migrationBuilder.DropTable(
                name: "unit_report");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "action_plan");
        }
    }
}
