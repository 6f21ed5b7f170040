import { beforeAll, describe, expect, it } from "vitest";
import type { Fact, Subject } from "~/features/ledger/record.server";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { givenPerson, givenTeam } from "../../../tests/setup/builders";
import { givenRecorded, givenSubject } from "../../../tests/setup/facts";
import { filterChoices } from "./filter-choices.server";
import { readRecordQuestion } from "./record-filters";
import { listRecords } from "./record-list.server";

let auditor: Actor;
let ozil: Actor;
const ids: Record<string, string> = {};

const moment = (hour: number) => new Date(Date.UTC(2026, 2, 4, hour));

async function given(name: string, hour: number, fact: Partial<Fact>, subject: Partial<Subject> = {}) {
  ids[name] = await givenRecorded({ occurredAt: moment(hour), subject: givenSubject(subject), ...fact });
}

beforeAll(async () => {
  auditor = await givenPerson({ access: "auditor" });
  ozil = await givenPerson({ name: "Mesut Özil 100%", email: "Mesut.O@Test.example" });
  await givenTeam("apac-team", "asia-pacific");
  await db.standard.create({
    data: { id: "iso-9001:2015", number: "iso-9001", edition: "2015", title: "ISO 9001:2015", summary: "" },
  });
  await db.clause.createMany({
    data: ["7", "7.2", "70"].map((number, position) => ({
      key: `iso-9001:2015/${number}`,
      standardId: "iso-9001:2015",
      position,
      number,
      title: "A clause",
      summary: "",
    })),
  });
  const { personId, name } = ozil;
  await given(
    "course",
    1,
    { kind: "course-completed", outcome: "completed", courseId: "c-1", clauses: [] },
    { personId, name },
  );
  await given(
    "test",
    2,
    { outcome: "failed", clauses: ["iso-9001:2015/7.2"] },
    { teamId: "apac-team", regionId: "asia-pacific" },
  );
  await given("award", 3, {
    kind: "award-granted",
    outcome: "granted",
    certificationId: "iso",
    clauses: ["iso-9001:2015/70"],
  });
  await given("clause", 0, { standard: undefined, clauses: ["iso-9001:2015/70"] });
  await given("other", 4, { standard: "iso-27001:2022", jobRoleId: "x", clauses: [] } as Partial<Fact>, {
    jobRoleId: "chef",
  });
});

const ask = (search: string, reader = auditor) =>
  listRecords(reader, readRecordQuestion(new URLSearchParams(search)));

async function found(search: string, reader = auditor) {
  const { rows } = await ask(search, reader);
  return rows.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
}

describe("listRecords", () => {
  it("is open to auditors and administrators alone", async () => {
    for (const access of [[], ["manager"]] as const) {
      const other = await givenPerson({ access });
      await expect(ask("", other)).rejects.toThrow(NotFound);
      await expect(filterChoices(other)).rejects.toThrow(NotFound);
    }
    expect((await ask("", await givenPerson({ access: "admin" }))).total).toBe(5);
  });

  it("lists the newest first, or the oldest", async () => {
    expect(await found("")).toEqual(["other", "award", "test", "course", "clause"]);
    expect(await found("sort=oldest")).toEqual(["clause", "course", "test", "award", "other"]);
  });

  it.each([
    ["team=apac-team", ["test"]],
    ["region=asia-pacific", ["test"]],
    ["role=chef", ["other"]],
    ["course=c-1", ["course"]],
    ["certification=iso", ["award"]],
    ["standard=iso-27001:2022", ["other"]],
    ["standard=iso-9001:2015", ["award", "test", "course", "clause"]],
    ["clause=iso-9001:2015/7.2", ["test"]],
    ["clause=iso-9001:2015/7", ["test"]],
    ["kind=course-completed", ["course"]],
    ["clause=iso-9001:2015/70", ["award", "clause"]],
    ["outcome=failed", ["test"]],
    ["outcome=failed&kind=award-granted", []],
    ["person=Özil", ["course"]],
    ["person=özil", ["course"]],
    ["person=OZIL", ["course"]],
    ["person=mesut.o@TEST", ["course"]],
    ["person=100%25", ["course"]],
    ["person=1_0", []],
    ["from=2026-03-05", []],
    ["to=2026-03-03", []],
    ["from=2026-03-04&to=2026-03-04", ["other", "award", "test", "course", "clause"]],
  ])("filters by %s", async (search, expected) => {
    expect(await found(search)).toEqual(expected);
  });

  it("finds people by employee number and by id", async () => {
    const { employeeNumber } = await db.person.findUniqueOrThrow({ where: { id: ozil.personId } });
    expect(await found(`person=${employeeNumber.toLowerCase()}`)).toEqual(["course"]);
    expect(await found(`person=${ozil.personId}`)).toEqual(["course"]);
  });

  it("takes days in the auditor's zone", async () => {
    const tokyo = await givenPerson({ access: "auditor", timeZone: "America/New_York" });
    expect(await found("to=2026-03-03", tokyo)).toEqual(["other", "award", "test", "course", "clause"]);
    expect(await found("from=2026-03-04", tokyo)).toEqual([]);
  });

  it.each([
    "team=' OR 1=1 --",
    'kind=";DROP TABLE "EvidenceRecord";',
    "person=%25%25%25",
    "person=\\",
    'person=\' UNION SELECT * FROM "Credential" --',
    "clause=%25",
    "outcome=💥",
    "course=null",
    "to=1950-01-01",
  ])("finds nothing, and nothing else happens, for %s", async (search) => {
    expect(await found(search)).toEqual([]);
    expect(await db.evidenceRecord.count()).toBe(5);
  });

  it.each([`person=${"a".repeat(10_000)}`, "from=tomorrow", "team=%00", "after=%27"])(
    "refuses %.40s in words",
    async (search) => {
      await expect(ask(search)).rejects.toThrow(Invalid);
    },
  );

  it("offers what there is to choose", async () => {
    const choices = await filterChoices(auditor);
    expect(choices.clause.map(({ label }) => label)).toEqual(["7 A clause", "7.2 A clause", "70 A clause"]);
    expect(choices.region.map(({ value }) => value)).toContain("asia-pacific");
  });
});

describe("pages", () => {
  it("follow each other without gap or repeat while records are added", async () => {
    const course = newId();
    /* Of the same moment in pairs, so that the id must decide. */
    for (let i = 0; i < 130; i++)
      await givenRecorded({ courseId: course, occurredAt: new Date(Date.UTC(2026, 5, 1, 0, i >> 1)) });
    const first = await ask(`course=${course}`);
    expect([first.rows.length, first.previous, first.total]).toEqual([50, null, 130]);
    for (let i = 0; i < 5; i++)
      await givenRecorded({ courseId: course, occurredAt: new Date(Date.UTC(2026, 6, 1)) });
    const second = await ask(first.next!.slice(1));
    const third = await ask(second.next!.slice(1));
    expect([second.rows.length, third.rows.length, third.next]).toEqual([50, 30, null]);
    const seen = [...first.rows, ...second.rows, ...third.rows].map(({ id }) => id);
    expect(new Set(seen).size).toBe(130);
    const times = [...first.rows, ...second.rows, ...third.rows].map(({ occurredAt }) =>
      occurredAt.getTime(),
    );
    expect(times).toEqual([...times].sort((a, b) => b - a));

    const back = await ask(third.previous!.slice(1));
    expect(back.rows.map(({ id }) => id)).toEqual(second.rows.map(({ id }) => id));
    const start = await ask((await ask(back.previous!.slice(1))).previous!.slice(1));
    expect(start.rows).toHaveLength(5);
    expect(start.previous).toBeNull();
  });
});
