import { beforeEach, describe, expect, it } from "vitest";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { behindThePortal } from "../../../tests/setup/behind-the-portal";
import { foundation, givenFoundation, role, syncFiles } from "../../../tests/setup/given-certification";
import { certificationDefinition } from "./certification-definition";
import { publishCertification } from "./publish-certification.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const files = { "certifications/foundation.yaml": foundation, "roles/customer-service-associate.yaml": role };

function roleWith(changes: object) {
  const [duty] = role.accountabilities;
  const requires = [{ ...duty!.requires[0], ...changes }];
  return {
    ...files,
    "roles/customer-service-associate.yaml": { ...role, accountabilities: [{ ...duty, requires }] },
  };
}

async function requirements() {
  const rows = await db.requirement.findMany({ orderBy: [{ recordedAt: "asc" }, { heldFrom: "asc" }] });
  return rows.map(({ dueDays, heldFrom, heldUntil, recordedAt, supersededAt }) => [
    dueDays,
    ...[heldFrom, heldUntil, recordedAt, supersededAt].map(
      (date) => date?.toISOString().slice(0, 10) ?? null,
    ),
  ]);
}

/** The portal keeps every requirement there ever was; each test here begins without any. */
const noRequirements = () => behindThePortal((run) => run(`DELETE FROM "Requirement"`));

beforeEach(async () => {
  await noRequirements();
  const there = await db.course.count();
  if (there === 0) await at(on("2026-01-01"), givenFoundation);
  else await at(on("2026-01-01"), () => syncFiles(files));
});

describe("certifications from content", () => {
  it("change nothing when nothing has changed", async () => {
    const before = await db.certification.findMany({ include: { revisions: true } });
    expect(await at(on("2026-02-01"), () => syncFiles(files))).toEqual([]);
    expect(await db.certification.findMany({ include: { revisions: true } })).toEqual(before);
    expect(await requirements()).toEqual([[30, "2026-01-01", null, "2026-01-01", null]]);
  });

  it("get a revision for each new definition, also for one that returns to an earlier wording", async () => {
    const changed = {
      ...files,
      "certifications/foundation.yaml": { ...foundation, validity: { months: 24 } },
    };
    await syncFiles(changed);
    const earlier = certificationDefinition.parse(foundation);
    await Promise.all(Array.from({ length: 4 }, () => publishCertification(earlier)));
    await syncFiles(files);
    const revisions = await db.certificationRevision.findMany({ orderBy: { number: "asc" } });
    expect(revisions.map(({ number }) => number)).toEqual([1, 2, 3]);
    const [first, , last] = revisions;
    expect(last!.definition).toBe(first!.definition);
    expect(await db.certification.findMany()).toMatchObject([{ currentRevisionId: last!.id }]);
  });

  it("report a file that does not parse, keep its last revision and bring in the others", async () => {
    const other = { ...foundation, id: "other", title: "Other" };
    const findings = await syncFiles({
      ...files,
      "certifications/foundation.yaml": { ...foundation, validity: { months: 0 } },
      "certifications/broken.yaml": "id: [",
      "certifications/misnamed.yaml": foundation,
      "certifications/other.yaml": other,
    });
    expect([...new Set(findings.map(({ file }) => file))].sort()).toEqual([
      "certifications/broken.yaml",
      "certifications/foundation.yaml",
      "certifications/misnamed.yaml",
    ]);
    expect(findings.find(({ file }) => file.includes("foundation"))).toMatchObject({
      line: expect.any(Number) as number,
    });
    const kept = await db.certification.findMany({
      orderBy: { id: "asc" },
      select: { id: true, archivedAt: true },
    });
    expect(kept).toEqual([
      { id: "foundation", archivedAt: null },
      { id: "other", archivedAt: null },
    ]);
  });

  it.each([
    ["an expiring one without a test", { requirements: [{ course: "conduct" }] }, /assessment/],
    ["a window longer than the validity", { renewalWindowDays: 360 }, /shorter/],
    ["an unknown key", { valid: 3 }, /valid/],
  ])("refuse %s", async (_, change, message) => {
    const findings = await syncFiles({
      ...files,
      "certifications/foundation.yaml": { ...foundation, ...change },
    });
    expect(findings.map((finding) => finding.message).join()).toMatch(message);
  });

  it("say which course is not there", async () => {
    const missing = { ...foundation, requirements: [{ course: "gone" }, { assessment: "essentials" }] };
    const findings = await syncFiles({ ...files, "certifications/foundation.yaml": missing });
    expect(findings).toMatchObject([
      { file: "certifications/foundation.yaml", message: "There is no course gone." },
    ]);
  });

  it("are archived with their file, and nothing happens without the folder", async () => {
    await syncFiles({});
    expect(await db.certification.count({ where: { id: "foundation", archivedAt: null } })).toBe(1);
    expect(await requirements()).toHaveLength(1);
    await syncFiles({ "certifications/other.yaml": { ...foundation, id: "other" } });
    expect(await db.certification.count({ where: { id: "foundation", archivedAt: null } })).toBe(0);
  });

  it("are written once by processes that start together", async () => {
    const id = "together";
    const together = { ...files, "certifications/together.yaml": { ...foundation, id } };
    await noRequirements();
    await Promise.all(Array.from({ length: 4 }, () => syncFiles(together)));
    expect(await db.certificationRevision.count({ where: { certificationId: id } })).toBe(1);
    expect(await requirements()).toHaveLength(1);
  });
});

describe("requirements from content", () => {
  it("give more time from the start, and supersede what was known", async () => {
    await at(on("2026-03-01"), () => syncFiles(roleWith({ dueDays: 60 })));
    expect(await requirements()).toEqual([
      [30, "2026-01-01", null, "2026-01-01", "2026-03-01"],
      [60, "2026-01-01", null, "2026-03-01", null],
    ]);
  });

  it("give less time from today, so that nobody is late overnight", async () => {
    await at(on("2026-03-01"), () => syncFiles(roleWith({ dueDays: 10 })));
    expect(await requirements()).toEqual([
      [30, "2026-01-01", null, "2026-01-01", "2026-03-01"],
      [30, "2026-01-01", "2026-03-01", "2026-03-01", null],
      [10, "2026-03-01", null, "2026-03-01", null],
    ]);
  });

  it("end when they are taken out, and keep that they were there", async () => {
    const [duty] = role.accountabilities;
    const without = { ...role, accountabilities: [{ ...duty, requires: [] }] };
    await at(on("2026-03-01"), () =>
      syncFiles({ ...files, "roles/customer-service-associate.yaml": without }),
    );
    expect(await requirements()).toEqual([
      [30, "2026-01-01", null, "2026-01-01", "2026-03-01"],
      [30, "2026-01-01", "2026-03-01", "2026-03-01", null],
    ]);
  });

  it("stay as they are while their file names what does not exist", async () => {
    const findings = await at(on("2026-03-01"), () => syncFiles(roleWith({ certification: "nothing" })));
    expect(findings).toMatchObject([{ message: "There is no certification nothing." }]);
    expect(await requirements()).toEqual([[30, "2026-01-01", null, "2026-01-01", null]]);
  });
});
