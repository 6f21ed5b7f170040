/** What certifications say of each other: prerequisites and equivalents that are there, and no circle among them. Pure. */
import type { ContentFinding } from "~/platform/content-finding";
import type { CertificationDefinition } from "./certification-definition";
import type { Find } from "./read-yaml-folder.server";

interface File {
  readonly name: string;
  readonly value: CertificationDefinition;
  readonly find: Find;
}

const ADVICE =
  "Use the id of another file in certifications/. Until it is mended, what was last read stays in force.";

/** By the name of the file. */
export function findBadLinks(files: readonly File[]): Map<string, ContentFinding[]> {
  const byId = new Map(files.map((file) => [file.value.id, file.value]));
  return new Map(
    files.map(({ name, value, find }) => [
      name,
      [...unknownLinks(value, byId, find), ...circles(value, byId, find)],
    ]),
  );
}

function unknownLinks(
  value: CertificationDefinition,
  byId: ReadonlyMap<string, CertificationDefinition>,
  find: Find,
): ContentFinding[] {
  return (["prerequisites", "equivalents"] as const).flatMap((link) =>
    (value[link] ?? []).flatMap((id, index) => {
      if (id === value.id) return find([link, index], "It names itself.", ADVICE);
      return byId.has(id) ? [] : find([link, index], `There is no certification ${id}.`, ADVICE);
    }),
  );
}

function circles(
  value: CertificationDefinition,
  byId: ReadonlyMap<string, CertificationDefinition>,
  find: Find,
): ContentFinding[] {
  const way = wayBack(value.id, value.id, byId, new Set());
  if (!way || way.length < 2) return [];
  const message = `Nobody could ever earn it: ${way.join(" needs ")} needs ${value.id}.`;
  return [find(["prerequisites"], message, "Take one of these prerequisites away.")];
}

function wayBack(
  from: string,
  to: string,
  byId: ReadonlyMap<string, CertificationDefinition>,
  seen: Set<string>,
): string[] | null {
  for (const next of byId.get(from)?.prerequisites ?? []) {
    if (next === to) return [from];
    if (seen.has(next)) continue;
    seen.add(next);
    const rest = wayBack(next, to, byId, seen);
    if (rest) return [from, ...rest];
  }
  return null;
}
