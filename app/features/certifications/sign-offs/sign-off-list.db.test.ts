import { beforeAll, expect, it } from "vitest";
import { readPlace } from "~/features/assessments/marking/queue-place";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { givenPerson } from "../../../../tests/setup/builders";
import {
  givenChecklist,
  givenCompleted,
  givenDraft,
  givenPair,
} from "../../../../tests/setup/given-sign-off";
import { answerSignOff } from "./answer-sign-off.server";
import { beginPage, observablePeople } from "./begin-page.server";
import { beginSignOff } from "./begin-sign-off.server";
import { homeWork } from "./home-work.server";
import { listSignOffs, type SignOffView } from "./sign-off-list.server";

const missing = { reason: "not-found" };

beforeAll(() => givenChecklist());

async function all(actor: Actor, view: SignOffView): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await listSignOffs(actor, { view, after: readPlace(after) });
    ids.push(...page.rows.map(({ id }) => id));
    if (!page.next) return ids;
    after = page.next;
  }
}

it("lists every sign-off of the team once, the longest waiting first, and none of another team", async () => {
  const { manager } = await givenPair("list-team");
  const people = await Promise.all(
    Array.from({ length: 32 }, () => givenPerson({ team: "list-team", since: new Date(2025, 0, 1) })),
  );
  const begun: string[] = [];
  for (const [index, { personId }] of people.entries())
    begun.push(
      await at(new Date(Date.UTC(2026, 5, 1, 0, Math.floor(index / 2))), () =>
        beginSignOff(manager, { personId, checklistId: "calls" }),
      ),
    );
  const other = await givenPair("list-other");
  const foreign = await givenDraft(other);
  const listed = await all(manager, "draft");
  expect(listed).toHaveLength(32);
  expect([...listed].sort()).toEqual([...begun].sort());
  expect(listed.slice(0, 2).sort()).toEqual(begun.slice(0, 2).sort());
  expect(await all(other.manager, "draft")).toEqual([foreign]);
  expect((await all(await givenPerson({ access: "admin" }), "draft")).length).toBeGreaterThan(32);
  await expect(listSignOffs(people[0]!, { view: "draft", after: null })).rejects.toMatchObject(missing);

  const found = await observablePeople(manager, { q: people[0]!.name.toUpperCase(), after: null });
  expect(found.people.map(({ id }) => id)).toEqual([people[0]!.personId]);
  expect((await observablePeople(manager, { q: "100%_", after: null })).people).toEqual([]);
  expect((await observablePeople(manager, { q: "", after: null })).next).not.toBeNull();
  await expect(beginPage(manager, other.person.personId)).rejects.toMatchObject(missing);
  const { checklists } = await beginPage(manager, people[0]!.personId);
  expect(checklists).toMatchObject([{ id: "calls", openId: begun[0], criteria: 3 }]);
});

it("says on the home page what waits, until it has been dealt with", async () => {
  const pair = await givenPair("home-team");
  const { person, manager } = pair;
  const none = { toMark: 0, toDecide: 0, toAcknowledge: 0, underWay: 0, disputed: 0, decisions: 0 };
  expect(await homeWork(person)).toEqual(none);
  const signOffId = await givenCompleted(pair);
  expect(await homeWork(person)).toEqual({ ...none, toAcknowledge: 1 });
  expect(await all(person, "own")).toEqual([signOffId]);
  await answerSignOff(person, { signOffId, answer: "disputed", reason: "Not my calls." });
  expect(await homeWork(person)).toEqual(none);
  expect(await homeWork(manager)).toMatchObject({ disputed: 1, underWay: 0 });
  const hostile = await givenPerson({ access: "manager", manages: "home-other" });
  expect(await homeWork(hostile)).toMatchObject({ disputed: 0, underWay: 0 });
  await givenDraft(pair);
  expect(await homeWork(manager)).toMatchObject({ disputed: 0, underWay: 1 });
  expect(await all(person, "own")).toEqual([signOffId]);
});
