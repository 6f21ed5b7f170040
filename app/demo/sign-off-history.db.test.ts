import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { syncContent } from "~/sync-content.server";
import { givenPerson, type Given } from "../../tests/setup/builders";
import { expectSoundRecords } from "../../tests/setup/sound-records";
import { daysAfter, eraEnding } from "./era";
import { Random } from "./random";
import { planSignOffs } from "./sign-off-history.server";

const CONTENT = [
  "checklists",
  "roles",
  "certifications/premier-service-in-practice.yaml",
  "courses/premier-service",
  "company.yaml",
];

it("signs off the people of the demo accounts, by the portal's own commands", async () => {
  const era = eraEnding(now());
  const root = await mkdtemp(path.join(tmpdir(), "attest-demo-"));
  for (const part of CONTENT)
    await cp(path.join("content", part), path.join(root, part), { recursive: true });
  await at(era.opened, () => syncContent(root));
  await rm(root, { recursive: true });
  const hire = async (account: string | null, given: Given) => ({
    actor: await givenPerson({ ...given, since: era.opened }),
    joined: era.opened,
    account,
  });
  const people = [
    await hire("rsm", { access: "manager", manages: ["emea-sales", "emea-service"] }),
    await hire("executive", { team: "emea-sales", jobRole: "account-executive" }),
  ];
  for (let count = 0; count < 7; count++)
    people.push(await hire(null, { team: "emea-service", jobRole: "customer-service-associate" }));
  /* One has moved away by then. */
  await db.assignment.updateMany({
    where: { personId: people[3]!.actor.personId, kind: "team-member" },
    data: { supersededAt: daysAfter(era.today, -90) },
  });
  for (const { run } of planSignOffs(people, era, new Random(1))) await run();
  const states = await db.signOff.findMany({
    orderBy: { startedAt: "asc" },
    select: { state: true, met: true },
  });
  expect(states.map(({ state, met }) => `${state} ${met}`)).toEqual([
    "acknowledged true",
    "acknowledged false",
    "acknowledged true",
    "disputed true",
    "draft null",
    "completed true",
  ]);
  expect(await db.award.count({ where: { certificationId: "premier-service-in-practice" } })).toBe(2);
  await expectSoundRecords();
});
