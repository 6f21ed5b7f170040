import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { assign } from "~/features/people/assign.server";
import type { AssignmentKind } from "~/features/people/assignment-rules";
import { endAssignment } from "~/features/people/end-assignment.server";
import { assignForm, editPersonForm, endForm, leaveForm, returnForm } from "~/features/people/people-forms";
import { NotFound } from "~/platform/errors";
import { submitForm } from "~/platform/http/submit-form.server";
import { editPerson } from "./edit-person.server";
import { sendNewLink } from "./invite-person.server";
import { markLeaver } from "./mark-leaver.server";
import { markReturned } from "./mark-returned.server";

/** Every form of a person's page; each leads back to it with a word on what was done. */
export async function personAction(actor: Actor, personId: string, form: FormData) {
  const done = (what: string) => redirect(`/admin/people/${personId}?done=${what}`);
  switch (form.get("form")) {
    case "edit":
      return submitForm(form, editPersonForm, async ({ form: _, ...details }) => {
        await editPerson(actor, { personId, ...details });
        return done("edited");
      });
    case "assign":
      return submitForm(form, assignForm, async ({ value, from, lastDay, reason }) => {
        const [kind, id] = value.split(":") as [AssignmentKind, string];
        await assign(actor, { personId, kind, value: id, from, lastDay, reason });
        return done("assigned");
      });
    case "end":
      return submitForm(form, endForm, async ({ assignmentId, lastDay, reason }) => {
        await endAssignment(actor, { personId, assignmentId, lastDay, reason });
        return done("ended");
      });
    case "leave":
      return leave(actor, personId, form, done);
    case "return":
      return submitForm(form, returnForm, async ({ reason }) => {
        const { stays } = await markReturned(actor, { personId, reason });
        return done(stays ? "stays" : "returned");
      });
    case "send-link":
      await sendNewLink(actor, personId);
      return done("link-sent");
    default:
      throw new NotFound("form");
  }
}

/** First sent without `confirmed`: the page then says what it will do and asks. */
async function leave(
  actor: Actor,
  personId: string,
  form: FormData,
  done: (what: string) => ReturnType<typeof redirect>,
) {
  const first = parseWithZod(form, { schema: leaveForm });
  if (first.status === "success" && !first.value.confirmed) return data(first.reply(), { status: 200 });
  return submitForm(form, leaveForm, async ({ lastDay, reason }) => {
    await markLeaver(actor, { personId, lastDay, reason });
    return done("left");
  });
}
