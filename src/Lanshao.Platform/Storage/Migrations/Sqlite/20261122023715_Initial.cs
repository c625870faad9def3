using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.Sqlite
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    period_code = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: true),
                    issuer = table.Column<string>(type: "TEXT", nullable: true),
                    voided_at_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    at_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    room = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "change",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    room = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    at_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "completion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    milestone_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ruled_by = table.Column<string>(type: "TEXT", nullable: false),
                    ruled_at_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_by = table.Column<string>(type: "TEXT", nullable: true),
                    revoked_at_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    revoke_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_completion", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "derivation_mark",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_derivation_mark", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "device",
                columns: table => new
                {
                    mn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", nullable: false),
                    subdistrict = table.Column<string>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    password_digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    factors = table.Column<string>(type: "TEXT", nullable: false),
                    realtime_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    minute_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    voided_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device", x => x.mn);
                });

            migrationBuilder.CreateTable(
                name: "earlier_reading",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "INTEGER", nullable: false),
                    factor = table.Column<string>(type: "TEXT", nullable: false),
                    span = table.Column<string>(type: "TEXT", nullable: false),
                    start_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    least = table.Column<long>(type: "INTEGER", nullable: true),
                    most = table.Column<long>(type: "INTEGER", nullable: true),
                    total = table.Column<long>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    flag = table.Column<string>(type: "TEXT", nullable: false),
                    is_valid = table.Column<bool>(type: "INTEGER", nullable: false),
                    doubt_bits = table.Column<int>(type: "INTEGER", nullable: false),
                    frame_seq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_earlier_reading", x => new { x.device_number, x.factor, x.span, x.start_utc, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    dated_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    file_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    added_by = table.Column<string>(type: "TEXT", nullable: false),
                    added_at_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    voided_by = table.Column<string>(type: "TEXT", nullable: true),
                    voided_at_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    void_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feed_cursor",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_cursor", x => x.consumer);
                });

            migrationBuilder.CreateTable(
                name: "finding_mark",
                columns: table => new
                {
                    plan_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    question_key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    how = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    marked_by = table.Column<string>(type: "TEXT", nullable: false),
                    marked_at_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_finding_mark", x => new { x.plan_code, x.question_key });
                });

            migrationBuilder.CreateTable(
                name: "import_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    file_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    previewed_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    previewed_by = table.Column<string>(type: "TEXT", nullable: false),
                    applied_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    applied_by = table.Column<string>(type: "TEXT", nullable: true),
                    ended_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    removed = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    rows_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    findings = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_value",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    station_scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sand_basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    period_basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    missing = table.Column<string>(type: "TEXT", nullable: false),
                    written = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source_table = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    pack_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    stored_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    stored_by = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    batch_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    file_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ended_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_value", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    arguments = table.Column<string>(type: "TEXT", nullable: false),
                    is_heavy = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    due_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    requested_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", nullable: false),
                    started_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    lease_holder = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    cancel_requested = table.Column<bool>(type: "INTEGER", nullable: false),
                    steps_done = table.Column<long>(type: "INTEGER", nullable: false),
                    steps_total = table.Column<long>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    failure_code = table.Column<string>(type: "TEXT", nullable: true),
                    failure_arguments = table.Column<string>(type: "TEXT", nullable: true),
                    log_lines = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_frame",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    mn = table.Column<string>(type: "TEXT", nullable: false),
                    qn = table.Column<string>(type: "TEXT", nullable: false),
                    cn = table.Column<string>(type: "TEXT", nullable: false),
                    pno = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    received_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    remote = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_conflict = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_frame", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "pack_revision",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    file_count = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    applied_at_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    applied_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_revision", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "quarantined_frame",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    mn = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    received_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    remote = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quarantined_frame", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reading",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "INTEGER", nullable: false),
                    factor = table.Column<string>(type: "TEXT", nullable: false),
                    span = table.Column<string>(type: "TEXT", nullable: false),
                    start_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    least = table.Column<long>(type: "INTEGER", nullable: true),
                    most = table.Column<long>(type: "INTEGER", nullable: true),
                    total = table.Column<long>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    flag = table.Column<string>(type: "TEXT", nullable: false),
                    is_valid = table.Column<bool>(type: "INTEGER", nullable: false),
                    doubt_bits = table.Column<int>(type: "INTEGER", nullable: false),
                    frame_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reading", x => new { x.device_number, x.factor, x.span, x.start_utc });
                });

            migrationBuilder.CreateTable(
                name: "rejected_device",
                columns: table => new
                {
                    mn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rejected_device", x => x.mn);
                });

            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    file_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    content_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    facts_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    pack_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    made_at_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    version_name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    seal_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_period",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_code = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_at_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_period", x => new { x.plan_id, x.period_code });
                });

            migrationBuilder.CreateTable(
                name: "rollup",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "INTEGER", nullable: false),
                    factor = table.Column<string>(type: "TEXT", nullable: false),
                    span = table.Column<string>(type: "TEXT", nullable: false),
                    start_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    sum = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    least = table.Column<long>(type: "INTEGER", nullable: true),
                    most = table.Column<long>(type: "INTEGER", nullable: true),
                    present = table.Column<int>(type: "INTEGER", nullable: false),
                    expected = table.Column<int>(type: "INTEGER", nullable: false),
                    is_valid = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rollup", x => new { x.device_number, x.factor, x.span, x.start_utc });
                });

            migrationBuilder.CreateTable(
                name: "rollup_due",
                columns: table => new
                {
                    device_number = table.Column<int>(type: "INTEGER", nullable: false),
                    factor = table.Column<string>(type: "TEXT", nullable: false),
                    hour_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    since_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    changes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rollup_due", x => new { x.device_number, x.factor, x.hour_utc });
                });

            migrationBuilder.CreateTable(
                name: "schedule_mark",
                columns: table => new
                {
                    schedule = table.Column<string>(type: "TEXT", nullable: false),
                    planned_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedule_mark", x => x.schedule);
                });

            migrationBuilder.CreateTable(
                name: "stored_file",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    length_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    stored_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    stored_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stored_file", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "task_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    linked_by = table.Column<string>(type: "TEXT", nullable: false),
                    linked_at_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    unlinked_by = table.Column<string>(type: "TEXT", nullable: true),
                    unlinked_at_utc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_code = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    unit_code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    is_nothing = table.Column<bool>(type: "INTEGER", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reviewed_by = table.Column<string>(type: "TEXT", nullable: true),
                    reviewed_at_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    return_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    writings = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "measure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    annex = table.Column<int>(type: "INTEGER", nullable: false),
                    task_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    item = table.Column<int>(type: "INTEGER", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    deadline_raw = table.Column<string>(type: "TEXT", nullable: false),
                    deadline_kind = table.Column<string>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    has_more_units = table.Column<bool>(type: "INTEGER", nullable: false),
                    others_json = table.Column<string>(type: "TEXT", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    origin_batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    origin_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    origin_where = table.Column<string>(type: "TEXT", nullable: true),
                    text_at = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    deadline_at = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    voided_at_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    voided_by_batch_id = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    domain = table.Column<string>(type: "TEXT", nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false)
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
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    annex = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false)
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
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    annex = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    printed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    section_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    is_void = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    raw = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true),
                    findings = table.Column<string>(type: "TEXT", nullable: false),
                    source_cells = table.Column<string>(type: "TEXT", nullable: true)
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
                    job_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    at_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    steps_done = table.Column<long>(type: "INTEGER", nullable: false),
                    steps_total = table.Column<long>(type: "INTEGER", nullable: false),
                    failure_arguments = table.Column<string>(type: "TEXT", nullable: true)
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
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    at_utc = table.Column<long>(type: "INTEGER", nullable: false)
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
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    annex = table.Column<int>(type: "INTEGER", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    column = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    exact = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    shown = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    edition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    query = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    value_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    other_value_ids = table.Column<string>(type: "TEXT", nullable: false),
                    records = table.Column<string>(type: "TEXT", nullable: false),
                    computed_utc = table.Column<long>(type: "INTEGER", nullable: false)
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
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    from_step = table.Column<string>(type: "TEXT", nullable: false),
                    to_step = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at_utc = table.Column<long>(type: "INTEGER", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    is_done = table.Column<bool>(type: "INTEGER", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", nullable: true),
                    advice = table.Column<string>(type: "TEXT", nullable: true),
                    clerk = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    source_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
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
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    raw = table.Column<string>(type: "TEXT", nullable: false),
                    unit_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    is_group = table.Column<bool>(type: "INTEGER", nullable: false),
                    origin_at = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    quote = table.Column<string>(type: "TEXT", nullable: false),
                    origin_at = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
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
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    indicator_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    comparator = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: true),
                    water_class = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    place_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    strength = table.Column<string>(type: "TEXT", nullable: false),
                    quote = table.Column<string>(type: "TEXT", nullable: false),
                    is_strict = table.Column<bool>(type: "INTEGER", nullable: false),
                    condition = table.Column<string>(type: "TEXT", nullable: true),
                    baseline_year = table.Column<int>(type: "INTEGER", nullable: true),
                    equivalent = table.Column<string>(type: "TEXT", nullable: true),
                    origin_at = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
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
                name: "IX_indicator_value_indicator_period_place_basis_station_scope_sand_basis_period_basis_revision",
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
