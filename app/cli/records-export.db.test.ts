import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { givenRecorded } from "../../tests/setup/facts";
import { Misuse } from "./command";
import { recordsExport } from "./records-export";

beforeAll(async () => {
  await givenRecorded({
    title: "Before",
    occurredAt: new Date("2026-03-03T22:30:00Z"),
    certificationId: "iso",
  });
  await givenRecorded({
    title: "Within",
    occurredAt: new Date("2026-03-03T23:30:00Z"),
    certificationId: "iso",
  });
  await givenRecorded({
    title: "Other",
    occurredAt: new Date("2026-03-04T12:00:00Z"),
    certificationId: "other",
  });
});

it("writes what the filters match to a file, in days of the zone asked for", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "attest-export-"));
  const file = path.join(folder, "records.csv");
  const filters = ["--from", "2026-03-04", "--to", "2026-03-04", "--certification", "iso"];
  expect(await recordsExport.run([...filters, "--time-zone", "Europe/Berlin", "--out", file])).toBe(0);
  const lines = (await readFile(file, "utf8")).trimEnd().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(",2026-03-04,Europe/Berlin,");
  expect(lines[1]).toContain(",Within,");
  await rm(folder, { recursive: true });
});

it.each([
  ["--from", "soon"],
  ["--time-zone", "Mars/Olympus"],
  ["--from", "2026-03-05", "--to", "2026-03-04"],
])("says what is wrong with %s %s", async (...args) => {
  await expect(recordsExport.run(args)).rejects.toThrow(Misuse);
});
