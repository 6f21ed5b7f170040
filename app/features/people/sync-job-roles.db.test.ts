import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "~/platform/db/client.server";
import { syncJobRoles } from "./sync-job-roles.server";

const root = mkdtempSync(path.join(tmpdir(), "attest-roles-"));
const write = (name: string, text: string) => writeFileSync(path.join(root, name), text);
const clerk = (duties: string) => `id: clerk\nname: Clerk\naccountabilities:\n${duties}`;

beforeAll(() => mkdirSync(path.join(root, "roles")));
afterAll(() => rmSync(root, { recursive: true }));

describe("syncJobRoles", () => {
  it("brings in what is in the repository, every accountability of it, and again without a difference", async () => {
    const everything = async () => ({
      roles: await db.jobRole.findMany({
        orderBy: { id: "asc" },
        include: { accountabilities: { orderBy: { position: "asc" } } },
      }),
      regions: await db.region.findMany({ orderBy: { id: "asc" } }),
    });
    expect(await syncJobRoles("content")).toEqual([]);
    const first = await everything();
    expect(first.roles.map(({ id, accountabilities }) => [id, accountabilities.length > 0])).toEqual([
      ["account-executive", true],
      ["customer-service-associate", true],
      ["regional-sales-manager", true],
    ]);
    expect(first.regions.map(({ id }) => id)).toEqual([
      "asia-pacific",
      "emea",
      "latin-america",
      "north-america",
    ]);
    expect(await syncJobRoles("content")).toEqual([]);
    expect(await everything()).toEqual(first);
  });

  it("changes, moves and retires accountabilities with the file", async () => {
    const duties = () =>
      db.accountability.findMany({
        where: { jobRoleId: "clerk", retiredAt: null },
        orderBy: { position: "asc" },
        select: { id: true, title: true, details: true },
      });
    write(
      "roles/clerk.yaml",
      clerk(
        "  - { id: c-a, title: A, text: a, details: [one, two], requires: [{ anything: goes }] }\n  - { id: c-b, title: B, text: b }\n",
      ),
    );
    expect(await syncJobRoles(root)).toEqual([]);
    expect(await duties()).toEqual([
      { id: "c-a", title: "A", details: '["one","two"]' },
      { id: "c-b", title: "B", details: "[]" },
    ]);
    write(
      "roles/clerk.yaml",
      clerk("  - { id: c-c, title: C, text: c }\n  - { id: c-a, title: New, text: a }\n"),
    );
    expect(await syncJobRoles(root)).toEqual([]);
    expect((await duties()).map(({ id, title }) => `${id} ${title}`)).toEqual(["c-c C", "c-a New"]);
    const retired = await db.accountability.findUniqueOrThrow({ where: { id: "c-b" } });
    expect(retired.title, "kept for the days on which it was a duty").toBe("B");
  });

  it("says where a file is wrong, leaves what it said before in force, and reads the others", async () => {
    write("roles/clerk.yaml", clerk("  - { id: c-a, title: A, text: a, colour: red }\n"));
    write("roles/other.yaml", "id: other\nname: Other\naccountabilities: []\n");
    write(
      "roles/twin.yaml",
      "id: twin\nname: Twin\naccountabilities:\n  - { id: other, title: T, text: t }\n",
    );
    write("roles/broken.yaml", "id: [\n");
    const findings = await syncJobRoles(root);
    expect(findings.map(({ file, line }) => `${file}:${line}`)).toEqual([
      "roles/broken.yaml:2",
      "roles/clerk.yaml:4",
      "roles/twin.yaml:4",
    ]);
    expect(await db.accountability.count({ where: { jobRoleId: "clerk", retiredAt: null } })).toBe(2);
    expect(
      await db.jobRole.findMany({ where: { id: { in: ["other", "twin", "broken"] } }, select: { id: true } }),
    ).toEqual([{ id: "other" }]);
  });
});
