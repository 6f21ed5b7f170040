/** What is different between two revisions of a certification, in words. Pure. */
import {
  type CertificationDefinition,
  type Requirement,
  stepKey,
  stepKind,
  stepSlug,
} from "../certification-definition";
import { stepWords } from "../step-words";
import { validityWords } from "../validity-words";

export function definitionChanges(before: CertificationDefinition, after: CertificationDefinition): string[] {
  const changes: string[] = [];
  const differ = (what: string, was: string, is: string) => {
    if (was !== is) changes.push(`${what}: ${is}, before ${was}.`);
  };
  differ("Title", before.title, after.title);
  differ("Edition", before.edition, after.edition);
  differ("Validity", validityWords(before.validity), validityWords(after.validity));
  differ("Renewal opens", `${before.renewalWindowDays} days ahead`, `${after.renewalWindowDays} days ahead`);
  differ("Grace", daysOf(before.graceDays), daysOf(after.graceDays));
  differ("Decided by", decidedBy(before), decidedBy(after));
  changes.push(
    ...listChanges("at first", [before.requirements], [after.requirements]),
    ...listChanges("at a renewal", pathsOf(before), pathsOf(after)),
    ...nameChanges("To be held first", before.prerequisites, after.prerequisites),
    ...nameChanges("Counts as this one", before.equivalents, after.equivalents),
  );
  if (changes.length === 0 && JSON.stringify(before) !== JSON.stringify(after))
    changes.push("The wording, the order or how steps can be chosen from a group.");
  return changes;
}

function pathsOf({ renewal = [] }: CertificationDefinition): (readonly Requirement[])[] {
  return renewal.map(({ requirements }) => requirements);
}

function daysOf(days: number | undefined): string {
  return days === undefined ? "none" : `${days} ${days === 1 ? "day" : "days"}`;
}

function decidedBy({ decision }: CertificationDefinition): string {
  return decision === "independent" ? "somebody who neither trained nor examined" : "the rules alone";
}

function listChanges(
  when: string,
  before: readonly (readonly Requirement[])[],
  after: readonly (readonly Requirement[])[],
): string[] {
  const [was, is] = [stepsOf(before), stepsOf(after)];
  const only = (of: typeof was, without: typeof was) =>
    [...of].flatMap(([key, words]) => (without.has(key) ? [] : words));
  return [
    ...only(is, was).map((words) => `Asked ${when} from now on: ${words}.`),
    ...only(was, is).map((words) => `No longer asked ${when}: ${words}.`),
  ];
}

function stepsOf(paths: readonly (readonly Requirement[])[]): Map<string, string> {
  return new Map(
    paths
      .flat()
      .flatMap((each) => ("anyOf" in each ? each.of : [each]))
      .map((step) => [stepKey(step), `${stepWords[stepKind(step)].toLowerCase()} ${stepSlug(step)}`]),
  );
}

function nameChanges(what: string, before: readonly string[] = [], after: readonly string[] = []): string[] {
  return [
    ...after.filter((id) => !before.includes(id)).map((id) => `${what} from now on: ${id}.`),
    ...before.filter((id) => !after.includes(id)).map((id) => `${what} no longer: ${id}.`),
  ];
}
