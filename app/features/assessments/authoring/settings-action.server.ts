/** The forms of a test's settings. */
import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { Conflict, Invalid } from "~/platform/errors";
import { statusOf } from "~/platform/http/error-response.server";
import { readForm } from "~/platform/http/read-form.server";
import { archiveTest, restoreTest } from "./archive-test.server";
import { publishTest, saveTestDraft } from "./save-test.server";
import { atRows, checkSettings, settingsFromForm } from "./settings-from-form";
import { findTestSettings } from "./test-queries.server";
import { sectionRows, settingsAddress } from "./test-settings";
import { one, typedIn, withMoreRows, type FieldProblems, type Typed } from "./typed-form";

export interface SettingsState {
  readonly typed: Typed;
  readonly problems: FieldProblems;
  readonly errors: readonly string[];
}

const FORM_BYTES = 1_000_000;

export async function settingsAction(actor: Actor, slug: string, request: Request) {
  await findTestSettings(actor, slug);
  const form = await readForm(request, { bytes: FORM_BYTES });
  const done = (what: string) => redirect(`${settingsAddress(slug)}?done=${what}`);
  switch (form.get("form")) {
    case "archive":
      await archiveTest(actor, { slug });
      return done("archived");
    case "restore":
      await restoreTest(actor, { slug });
      return done("restored");
    case "settings":
      break;
    default:
      throw new Invalid("unknown-form", "This form is not known here. Reload the page and try again.");
  }
  const typed = typedIn(form);
  const answer = (state: Partial<SettingsState>, status: number) =>
    data<SettingsState>({ typed, problems: {}, errors: [], ...state }, { status });
  if (one(typed, "add") === sectionRows.name)
    return answer({ typed: withMoreRows(typed, sectionRows, 1) }, 200);

  const version = Number(one(typed, "version")) || 0;
  const settings = settingsFromForm(typed, actor.timeZone);
  try {
    if (one(typed, "intent") !== "publish") {
      await saveTestDraft(actor, { slug, version, source: settings });
      return done("saved");
    }
    const { source, problems } = checkSettings(settings);
    if (!source) return answer({ problems: atRows(problems, typed) }, 422);
    await publishTest(actor, { slug, version, source });
    return done("published");
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof Conflict)) throw error;
    const problems = error instanceof Invalid ? atRows(error.fields, typed) : {};
    const errors = Object.keys(problems).length > 0 ? [] : [error.message];
    return answer({ problems, errors }, statusOf(error));
  }
}
