import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { checkContent } from "~/check-content.server";
import { KEPT_SNAPSHOTS } from "~/features/content/kept-snapshots.server";
import type { ContentFinding } from "~/platform/content-finding";
import { syncContent } from "~/sync-content.server";
import { Misuse, type Command } from "./command";
import { progressBar } from "./progress";

export const contentCheck: Command = {
  summary: "check what is in content/ and say what to mend",
  usage: "content check [FOLDER]",
  help: "Checks structure, links, files, wording, reading time, questions and cover of FOLDER (content/ by default) without touching a database, and says for each finding where it is and what to do. The rules and their limits are in docs/writing-courses.md. Needs no settings.",
  needs: "nothing",
  async run(args) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const bar = progressBar("Checking courses");
    const { findings, counts } = await checkContent(contentFolder(positionals), {
      progress: (done, total) => bar.update(done, total),
      kept: KEPT_SNAPSHOTS,
    });
    bar.end();
    report(findings);
    const summary = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
    console.log(`Checked ${summary.join(", ")}: ${findings.length} findings.`);
    return findings.length > 0 ? 1 : 0;
  },
};

export const contentSync: Command = {
  summary: "bring what is in content/ into the database",
  usage: "content sync [FOLDER]",
  help: "Publishes changed courses, tests and certifications as new revisions. What is broken is listed; the rest is there.",
  async run(args) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const findings = await syncContent(contentFolder(positionals));
    report(findings);
    console.log(findings.length > 0 ? `Done, except ${findings.length} problems.` : "Done.");
    return findings.length > 0 ? 1 : 0;
  },
};

/** A folder without content is a slip of the hand, not content without findings. */
function contentFolder([named = "content"]: string[]): string {
  const folder = path.resolve(named);
  if (!existsSync(path.join(folder, "courses")))
    throw new Misuse(`${named} is not a content folder: it has no folder courses in it.`);
  return folder;
}

function report(findings: ContentFinding[]): void {
  for (const { file, line, message, advice } of findings)
    console.log(`${file}:${line}  ${message}\n    ${advice}`);
}
