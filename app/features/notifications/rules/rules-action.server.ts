import { redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";
import { submitForm } from "~/platform/http/submit-form.server";
import { addRule, changeRule, changeSettings, switchRule } from "./change-rule.server";
import { addRuleForm, changeRuleForm, settingsForm, switchRuleForm } from "./rule-forms";

/** Every form of the page on reminders; each leads back to it with a word on what was done. */
export async function rulesAction(actor: Actor, form: FormData) {
  const done = (what: string) => redirect(`/admin/reminders?done=${what}`);
  const whom = (to: string) => ({ toPerson: to !== "managers", toManagers: to !== "person" });
  switch (form.get("form")) {
    case "add-rule":
      return submitForm(form, addRuleForm, async ({ form: _, to, ...rule }) => {
        await addRule(actor, { ...rule, ...whom(to) });
        return done("added");
      });
    case "change-rule":
      return submitForm(form, changeRuleForm, async ({ form: _, to, ...rule }) => {
        await changeRule(actor, { ...rule, ...whom(to) });
        return done("changed");
      });
    case "switch-rule":
      return submitForm(form, switchRuleForm, async ({ form: _, ...rule }) => {
        await switchRule(actor, rule);
        return done("switched");
      });
    case "settings":
      return submitForm(form, settingsForm, async ({ form: _, workingDays, ...settings }) => {
        await changeSettings(actor, { ...settings, workingDays: workingDays.map(Number) });
        return done("settings");
      });
    default:
      throw new NotFound("form");
  }
}
