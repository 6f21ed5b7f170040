import path from "node:path";
import { parseArgs } from "node:util";
import { verifyOutcomes } from "~/features/audit/verify-outcomes.server";
import { verifyLedger } from "~/features/ledger/verify-ledger.server";
import { restoreBackup } from "~/platform/backup/restore-backup.server";
import { env } from "~/platform/env.server";
import { Unavailable } from "~/platform/errors";
import { Misuse, type Command } from "./command";
import { migrate } from "./migrate";
import { progressBar } from "./progress";

export const restore: Command = {
  summary: "put a backup into an empty portal",
  needs: "database",
  usage: "restore FILE",
  help: `Reads all of FILE and compares it with what was written; then puts it into the database of DATABASE_URL, SQLite or
PostgreSQL, and the folder of DATA_DIR. Both must be empty; tables are made where they are missing. All of it is
restored, or nothing. Afterwards the ledger is verified.

Stop the portal first. Sessions are restored too: whoever was signed in then is signed in again until their session ends.
Exit code 1 when FILE is damaged or does not fit, or when the restored ledger does not agree with the records.`,
  async run(args) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    if (positionals.length !== 1) throw new Misuse("Name the file to restore.");
    const bar = progressBar("Restoring");
    const { createdAt, tables, files } = await restoreBackup({
      file: path.resolve(positionals[0]!),
      databaseUrl: env.DATABASE_URL,
      dataDirectory: env.DATA_DIR,
      migrate: prepareTables,
      onProgress: (done, total) => bar.update(done, total),
    }).finally(() => bar.end());
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `Restored ${rows} rows of ${tables.length} tables and ${files.length} files, as of ${createdAt}.`,
    );
    return verify();
  },
};

async function prepareTables(): Promise<void> {
  if ((await migrate.run([])) !== 0)
    throw new Unavailable("not-migrated", "The database's tables could not be made. Nothing was restored.");
}

async function verify(): Promise<number> {
  const bar = progressBar("Verifying the ledger");
  const { entries, ...ledger } = await verifyLedger((done, total) => bar.update(done, total)).finally(() =>
    bar.end(),
  );
  const findings = [...ledger.findings, ...(await verifyOutcomes()).findings];
  for (const { entryId, message } of findings) console.log(`${entryId ?? "ledger"}  ${message}`);
  console.log(
    findings.length === 0
      ? `The ledger of ${entries} entries agrees with the records.`
      : `${findings.length} findings: everything in the backup was restored, and the records in it do not agree with the ledger.`,
  );
  return findings.length === 0 ? 0 : 1;
}
