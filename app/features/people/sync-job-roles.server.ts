/** Brings content/roles and the regions of content/company.yaml into the database. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { now } from "~/platform/clock.server";
import type { ContentFinding } from "~/platform/content-finding";
import { transaction, type Tx } from "~/platform/db/client.server";
import { openYaml, parseYaml, placeOf, type YamlFile } from "~/platform/yaml-file.server";
import { companySource, jobRoleSource, type JobRoleSource } from "./job-role-source";

const ADVICE =
  "Compare it with another file that works. Until it is mended, what was last read from it stays in force.";

/** What is wrong in content/roles, without a database. */
export async function checkJobRoles(root: string) {
  const findings: ContentFinding[] = [];
  const seen = new Set<string>();
  const files = await roleFiles(root);
  for (const file of files) {
    const yaml = openYaml(file, await readFile(path.join(root, file), "utf8"));
    const { value, findings: wrong } = parseYaml(yaml, jobRoleSource, ADVICE);
    findings.push(...wrong, ...(value ? findTwins(value, seen, yaml) : []));
  }
  return { findings, jobRoles: files.length };
}

/** @returns what is wrong; a file with findings changes nothing, the others are brought in */
export async function syncJobRoles(root: string): Promise<ContentFinding[]> {
  const findings = await syncRegions(root);
  const seen = new Set<string>();
  for (const file of await roleFiles(root)) {
    const yaml = openYaml(file, await readFile(path.join(root, file), "utf8"));
    const { value, findings: wrong } = parseYaml(yaml, jobRoleSource, ADVICE);
    const twins = value ? findTwins(value, seen, yaml) : [];
    findings.push(...wrong, ...twins);
    if (value && twins.length === 0) await transaction((tx) => writeJobRole(tx, value));
  }
  return findings;
}

async function roleFiles(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, "roles")).catch(() => []);
  return entries
    .filter((entry) => entry.endsWith(".yaml"))
    .sort()
    .map((entry) => `roles/${entry}`);
}

async function syncRegions(root: string): Promise<ContentFinding[]> {
  const file = "company.yaml";
  const source = await readFile(path.join(root, file), "utf8").catch(() => null);
  if (source === null) return [];
  const { value, findings } = parseYaml(openYaml(file, source), companySource, ADVICE);
  await transaction(async (tx) => {
    for (const { id, name } of value?.regions ?? [])
      await tx.region.upsert({ where: { id }, update: { name }, create: { id, name }, select: { id: true } });
  });
  return findings;
}

/** Ids are what records and requirements point at, so one may not mean two things. */
function findTwins(
  { id, accountabilities }: JobRoleSource,
  seen: Set<string>,
  yaml: YamlFile,
): ContentFinding[] {
  const ids = [
    { id, at: ["id"] },
    ...accountabilities.map((each, index) => ({ id: each.id, at: ["accountabilities", index, "id"] })),
  ];
  return ids.flatMap(({ id: found, at }) => {
    if (!seen.has(found)) {
      seen.add(found);
      return [];
    }
    const message = `The id ${found} is used twice.`;
    return [{ file: yaml.file, ...placeOf(yaml, at), message, advice: "Give one of the two another id." }];
  });
}

async function writeJobRole(tx: Tx, { id, name, accountabilities }: JobRoleSource): Promise<void> {
  await tx.jobRole.upsert({ where: { id }, update: { name }, create: { id, name }, select: { id: true } });
  await tx.accountability.updateMany({
    where: { jobRoleId: id, retiredAt: null, NOT: { id: { in: accountabilities.map((each) => each.id) } } },
    data: { retiredAt: now() },
  });
  for (const [
    position,
    { id: accountabilityId, title, text, details, evidence },
  ] of accountabilities.entries()) {
    const data = {
      jobRoleId: id,
      position,
      title,
      text,
      details: JSON.stringify(details),
      evidence: evidence ?? null,
      retiredAt: null,
    };
    await tx.accountability.upsert({
      where: { id: accountabilityId },
      update: data,
      create: { id: accountabilityId, ...data },
      select: { id: true },
    });
  }
}
