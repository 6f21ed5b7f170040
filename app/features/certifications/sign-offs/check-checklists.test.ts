import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkChecklists } from "./check-checklists.server";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "attest-checklists-"));
  await mkdir(path.join(root, "checklists"));
  await mkdir(path.join(root, "roles"));
  await writeFile(path.join(root, "roles/seller.yaml"), "accountabilities:\n  - id: sell\n");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const calls = `id: calls
title: Calls
edition: "1"
summary: About calls.
instructions: Listen.
clauses: ["iso-1:2020/4"]
accountabilities: [sell]
criteria:
  - id: fast
    text: Fast
    lookFor: The clock.
    measured: { unit: "%", target: { atLeast: 95 } }
`;
const found = async (text: string) => {
  await writeFile(path.join(root, "checklists/calls.yaml"), text);
  const { findings } = await checkChecklists(root);
  return findings.map(({ file, line, message }) => `${file}:${line} ${message}`);
};

it("takes a checklist that holds together, and says which clauses it names", async () => {
  expect(await found(calls)).toEqual([]);
  expect(await checkChecklists(root)).toMatchObject({
    slugs: ["calls"],
    clauses: [{ file: "checklists/calls.yaml", line: 6, clause: "iso-1:2020/4" }],
  });
});

it("finds what is wrong, with its line", async () => {
  expect(await found(calls.replace("id: calls", "id: other"))).toEqual([
    "checklists/calls.yaml:1 The id is other.",
  ]);
  expect(await found(calls.replace("[sell]", "[dance]"))).toEqual([
    "checklists/calls.yaml:7 There is no accountability dance in content/roles.",
  ]);
  expect((await found(calls.replace("atLeast: 95", "atLeast: 101")))[0]).toMatch(
    /^checklists\/calls.yaml:12 .*must not be more than 100 %/,
  );
  expect((await found(`${calls}    required: false\n`))[0]).toContain(
    "at least one criterion has to be required",
  );
  expect((await found(calls + calls.slice(calls.indexOf("  - id"))))[0]).toMatch(
    /^checklists\/calls.yaml:13 .*another criterion has this id/,
  );
  expect((await found(calls.replace("target: { atLeast: 95 }", "target: 95"))).length).toBe(1);
});
