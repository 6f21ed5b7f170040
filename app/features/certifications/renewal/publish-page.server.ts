import { type ChangeKind, changeKinds } from "~/features/content/revisions/change-kinds";
import { markDifferences } from "~/features/content/revisions/mark-differences";
import { readLessons } from "~/features/content/read-lesson.server";
import type { Actor } from "~/features/people/actor";
import { openProposal } from "~/features/publishing/proposals/open-proposal.server";
import { publishPlan, type PublishPlan } from "~/features/publishing/publish-plan.server";
import { touchedPeople } from "./touched-people.server";

/** What publishing a draft would do, and to whom: for its author, and for who may decide about it. @throws NotFound, TooMany */
export async function publishPage(actor: Actor, draftId: string, search: URLSearchParams) {
  const proposal = await openProposal(actor, draftId);
  const drafts = proposal && !proposal.mine ? { ownerId: proposal.proposedById } : undefined;
  const { next, ...plan } = await publishPlan(actor, draftId, proposal?.edits, drafts);
  const asked = changeKinds.find((kind) => kind === (search.get("as") ?? proposal?.kind));
  const kind: ChangeKind = asked ?? plan.judged?.proposed ?? "delta";
  const touched =
    next && plan.judged ? await touchedPeople(next, { kind, after: search.get("after") }) : null;
  return {
    ...plan,
    kind,
    touched,
    furtherOn: search.has("after"),
    proposal,
    secondPerson: touched !== null && touched.certifications.length > 0,
    texts: plan.nothingDiffers ? [] : await changedTexts(next),
  };
}

/** What is new or changed, with the differences marked. */
async function changedTexts(next: PublishPlan["next"]) {
  const changed = next?.lessons.filter(({ snapshotHash, before }) => before !== snapshotHash) ?? [];
  const read = await readLessons(changed.flatMap(({ before }) => before ?? []));
  return changed.map(({ slug, title, before, segments }) => ({
    slug,
    title,
    segments: before ? markDifferences(read.get(before)!.segments, segments) : segments,
  }));
}
