import { signOffDocument } from "~/features/certifications/sign-offs/sign-off-document";
import { db } from "~/platform/db/client.server";
import type { PinnedHash, SignOffEvidence } from "./record-evidence";

/** @throws ZodError when `document` is not one of a sign-off */
export async function signOffEvidence(
  document: unknown,
): Promise<{ proof: SignOffEvidence; pinned: PinnedHash[] }> {
  const signOff = signOffDocument.parse(document);
  const ids = [signOff.observer, ...signOff.criteria.flatMap(({ seenBy }) => seenBy ?? [])];
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    proof: {
      kind: "sign-off",
      ...signOff,
      observer: nameOf.get(signOff.observer) ?? signOff.observer,
      criteria: signOff.criteria.map((criterion) => ({
        ...criterion,
        seenBy: criterion.seenBy === null ? null : (nameOf.get(criterion.seenBy) ?? criterion.seenBy),
      })),
    },
    pinned: [
      { what: "Revision of the checklist", hash: signOff.revision },
      ...signOff.criteria.flatMap(({ text, file }) =>
        file ? [{ what: `Evidence file: ${text}`, hash: file.hash }] : [],
      ),
    ],
  };
}
