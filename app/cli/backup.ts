import path from "node:path";
import { parseArgs } from "node:util";
import { writeBackup } from "~/platform/backup/write-backup.server";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { Misuse, type Command } from "./command";
import { progressBar } from "./progress";

export const backup: Command = {
  summary: "write everything into one file, while the portal runs",
  needs: "database",
  usage: "backup [FILE]",
  help: `Writes the whole database as of one moment, all files and the ledger's signing key into FILE, a zip archive
(attest-<date and time>.zip here by default). It may run while the portal is used, and has the same form for SQLite and
PostgreSQL, so that it can be restored into either.

Keep FILE as safe as the portal itself: it holds personal data, and with the signing key in it somebody could sign
checkpoints in the portal's name. Only you can read the file that is written; it is not encrypted.`,
  async run(args) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    if (positionals.length > 1) throw new Misuse("Name one file.");
    const file = path.resolve(positionals[0] ?? defaultName());
    const bar = progressBar("Backing up");
    const manifest = await writeBackup({
      file,
      databaseUrl: env.DATABASE_URL,
      dataDirectory: env.DATA_DIR,
      onProgress: (done, total) => bar.update(done, total),
    }).finally(() => bar.end());
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `${rows} rows of ${manifest.tables.length} tables and ${manifest.files.length} files are in ${file}`,
    );
    console.log("It holds personal data and the ledger's signing key: keep it as safe as the portal itself.");
    return 0;
  },
};

/** Without colons, which some file systems refuse. */
function defaultName(): string {
  return `attest-${now().toISOString().slice(0, 19).replaceAll(":", "-")}Z.zip`;
}
