using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lanshao.Platform.Storage.Migrations.PostgreSql
{
    /// <summary>Lays frames, and readings of moments and minutes, into a table for each month. Every row moves once, into a month of which there are many or into the rest.</summary>
    public partial class AddMonths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                ALTER TABLE journal_frame RENAME TO journal_frame_before;
                ALTER TABLE journal_frame_before DROP CONSTRAINT "PK_journal_frame";
                DROP INDEX "IX_journal_frame_qn_mn_cn_pno_digest";
                DROP INDEX "IX_journal_frame_mn_seq";
                CREATE TABLE journal_frame (LIKE journal_frame_before INCLUDING ALL) PARTITION BY RANGE (qn);
                CREATE TABLE journal_frame_rest PARTITION OF journal_frame DEFAULT;
                DO $do$
                DECLARE month text;
                BEGIN
                    FOR month IN
                        SELECT left(qn, 6) FROM journal_frame_before WHERE qn ~ '^20[1-9][0-9](0[1-9]|1[0-2])[0-9]{11}$' AND left(qn, 6) <= to_char(now() + INTERVAL '2 months', 'YYYYMM')
                        GROUP BY 1 HAVING COUNT(*) >= 1000
                    LOOP
                        EXECUTE format('CREATE TABLE %I PARTITION OF journal_frame FOR VALUES FROM (%L) TO (%L)',
                            'journal_frame_' || month, month, to_char(to_date(month, 'YYYYMM') + INTERVAL '1 month', 'YYYYMM'));
                    END LOOP;
                END $do$;
                INSERT INTO journal_frame SELECT * FROM journal_frame_before;
                DROP TABLE journal_frame_before;
                ALTER TABLE journal_frame ADD CONSTRAINT "PK_journal_frame" PRIMARY KEY (seq, qn);
                CREATE UNIQUE INDEX "IX_journal_frame_qn_mn_cn_pno_digest" ON journal_frame (qn, mn, cn, pno, digest);
                CREATE INDEX "IX_journal_frame_mn_seq" ON journal_frame (mn, seq);

                ALTER TABLE reading RENAME TO reading_before;
                ALTER TABLE reading_before DROP CONSTRAINT "PK_reading";
                CREATE TABLE reading (LIKE reading_before INCLUDING ALL) PARTITION BY LIST (span);
                CREATE TABLE reading_kept PARTITION OF reading DEFAULT;
                CREATE TABLE reading_moment PARTITION OF reading FOR VALUES IN ('Realtime', 'Minute') PARTITION BY RANGE (start_utc);
                CREATE TABLE reading_moment_rest PARTITION OF reading_moment DEFAULT;
                DO $do$
                DECLARE month timestamp;
                BEGIN
                    FOR month IN
                        SELECT date_trunc('month', start_utc AT TIME ZONE 'UTC' + INTERVAL '8 hours') FROM reading_before
                        WHERE span IN ('Realtime', 'Minute') AND start_utc >= '2010-01-01 00:00:00+00' AND start_utc < now() + INTERVAL '2 months'
                        GROUP BY 1 HAVING COUNT(*) >= 1000
                    LOOP
                        EXECUTE format('CREATE TABLE %I PARTITION OF reading_moment FOR VALUES FROM (%L) TO (%L)',
                            'reading_moment_' || to_char(month, 'YYYYMM'), (month - INTERVAL '8 hours') AT TIME ZONE 'UTC', (month + INTERVAL '1 month' - INTERVAL '8 hours') AT TIME ZONE 'UTC');
                    END LOOP;
                END $do$;
                INSERT INTO reading SELECT * FROM reading_before;
                DROP TABLE reading_before;
                ALTER TABLE reading ADD CONSTRAINT "PK_reading" PRIMARY KEY (device_number, span, start_utc, factor);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE TABLE reading_whole (LIKE reading);
                INSERT INTO reading_whole SELECT * FROM reading;
                DROP TABLE reading;
                ALTER TABLE reading_whole RENAME TO reading;
                ALTER TABLE reading ADD CONSTRAINT "PK_reading" PRIMARY KEY (device_number, span, start_utc, factor);

                CREATE TABLE journal_frame_whole (LIKE journal_frame);
                INSERT INTO journal_frame_whole SELECT * FROM journal_frame;
                DROP TABLE journal_frame;
                ALTER TABLE journal_frame_whole RENAME TO journal_frame;
                ALTER TABLE journal_frame ADD CONSTRAINT "PK_journal_frame" PRIMARY KEY (seq);
                CREATE UNIQUE INDEX "IX_journal_frame_qn_mn_cn_pno_digest" ON journal_frame (qn, mn, cn, pno, digest);
                CREATE INDEX "IX_journal_frame_mn_seq" ON journal_frame (mn, seq);
                """);
        }
    }
}
