import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkContent } from "./check-content.server";

/* The whole curriculum is judged by `npm run check`; here, what the parts of it are held against each other by. */
const COURSES = ["sales-cycle", "iso-9001-in-practice"];
const PARTS = ["standards", "roles", "assessments", "checklists", "certifications"];

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "attest-content-"));
  for (const part of [...PARTS, ...COURSES.map((course) => `courses/${course}`), "company.yaml"])
    await cp(path.join("content", part), path.join(root, part), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path.join(root, file), "utf8");
  const changed = text.replace(from, to);
  expect(changed, file).not.toBe(text);
  await writeFile(path.join(root, file), changed);
}

it("counts what it has judged, and says how far it is", async () => {
  const steps: string[] = [];
  const { counts } = await checkContent(root, {
    progress: (done, total) => steps.push(`${done}/${total}`),
  });
  expect(Object.keys(counts).join(", ")).toBe(
    "job roles, standards, clauses, courses, lessons, figures, tests, questions, checklists, certifications",
  );
  for (const [what, count] of Object.entries(counts)) expect(count, what).toBeGreaterThan(0);
  expect(counts.courses).toBe(COURSES.length);
  expect(steps.at(-1)).toBe("2/2");
});

it("puts what only all features together can tell in the order of files and lines", async () => {
  await change("courses/sales-cycle/course.yaml", "iso-9001:2015/8.2.2", "iso-9001:2015/7.1.6");
  await change("courses/sales-cycle/course.yaml", "iso-9001:2015/4.4", "iso-9001:2015/4.9");
  await change("courses/sales-cycle/course.yaml", "ae-quota", "ae-quotas");
  await change("certifications/iso-9001-awareness.yaml", "iso-9001:2015/7.2", "iso-9001:2015/7.9");
  await change("assessments/iso-9001-awareness/questions/10-improvement.yaml", /2015\/10[.\d]*/, "2015/11");
  await change("roles/account-executive.yaml", "sales-process-practitioner", "sales-master");
  const { findings } = await checkContent(root);
  const found = findings.map(({ file, message }) => `${file}: ${message}`);
  for (const each of [
    "assessments/iso-9001-awareness/questions/10-improvement.yaml: There is no clause iso-9001:2015/11 in content/standards.",
    "certifications/iso-9001-awareness.yaml: There is no clause iso-9001:2015/7.9 in content/standards.",
    "courses/sales-cycle/course.yaml: There is no accountability ae-quotas in content/roles.",
    "courses/sales-cycle/course.yaml: There is no clause iso-9001:2015/4.9 in content/standards.",
    "courses/sales-cycle/course.yaml: It names iso-9001:2015/7.1.6, on which no test about iso-9001:2015 has a question.",
    "roles/account-executive.yaml: There is no certification sales-master.",
  ])
    expect(found).toContain(each);
  expect(findings.map(({ file }) => file)).toEqual(findings.map(({ file }) => file).sort());
});
