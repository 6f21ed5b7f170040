/** Sign-offs for tests: the checklist through the real sync, the rest through the real commands. */
import { beginSignOff } from "~/features/certifications/sign-offs/begin-sign-off.server";
import { completeSignOff } from "~/features/certifications/sign-offs/complete-sign-off.server";
import { findSignOff } from "~/features/certifications/sign-offs/find-sign-off.server";
import { saveMarks } from "~/features/certifications/sign-offs/save-marks.server";
import { syncChecklists } from "~/features/certifications/sign-offs/sync-checklists.server";
import type { Actor } from "~/features/people/actor";
import { givenPerson } from "./builders";
import { syncFiles } from "./given-certification";

export const calls = {
  id: "calls",
  title: "Calls",
  edition: "1",
  summary: "Calls answered in time.",
  instructions: "Listen to 20 calls.",
  accountabilities: ["csa-service"],
  clauses: ["iso-9001:2015/7.2"],
  criteria: [
    {
      id: "fast",
      text: "Answered fast",
      lookFor: "The clock.",
      measured: { unit: "seconds", target: { atMost: 5 }, sample: { size: 20, of: "calls" } },
    },
    { id: "polite", text: "Polite", lookFor: "The tone." },
    { id: "extra", text: "Went beyond", lookFor: "One thing.", required: false },
  ],
};

export async function givenChecklist(checklist: object = calls): Promise<void> {
  await syncFiles({ "checklists/calls.yaml": checklist }, syncChecklists);
}

export interface Pair {
  readonly manager: Actor;
  readonly person: Actor;
}

export async function givenPair(team: string): Promise<Pair> {
  return {
    person: await givenPerson({ team, jobRole: "customer-service-associate" }),
    manager: await givenPerson({ access: "manager", manages: team }),
  };
}

/** What the fill-in form sends; `version` of every criterion is 0 unless told. */
export function filled(
  values: Record<string, string | File>,
  criteria = ["fast", "polite", "extra"],
): FormData {
  const form = new FormData();
  for (const id of criteria) form.set(`version.${id}`, "0");
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

export const good = { "measured.fast": "4.2", "sample.fast": "20", "outcome.polite": "met" };

export async function givenDraft({ manager, person }: Pair, values: Record<string, string | File> = good) {
  const signOffId = await beginSignOff(manager, { personId: person.personId, checklistId: "calls" });
  const { refused } = await saveMarks(manager, { signOffId, form: filled(values) });
  if (Object.keys(refused).length > 0) throw new Error(JSON.stringify(refused));
  return signOffId;
}

export async function sign(actor: Actor, signOffId: string, comment = ""): Promise<void> {
  const { edits } = await findSignOff(actor, signOffId);
  await completeSignOff(actor, { signOffId, edits, declared: true, comment });
}

export async function givenCompleted(pair: Pair, values: Record<string, string | File> = good) {
  const signOffId = await givenDraft(pair, values);
  await sign(pair.manager, signOffId);
  return signOffId;
}
