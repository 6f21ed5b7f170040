import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { requireActor } from "~/features/auth/require-actor.server";
import { AddRuleForm, ChangeRuleForm, SwitchRuleForm } from "~/features/notifications/rules/rule-form";
import { RuleHistory } from "~/features/notifications/rules/rule-history";
import { remindersPage } from "~/features/notifications/rules/rule-queries.server";
import { RuleTable } from "~/features/notifications/rules/rule-table";
import { OCCASION_WORDS, whenWords } from "~/features/notifications/rules/rule-words";
import { rulesAction } from "~/features/notifications/rules/rules-action.server";
import { ReminderSettingsForm } from "~/features/notifications/rules/settings-form";
import { readFields } from "~/platform/http/submit-form.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Reminders · Attest" }];

const DONE: Record<string, string> = {
  added: "The rule is added. It counts from the next digest on.",
  changed: "The rule is changed. What was sent by it before is not sent again.",
  switched: "The rule is switched.",
  settings: "The settings are saved. They count from now on.",
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "admin");
  const { searchParams } = new URL(args.request.url);
  const { rules, history, settings } = await remindersPage(actor);
  const rule = rules.find(({ ruleId }) => ruleId === searchParams.get("rule")) ?? null;
  return {
    rules,
    settings,
    rule,
    versions: rule ? history.filter(({ ruleId }) => ruleId === rule.ruleId) : [],
    adding: searchParams.get("open") === "add",
    done: whatWasDone(args.request, DONE),
    timeZone: actor.timeZone,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "admin");
  return rulesAction(actor, await readFields(args.request));
}

export default function Reminders() {
  const { rules, settings, rule, versions, adding, done, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <Page
      title="Reminders"
      lead="Each person gets one digest a day with what has come up for them and for people whom they lead, and nothing on days on which there is nothing to say. Each thing is said once by each rule, and not at all when it has been done."
      actions={
        <>
          <ButtonLink to="/admin/reminders/preview" variant="secondary">
            Preview a day
          </ButtonLink>
          <ButtonLink to="/admin/reminders/log" variant="secondary">
            What was sent
          </ButtonLink>
          <ButtonLink to="?open=add#change">
            <Plus aria-hidden />
            Add a rule
          </ButtonLink>
        </>
      }
    >
      {done && !lastResult ? <Notice kind="success">{done}</Notice> : null}
      {adding ? (
        <Section id="change" title="Add a rule">
          <AddRuleForm lastResult={lastResult} />
        </Section>
      ) : null}
      {rule ? (
        <Section id="change" title={`${OCCASION_WORDS[rule.occasion]}: ${whenWords(rule.daysBefore)}`}>
          <div className="grid gap-8 md:grid-cols-2">
            <ChangeRuleForm key={`change ${rule.ruleId}`} rule={rule} lastResult={lastResult} />
            <SwitchRuleForm key={`switch ${rule.ruleId}`} rule={rule} lastResult={lastResult} />
          </div>
          <RuleHistory versions={versions} timeZone={timeZone} />
        </Section>
      ) : null}
      <Section title="Rules">
        <RuleTable rules={rules} />
      </Section>
      <Section title="When digests go out">
        <ReminderSettingsForm key={settings.number} settings={settings} lastResult={lastResult} />
      </Section>
    </Page>
  );
}
