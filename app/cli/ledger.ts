import { parseArgs } from "node:util";
import { sealPending } from "~/features/ledger/seal.server";
import { verifyOutcomes } from "~/features/audit/verify-outcomes.server";
import { verifyLedger } from "~/features/ledger/verify-ledger.server";
import type { Command } from "./command";
import { progressBar } from "./progress";

export const ledgerSeal: Command = {
  summary: "seal what is waiting into the tree now",
  usage: "ledger seal",
  help: "The portal does this by itself every few seconds; this is for scripts that want a checkpoint at once.",
  async run(args) {
    parseArgs({ args, options: {} });
    const sealed = await sealPending();
    console.log(`Sealed ${sealed} entries.`);
    return 0;
  },
};

export const ledgerVerify: Command = {
  summary: "recompute the tree and find what was changed behind the portal's back",
  needs: "database",
  usage: "ledger verify",
  help: `Recomputes every leaf, node, root and signature from the rows, and checks every evidence record against what the
ledger committed to; then every award, completion and submitted test against its record. Exit code 1 when anything does
not agree; each finding names the entry.`,
  async run(args) {
    parseArgs({ args, options: {} });
    const bar = progressBar("Verifying");
    const ledger = await verifyLedger((done, total) => bar.update(done, total)).finally(() => bar.end());
    const rows = await verifyOutcomes();
    const findings = [...ledger.findings, ...rows.findings];
    const { findings: _, unlisted, ...counted } = ledger;
    const counts = { ...counted, outcomes: rows.outcomes, unlisted: unlisted + rows.unlisted };
    for (const finding of findings) console.log(`${finding.entryId ?? "ledger"}  ${finding.message}`);
    console.log(
      Object.entries(counts)
        .map(([what, count]) => `${what}: ${String(count)}`)
        .join("\n"),
    );
    console.log(
      findings.length === 0 ? "The ledger agrees with the records." : `${findings.length} findings.`,
    );
    return findings.length === 0 ? 0 : 1;
  },
};
