import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkCertifications } from "./check-certifications.server";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "attest-cover-"));
  await mkdir(path.join(root, "roles"));
  await mkdir(path.join(root, "certifications"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const certification = `id: first
title: First
edition: "1"
summary: About it.
clauses: ["iso-1:2020/4"]
validity: { months: 12 }
requirements:
  - course: there
  - assessment: there
`;
const role = (requires: string, evidence = "") => `id: seller
name: Seller
accountabilities:
  - id: sell
    title: Sell
    text: Sell.
    requires: ${requires}
${evidence}`;
const required = '[{ certification: first, clause: "iso-1:2020/5", dueDays: 30, why: So. }]';

const check = async (...taught: string[]) =>
  checkCertifications(root, {
    taught: taught.map((accountability) => ({ file: "courses/a/course.yaml", line: 6, accountability })),
    courses: new Set(["there"]),
    tests: new Set(["there"]),
    checklists: new Set(["there"]),
  });
const messages = async (...taught: string[]) =>
  (await check(...taught)).findings.map(({ file, line, message }) => `${file}:${line} ${message}`);

async function write(roleFile: string, certificationFile = certification): Promise<void> {
  await writeFile(path.join(root, "roles/seller.yaml"), roleFile);
  await writeFile(path.join(root, "certifications/first.yaml"), certificationFile);
}

it("takes a course that is not in the folder for what it is said to be", async () => {
  const asking = (course: string) => certification.replace("  - course: there", `  - course: ${course}`);
  await write(role(required), asking("elsewhere"));
  expect(await messages("sell")).toEqual(["certifications/first.yaml:8 There is no course elsewhere."]);
  await write(role(required), asking("elsewhere\n    origin: studio"));
  expect(await messages("sell")).toEqual([]);
});

it("takes a duty that is taught, and shown by a certification or by evidence", async () => {
  await write(role(required));
  expect(await messages("sell")).toEqual([]);
  expect((await check("sell")).clauses).toEqual([
    { file: "certifications/first.yaml", line: 5, clause: "iso-1:2020/4" },
    { file: "roles/seller.yaml", line: 7, clause: "iso-1:2020/5" },
  ]);
  await write(role("[]", "    evidence: The sales report."));
  expect(await messages("sell")).toEqual([]);
});

it("finds a duty that nothing shows, and one that no course teaches", async () => {
  await write(role("[]"));
  expect(await messages()).toEqual([
    "roles/seller.yaml:4 Nothing shows that somebody meets sell.",
    "roles/seller.yaml:4 No course teaches sell.",
  ]);
});

it("finds names of duties, certifications, courses and tests that are not there", async () => {
  await write(
    role(required.replace("first", "second")),
    certification.replace("course: there", "course: gone").replace("assessment: there", "assessment: away"),
  );
  expect(await messages("sell", "dance")).toEqual([
    "certifications/first.yaml:8 There is no course gone.",
    "certifications/first.yaml:9 There is no assessment away.",
    "roles/seller.yaml:7 There is no certification second.",
    "courses/a/course.yaml:6 There is no accountability dance in content/roles.",
  ]);
});

it("finds a sign-off by a checklist that is not there", async () => {
  await write(role(required), certification.replace("assessment: there", "signOff: there"));
  expect(await messages("sell")).toEqual([]);
  await write(role(required), certification.replace("assessment: there", "signOff: away"));
  expect(await messages("sell")).toEqual(["certifications/first.yaml:9 There is no sign-off away."]);
});

it("finds a file that is named otherwise than its id", async () => {
  await write(role(required), certification.replace("id: first", "id: other"));
  expect(await messages("sell")).toEqual(["certifications/first.yaml:1 The id is other."]);
});
