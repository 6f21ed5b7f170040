/** Brings content/standards into the database. A clause that evidence may name is never removed. */
import { z } from "zod";
import { readYamlFolder, type Find } from "~/features/certifications/read-yaml-folder.server";
import type { ContentFinding } from "~/platform/content-finding";
import { transaction, type Tx } from "~/platform/db/client.server";

const line = z.string().trim().min(1);
const standardFile = z.strictObject({
  id: line.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case letters, numbers and dashes"),
  edition: line.max(20),
  title: line,
  summary: line,
  clauses: z.array(
    z.strictObject({
      number: line.regex(/^[0-9A-Z]+(\.[0-9]+)*$/, "use a number such as 7.2"),
      title: line,
      summary: line,
    }),
  ),
});
type StandardFile = z.output<typeof standardFile>;

/** What is wrong in content/standards, without a database. */
export async function checkStandards(root: string) {
  const { files, findings } = await readYamlFolder(root, "standards", standardFile);
  const twins = files.flatMap(({ value, find }) => findTwins(value, find));
  const standards = files.map(({ value }) => ({
    id: idOf(value),
    numbers: value.clauses.map(({ number }) => number),
  }));
  return { findings: [...findings, ...twins], standards };
}

/** @returns what is wrong; a file with findings leaves its standard as it was, the others are brought in */
export async function syncStandards(root: string): Promise<ContentFinding[]> {
  const { files, findings } = await readYamlFolder(root, "standards", standardFile);
  const seen = new Set<string>();
  for (const { value, find } of files) {
    const id = idOf(value);
    const wrong = seen.has(id)
      ? [find(["id"], `${id} is in another file too.`, "Keep one of them.")]
      : findTwins(value, find);
    findings.push(...wrong);
    seen.add(id);
    if (wrong.length === 0) await transaction((tx) => write(tx, value));
  }
  return findings;
}

function idOf({ id, edition }: StandardFile): string {
  return `${id}:${edition}`;
}

function findTwins({ clauses }: StandardFile, find: Find): ContentFinding[] {
  return clauses.flatMap(({ number }, index) => {
    if (clauses.findIndex((clause) => clause.number === number) === index) return [];
    return find(["clauses", index, "number"], `Clause ${number} appears twice.`, "Merge the two.");
  });
}

async function write(tx: Tx, file: StandardFile): Promise<void> {
  const id = idOf(file);
  const { title, summary } = file;
  const shown = { number: file.id, edition: file.edition, title, summary };
  await tx.standard.upsert({ where: { id }, create: { id, ...shown }, update: shown, select: { id: true } });

  const stored = await tx.clause.findMany({
    where: { standardId: id },
    select: { key: true, position: true, title: true, summary: true },
  });
  const before = new Map(stored.map((clause) => [clause.key, clause]));
  const wanted = file.clauses.map((clause, position) => ({
    ...clause,
    key: `${id}/${clause.number}`,
    position,
  }));
  await tx.clause.createMany({
    data: wanted.filter(({ key }) => !before.has(key)).map((clause) => ({ ...clause, standardId: id })),
  });
  for (const { key, position, title: heading, summary: text } of wanted) {
    const old = before.get(key);
    if (!old || (old.position === position && old.title === heading && old.summary === text)) continue;
    await tx.clause.updateMany({ where: { key }, data: { position, title: heading, summary: text } });
  }
}
