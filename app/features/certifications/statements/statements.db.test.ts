import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { foundation, syncFiles } from "../../../../tests/setup/given-certification";
import { expectSoundRecords } from "../../../../tests/setup/sound-records";
import { awardEarned } from "../award-earned.server";
import { certificatePage } from "../certificate-queries.server";
import { myCertificates } from "../certification-queries.server";
import { acceptancePage } from "./acceptance-page.server";
import { acceptStatement } from "./accept-statement.server";
import { statementPage } from "./statement-page.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2025-01-01");
const missing = { reason: "not-found" };
const old = "I keep to the code of conduct.\n\nI report what I see.";
const place = { certificationId: "conduct", statementId: "conduct-declaration" };
let manager: Actor;
let stranger: Actor;
let auditor: Actor;

const given = (day: string, text = old, requirement: object | null = null) =>
  at(on(day), () =>
    syncFiles({
      "certifications/conduct.yaml": {
        ...foundation,
        id: "conduct",
        title: "Conduct",
        requirements: [
          requirement ?? { statement: { id: place.statementId, title: "Conduct declaration", text } },
        ],
      },
    }),
  );

beforeAll(async () => {
  manager = await givenPerson({ access: "manager", manages: "desk", since });
  stranger = await givenPerson({ access: "manager", manages: "elsewhere", since });
  auditor = await givenPerson({ access: "auditor", since });
  await given("2025-01-02");
});

const member = () => at(since, () => givenPerson({ team: "desk", since }));
const accepts = (actor: Actor, day: string, text = old) =>
  at(on(day), () => acceptStatement(actor, { ...place, hash: sha256(text) }));
const rowsOf = ({ personId }: Actor) =>
  db.statementAcceptance.findMany({
    where: { personId },
    orderBy: { number: "asc" },
    select: { id: true, number: true, text: true },
  });
const earns = (actor: Actor, day: string) => at(on(day), () => awardEarned(actor.personId));

describe("accepting a statement", () => {
  it("is kept word for word with its record, and earns what asks for it", async () => {
    const actor = await member();
    const id = await accepts(actor, "2025-02-01");
    expect(await rowsOf(actor)).toEqual([{ id, number: 1, text: old }]);
    const record = await db.evidenceRecord.findUniqueOrThrow({ where: { id } });
    expect(record).toMatchObject({
      kind: "statement-accepted",
      outcome: "accepted",
      certificationId: "conduct",
    });
    expect(JSON.parse(record.document)).toMatchObject({ text: old, textHash: sha256(old) });
    const message = { topic: "evidence-recorded", payload: JSON.stringify({ personId: actor.personId }) };
    expect(await db.outboxMessage.count({ where: message })).toBe(1);
    const [awardId] = await earns(actor, "2025-02-01");
    const { evidence } = await at(on("2025-02-02"), () => certificatePage(actor, awardId!));
    expect(evidence).toMatchObject([{ id, kind: "statement-accepted", title: "Conduct declaration" }]);
    await expectSoundRecords();
  });

  it("gives one row for several at once, and for one sent again", async () => {
    const actor = await member();
    const ids = await Promise.all(Array.from({ length: 4 }, () => accepts(actor, "2025-02-01")));
    expect(new Set([...ids, await accepts(actor, "2025-02-02")]).size).toBe(1);
    expect(await rowsOf(actor)).toHaveLength(1);
  });

  it("is asked for again at a renewal, and not before", async () => {
    const actor = await member();
    await accepts(actor, "2025-02-01");
    await earns(actor, "2025-02-01");
    await expect(accepts(actor, "2025-06-01")).rejects.toMatchObject({ reason: "not-asked-yet" });
    const page = await at(on("2025-06-01"), () => statementPage(actor, place));
    expect(page).toMatchObject({ open: false, accepted: { at: on("2025-02-01") } });
    expect(await at(on("2026-01-10"), () => statementPage(actor, place))).toMatchObject({
      open: true,
      accepted: null,
      earlier: [{ sameText: true }],
    });
    await accepts(actor, "2026-01-10");
    expect(await earns(actor, "2026-01-10")).toHaveLength(1);
    expect(await rowsOf(actor)).toMatchObject([{ number: 1 }, { number: 2 }]);
  });
});

describe("a text that was changed", () => {
  const text = "I keep to the new code of conduct.";

  it("is accepted anew, and never by what was read before", async () => {
    const actor = await member();
    await accepts(actor, "2025-02-01");
    await given("2025-03-01", text);
    await expect(accepts(actor, "2025-03-02")).rejects.toMatchObject({ reason: "statement-changed" });
    expect(await earns(actor, "2025-03-02")).toEqual([]);
    expect(await at(on("2025-03-02"), () => statementPage(actor, place))).toMatchObject({
      text,
      open: true,
      earlier: [{ sameText: false }],
    });
    const id = await accepts(actor, "2025-03-02", text);
    expect(await earns(actor, "2025-03-02")).toHaveLength(1);
    expect((await rowsOf(actor)).map((row) => row.text)).toEqual([old, text]);
    expect(await acceptancePage(actor, id)).toMatchObject({ text, own: true });
  });

  it("cannot be accepted once nothing asks for it", async () => {
    const actor = await member();
    await given("2025-04-01", text, { certificate: { id: "licence", title: "Licence" } });
    await expect(accepts(actor, "2025-04-02", text)).rejects.toMatchObject(missing);
    await expect(at(on("2025-04-02"), () => statementPage(actor, place))).rejects.toMatchObject(missing);
    const other = { certificationId: "nothing", statementId: place.statementId, hash: sha256(text) };
    await expect(acceptStatement(actor, other)).rejects.toMatchObject(missing);
    await given("2025-04-03");
  });
});

it("is open to the person, their manager and auditors, and to nobody else", async () => {
  const actor = await member();
  const id = await accepts(actor, "2025-05-01");
  for (const reader of [actor, manager, auditor])
    expect(await acceptancePage(reader, id)).toMatchObject({ text: old, acceptedAt: on("2025-05-01") });
  for (const reader of [stranger, await member()])
    await expect(acceptancePage(reader, id)).rejects.toMatchObject(missing);
  await expect(acceptancePage(auditor, "none")).rejects.toMatchObject(missing);
});

it("can be begun from the list of what there is to earn", async () => {
  const { others } = await myCertificates(await member());
  const steps = others.find(({ id }) => id === "conduct")!.steps;
  expect(steps).toMatchObject([
    { kind: "statement", title: "Conduct declaration", to: "/statements/conduct/conduct-declaration" },
  ]);
});
