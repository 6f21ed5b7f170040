import { freeSlug, slugOf } from "~/features/publishing/draft-rules";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { againWhenTaken, takenSlugs } from "../banks/taken-slugs.server";
import { requireOffice } from "../office/office-policy.server";
import type { NewTest, TestSource } from "./test-settings";

const MOST = 500;
const customary: TestSource = {
  passMark: 0.8,
  minutes: 30,
  attempts: { max: 3, waitHours: 24, renewDays: 30 },
  language: "en",
  audience: { jobRoles: [], regions: [] },
  sections: [],
};

/** Addresses of the tests that certifications ask for, also of those that are not there yet. */
export type AddressesAskedFor = (tx: Tx) => Promise<ReadonlySet<string>>;

/**
 * Begins a test with what is customary. Nobody can take it until it is published. It gets no address that a certification
 * waits for: its author would decide alone what people are certified on.
 * @returns its slug
 */
export async function createTest(
  actor: Actor,
  { title, summary }: NewTest,
  askedFor: AddressesAskedFor,
): Promise<string> {
  requireOffice(actor);
  const base = slugOf(title) || "test";
  return againWhenTaken(() =>
    transaction(async (tx) => {
      if ((await tx.assessment.count({ where: { ownerId: actor.personId } })) >= MOST)
        throw new Invalid("too-many-tests", `You have ${MOST} tests already. Change one that is archived.`);
      const taken = await takenSlugs(tx, base.slice(0, 40));
      const slug = freeSlug(base, new Set([...taken, ...(await askedFor(tx))]));
      const id = newId();
      await tx.assessment.create({
        data: { id, slug, title, summary, ownerId: actor.personId },
        select: { id: true },
      });
      const source = JSON.stringify({ title, summary, ...customary });
      await tx.testDraft.create({
        data: { assessmentId: id, source, updatedAt: now() },
        select: { assessmentId: true },
      });
      return slug;
    }),
  );
}
