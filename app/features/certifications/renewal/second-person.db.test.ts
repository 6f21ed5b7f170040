import { subMinutes } from "date-fns";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { findDraft, listDrafts } from "~/features/publishing/draft-queries.server";
import {
  confirmRevision,
  declineRevision,
  withdrawProposal,
} from "~/features/publishing/proposals/decide-revision.server";
import { proposeRevision } from "~/features/publishing/proposals/propose-revision.server";
import { waitingProposals } from "~/features/publishing/proposals/waiting-proposals.server";
import { publishDraft, settleDraft } from "~/features/publishing/publish-draft.server";
import { db } from "~/platform/db/client.server";
import { now } from "~/platform/clock.server";
import { Conflict, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { syncFiles } from "../../../../tests/setup/given-certification";
import { givenDraft, givenManager, publish, write } from "../../../../tests/setup/given-draft";
import { needsSecondPerson } from "./needs-second-person.server";
import { publishPage } from "./publish-page.server";

let author: Actor;
let second: Actor;
let admin: Actor;
let draftId: string;
let slug: string;
let count = 0;

const change = { kind: "delta" as const, reason: "" };
const request = async () => {
  const { edits } = await findDraft(author, draftId);
  return { draftId, edits, note: "What is new", change };
};
const propose = async () => proposeRevision(author, await request());
const revisions = () =>
  db.courseRevision.findMany({
    where: { course: { slug } },
    orderBy: { number: "asc" },
    select: { number: true, publishedById: true, confirmedById: true, change: true },
  });
const stateOf = async (id: string) =>
  (await db.revisionProposal.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;

beforeAll(async () => {
  [author, second] = [await givenManager(), await givenManager()];
  admin = await givenPerson({ access: "admin" });
});

beforeEach(async () => {
  draftId = await givenDraft(author, { regions: ["emea"] }, { One: "As it was." });
  await publish(author, draftId);
  ({ slug } = await findDraft(author, draftId));
  const id = `certified-${++count}`;
  const definition = { id, title: id, edition: "1", summary: "It is known.", clauses: [] };
  const requirements = [{ course: slug }];
  await syncFiles({ [`certifications/${id}.yaml`]: { ...definition, requirements } });
  await write(author, draftId, "one", "As it is.");
});

it("a proposal of what is changed back ends when the draft is listed as published", async () => {
  const proposal = await propose();
  await write(author, draftId, "one", "As it was.");
  const { edits } = await findDraft(author, draftId);
  await settleDraft(author, { draftId, edits });
  expect(await stateOf(proposal)).toBe("outdated");
  await expect(confirmRevision(admin, proposal)).rejects.toBeInstanceOf(Conflict);
  expect(await findDraft(author, draftId)).toMatchObject({ state: "published", revision: 1 });
  expect(await revisions()).toHaveLength(1);
});

describe("the first revision of a course", () => {
  it("is not published at an address that a certification waits for", async () => {
    const definition = {
      id: "ahead",
      title: "Ahead",
      edition: "1",
      summary: "It will be known.",
      clauses: [],
    };
    const requirements = [{ course: "to-be-written", origin: "studio" }];
    const findings = await syncFiles({ "certifications/ahead.yaml": { ...definition, requirements } });
    expect(findings).toEqual([]);
    const early = await givenDraft(author, { slug: "to-be-written" });
    await expect(publish(author, early)).rejects.toMatchObject({ reason: "address-asked-for" });
    expect(await db.course.count({ where: { slug: "to-be-written" } })).toBe(0);
  });
});

describe("a revision of a course that people are certified on", () => {
  it("is not published by one alone, unless it is editorial", async () => {
    const alone = publishDraft(author, await request(), needsSecondPerson);
    await expect(alone).rejects.toMatchObject({ reason: "second-person" });
    const editorial = {
      ...(await request()),
      change: { kind: "editorial" as const, reason: "Clearer words" },
    };
    await publishDraft(author, editorial, needsSecondPerson);
    expect((await revisions()).map(({ change }) => change)).toEqual([null, "editorial"]);
  });

  it("shows its author in the studio that it waits, until it is edited, confirmed or declined", async () => {
    const shown = async () => {
      const { drafts } = await listDrafts(author, null);
      const [listed, opened] = [
        drafts.find(({ id }) => id === draftId)!.state,
        (await findDraft(author, draftId)).state,
      ];
      expect(listed).toBe(opened);
      if (opened === "proposed")
        expect((await publishPage(second, draftId, new URLSearchParams())).state).toBe("proposed");
      return opened;
    };
    expect(await shown()).toBe("changed");
    await declineRevision(second, await propose(), "Not yet");
    expect(await shown()).toBe("changed");
    await propose();
    expect(await shown()).toBe("proposed");
    await write(author, draftId, "one", "Something else.");
    expect(await shown()).toBe("changed");
    const id = await propose();
    expect(await shown()).toBe("proposed");
    await confirmRevision(second, id);
    expect(await shown()).toBe("published");
  });

  it("is published once as proposed, however many confirm it, and names both", async () => {
    const id = await propose();
    expect(await db.outboxMessage.count({ where: { payload: { contains: admin.email } } })).toBeGreaterThan(
      0,
    );
    expect(await revisions()).toHaveLength(1);
    const shown = await publishPage(second, draftId, new URLSearchParams());
    expect(shown.proposal).toMatchObject({ id, kind: "delta", mine: false, outdated: false });
    expect(JSON.stringify(shown.texts)).toMatch(/<del[^>]*>was\..*<ins[^>]*>is\./);

    const results = await Promise.allSettled([confirmRevision(second, id), confirmRevision(admin, id)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [, published, ...more] = await revisions();
    expect(more).toEqual([]);
    expect(published).toMatchObject({ publishedById: author.personId, change: "delta" });
    expect([second.personId, admin.personId]).toContain(published!.confirmedById);
    expect(await stateOf(id)).toBe("confirmed");
  });

  it("is not decided by its author, nor by who has no say in it", async () => {
    const id = await propose();
    const elsewhere = await givenPerson({ access: "manager", region: "asia-pacific" });
    const learner = await givenPerson({});
    for (const actor of [author, elsewhere, learner]) {
      await expect(confirmRevision(actor, id)).rejects.toBeInstanceOf(NotFound);
      await expect(declineRevision(actor, id, "No")).rejects.toBeInstanceOf(NotFound);
    }
    for (const actor of [elsewhere, learner])
      await expect(publishPage(actor, draftId, new URLSearchParams())).rejects.toBeInstanceOf(NotFound);
    await expect(withdrawProposal(second, id)).rejects.toBeInstanceOf(NotFound);
    expect(await stateOf(id)).toBe("open");
  });

  it("waits in the list of everybody who may decide it, and of nobody else", async () => {
    const waits = async (actor: Actor) =>
      (await waitingProposals(actor, null)).proposals.filter((each) => each.draftId === draftId);
    const id = await propose();
    const elsewhere = await givenPerson({ access: "manager", region: "asia-pacific" });
    const nowhere = await givenPerson({ access: "manager" });
    for (const actor of [second, admin])
      expect(await waits(actor)).toMatchObject([{ id, kind: "delta", proposedBy: author.name }]);
    for (const actor of [author, elsewhere, nowhere]) expect(await waits(actor)).toEqual([]);
    await expect(waitingProposals(await givenPerson({}), null)).rejects.toBeInstanceOf(NotFound);
    await write(author, draftId, "one", "Something else.");
    expect(await waits(admin)).toEqual([]);
    const anew = await propose();
    expect(await waits(second)).toMatchObject([{ id: anew }]);
    await declineRevision(second, anew, "Not yet");
    expect(await waits(second)).toEqual([]);
  });

  it("waits with a course for everywhere in every region, a page at a time and the longest first", async () => {
    const far = await givenPerson({ access: "manager", region: "asia-pacific" });
    const like = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
    const ids = Array.from({ length: 51 }, newId);
    const audience = JSON.stringify({ jobRoles: [], regions: [] });
    await db.draft.createMany({
      data: ids.map((id) => ({ ...like, id, slug: id, courseId: id, audience, edits: 1 })),
    });
    const written = { edits: 1, kind: "delta", reason: "So", note: "New", state: "open" };
    const by = { proposedById: author.personId };
    await db.revisionProposal.createMany({
      data: ids.map((id, index) => {
        const proposedAt = subMinutes(now(), index);
        return { ...written, ...by, id, draftId: id, openKey: id, proposedAt };
      }),
    });
    const first = await waitingProposals(far, null);
    const rest = await waitingProposals(far, first.next);
    expect([first.proposals.length, rest.proposals.length, rest.next]).toEqual([50, 1, null]);
    const shown = [...first.proposals, ...rest.proposals];
    expect(shown.map(({ id }) => id)).toEqual(ids.reverse());
  });

  it("is about nothing once the draft was edited, also in the moment of the decision", async () => {
    const id = await propose();
    await write(author, draftId, "one", "Something else.");
    await expect(confirmRevision(second, id)).rejects.toMatchObject({ reason: "moved-on" });
    const anew = await propose();
    expect([await stateOf(id), await stateOf(anew)]).toEqual(["outdated", "open"]);
    const [confirmed] = await Promise.allSettled([
      confirmRevision(second, anew),
      write(author, draftId, "one", "Slipped in."),
    ]);
    const stored = JSON.stringify(await db.lessonSnapshot.findMany({ select: { text: true } }));
    expect(stored).not.toContain("Slipped in");
    expect(await revisions()).toHaveLength(confirmed.status === "fulfilled" ? 2 : 1);
  });

  it("is proposed once at a time, declined with a reason, and can be proposed again", async () => {
    const twice = await Promise.allSettled([propose(), propose()]);
    const made = twice.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(made).toHaveLength(1);
    for (const each of twice) if (each.status === "rejected") expect(each.reason).toBeInstanceOf(Conflict);
    await expect(declineRevision(second, made[0]!, " ")).rejects.toMatchObject({ reason: "answer" });
    await declineRevision(second, made[0]!, "The figure is wrong");
    await expect(confirmRevision(admin, made[0]!)).rejects.toMatchObject({ reason: "proposal-decided" });
    const told = { payload: { contains: "The figure is wrong" } };
    expect(await db.outboxMessage.count({ where: told })).toBe(1);
    const again = await propose();
    await withdrawProposal(author, again);
    expect(await stateOf(again)).toBe("withdrawn");
    expect(await revisions()).toHaveLength(1);
  });
});
