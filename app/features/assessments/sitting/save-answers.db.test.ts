import { describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAssessment } from "../../../../tests/setup/given-assessment";
import { givenHandedIn } from "../../../../tests/setup/given-written-test";
import { ASKED, fieldName, flagName, knownName, HAD, partName, wasName } from "./answer-form";
import type { QuestionKind } from "../questions/question";
import { saveAnswers } from "./save-answers.server";
import { startAttempt } from "./start-attempt.server";
import { submitAttempt } from "./submit-attempt.server";

interface Item {
  position: number;
  options: string[];
}

async function given(): Promise<{ actor: Actor; attemptId: string; items: Record<QuestionKind, Item> }> {
  const actor = await givenPerson();
  const { attemptId } = await startAttempt(actor, { assessmentSlug: await givenAssessment() });
  const rows = await db.attemptItem.findMany({
    where: { attemptId },
    select: { position: true, served: true, question: { select: { kind: true } } },
  });
  const items = rows.map((row) => [
    row.question.kind,
    { position: row.position, options: JSON.parse(row.served) as string[] },
  ]);
  return { actor, attemptId, items: Object.fromEntries(items) as Record<QuestionKind, Item> };
}

function formOf(...fields: [string, string | number][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, String(value));
  return form;
}

async function stored(attemptId: string): Promise<Record<number, unknown>> {
  const rows = await db.attemptItem.findMany({
    where: { attemptId },
    select: { position: true, answer: true },
  });
  return Object.fromEntries(
    rows.flatMap(({ position, answer }) => (answer ? [[position, JSON.parse(answer)]] : [])),
  );
}

describe("a form of answers", () => {
  it("is read for every kind as a browser without JavaScript sends it", async () => {
    const { actor, attemptId, items } = await given();
    const { single, multiple, numeric, ordering } = items;
    const reversed = [...ordering.options].reverse();
    const form = formOf(
      ...Object.values(items).map(({ position }): [string, number] => [ASKED, position]),
      [fieldName(single.position), single.options[1]!],
      [fieldName(multiple.position), multiple.options[0]!],
      [fieldName(multiple.position), multiple.options[2]!],
      [fieldName(numeric.position), " 12,5 "],
      ...reversed.map((id, index): [string, number] => [partName(ordering.position, id), index + 1]),
    );
    const reply = await saveAnswers(actor, { attemptId, form });
    expect(reply).toMatchObject({ problems: {}, ended: null });
    expect(reply.millisecondsLeft).toBeGreaterThan(29 * 60_000);
    expect(await stored(attemptId)).toEqual({
      [single.position]: { chosen: [single.options[1]] },
      [multiple.position]: { chosen: [multiple.options[0], multiple.options[2]] },
      [numeric.position]: { number: "12,5" },
      [ordering.position]: { order: reversed },
    });
  });

  it("saves what can be saved, and says what cannot and why", async () => {
    const { actor, attemptId, items } = await given();
    const { single, numeric, ordering } = items;
    const form = formOf(
      [ASKED, numeric.position],
      [fieldName(numeric.position), "twelve"],
      [ASKED, ordering.position],
      ...ordering.options.map((id): [string, number] => [partName(ordering.position, id), 1]),
      [ASKED, single.position],
      [fieldName(single.position), single.options[0]!],
    );
    const { saved, problems } = await saveAnswers(actor, { attemptId, form });
    expect(saved).toEqual({ [single.position]: { chosen: [single.options[0]] } });
    expect(problems[numeric.position]).toMatch(/Type a number/);
    expect(problems[ordering.position]).toMatch(/place of its own/);
    expect(Object.keys(await stored(attemptId))).toEqual([String(single.position)]);
  });

  it("does not save a number that may be two, and leaves the one before it", async () => {
    const { actor, attemptId, items } = await given();
    const { position } = items.numeric;
    const save = (typed: string) =>
      saveAnswers(actor, { attemptId, form: formOf([ASKED, position], [fieldName(position), typed]) });
    await save("41 160");
    expect((await save("41,160")).problems[position]).toMatch(/Write 41160 if .* or 41,1600 if/);
    expect(await stored(attemptId)).toEqual({ [position]: { number: "41 160" } });
  });

  it("takes an answer back only from a page that showed it", async () => {
    const { actor, attemptId, items } = await given();
    const { multiple, single } = items;
    await saveAnswers(actor, {
      attemptId,
      form: formOf(
        [ASKED, multiple.position],
        [fieldName(multiple.position), multiple.options[0]!],
        [ASKED, single.position],
        [fieldName(single.position), single.options[0]!],
      ),
    });
    const olderTab = formOf([ASKED, multiple.position], [ASKED, single.position]);
    expect((await saveAnswers(actor, { attemptId, form: olderTab })).saved).toEqual({});
    expect(Object.keys(await stored(attemptId))).toHaveLength(2);

    const cleared = formOf(
      [ASKED, multiple.position],
      [HAD, multiple.position],
      [ASKED, single.position],
      [HAD, single.position],
    );
    expect((await saveAnswers(actor, { attemptId, form: cleared })).saved).toEqual({
      [multiple.position]: null,
    });
    expect(Object.keys(await stored(attemptId))).toEqual([String(single.position)]);
  });

  it("does not put an older answer back from a page that had been shown it and did not change it", async () => {
    const { actor, attemptId, items } = await given();
    const { single, numeric } = items;
    const choose = (option: number): [string, string | number][] => [
      [ASKED, single.position],
      [fieldName(single.position), single.options[option]!],
    ];
    await saveAnswers(actor, { attemptId, form: formOf(...choose(0)) });
    const shown = JSON.stringify({ chosen: [single.options[0]] });
    await saveAnswers(actor, { attemptId, form: formOf(...choose(1), [wasName(single.position), shown]) });

    const olderTab = formOf(
      ...choose(0),
      [wasName(single.position), shown],
      [ASKED, numeric.position],
      [fieldName(numeric.position), "7"],
    );
    await saveAnswers(actor, { attemptId, form: olderTab });
    expect(await stored(attemptId)).toEqual({
      [single.position]: { chosen: [single.options[1]] },
      [numeric.position]: { number: "7" },
    });
  });

  it("does not replace what another window saved since, and gives back both", async () => {
    const { actor, attemptId, items } = await given();
    const { single, numeric } = items;
    const choose = (option: number, known: string): [string, string | number][] => [
      [ASKED, single.position],
      [fieldName(single.position), single.options[option]!],
      [wasName(single.position), known],
    ];
    const answer = (option: number) => ({ chosen: [single.options[option]!] });
    await saveAnswers(actor, { attemptId, form: formOf(...choose(0, "")) });
    const olderTab = formOf(
      ...choose(1, ""),
      [flagName(single.position), "on"],
      [ASKED, numeric.position],
      [fieldName(numeric.position), "7"],
    );
    expect(await saveAnswers(actor, { attemptId, form: olderTab })).toMatchObject({
      saved: { [numeric.position]: { number: "7" } },
      conflicts: { [single.position]: { stored: answer(0), sent: answer(1) } },
    });
    expect(await stored(attemptId)).toMatchObject({ [single.position]: answer(0) });
    expect(
      await db.attemptItem.findFirst({
        where: { attemptId, position: single.position },
        select: { flagged: true },
      }),
    ).toEqual({ flagged: true });
    const sure = formOf(...choose(1, JSON.stringify(answer(0))));
    expect((await saveAnswers(actor, { attemptId, form: sure })).conflicts).toEqual({});
    expect(await stored(attemptId)).toMatchObject({ [single.position]: answer(1) });
  });

  it("replaces any answer that the window has seen stored, and saves what was just given though the page began with it", async () => {
    const { actor, attemptId, items } = await given();
    const { single, numeric } = items;
    const answer = (option: number) => ({ chosen: [single.options[option]!] });
    const give = (option: number, ...known: string[]) =>
      saveAnswers(actor, {
        attemptId,
        form: formOf(
          [ASKED, single.position],
          [fieldName(single.position), single.options[option]!],
          ...known.map((each): [string, string] => [knownName(single.position), each]),
          [ASKED, numeric.position],
          [fieldName(numeric.position), String(option)],
        ),
      });
    await give(0, "");
    await give(1, JSON.stringify(answer(0)));
    expect((await give(0, JSON.stringify(answer(0)), JSON.stringify(answer(1)))).conflicts).toEqual({});
    expect(await stored(attemptId)).toMatchObject({ [single.position]: answer(0) });
    const back = await give(1, JSON.stringify(answer(0)), JSON.stringify(answer(1)));
    expect(back).toMatchObject({ conflicts: {}, saved: { [single.position]: answer(1) } });
    expect(await stored(attemptId)).toEqual({
      [single.position]: answer(1),
      [numeric.position]: { number: "1" },
    });
    expect((await give(0, "", JSON.stringify(answer(0)))).conflicts).toMatchObject({
      [single.position]: { stored: answer(1) },
    });
  });

  it("lets one of several windows that answer at the same moment win, and tells the others", async () => {
    const { actor, attemptId, items } = await given();
    const { multiple } = items;
    const replies = await Promise.all(
      multiple.options.map((option) =>
        saveAnswers(actor, {
          attemptId,
          form: formOf(
            [ASKED, multiple.position],
            [fieldName(multiple.position), option],
            [wasName(multiple.position), ""],
          ),
        }),
      ),
    );
    const won = replies.flatMap(({ saved }) => Object.values(saved));
    expect(won).toHaveLength(1);
    expect(await stored(attemptId)).toEqual({ [multiple.position]: won[0] });
    const told = replies.flatMap(({ conflicts }) => Object.values(conflicts));
    expect(told.map((conflict) => conflict.stored)).toEqual(Array(multiple.options.length - 1).fill(won[0]));
  });

  it("says of an empty file that it is empty", async () => {
    const { actor, attemptId } = await givenHandedIn("plan.txt");
    const form = formOf([ASKED, 1]);
    form.append(fieldName(1), new File([], "report.txt"));
    expect((await saveAnswers(actor, { attemptId, form })).problems[1]).toMatch(/“report.txt” is empty/);
    const none = formOf([ASKED, 1]);
    none.append(fieldName(1), new File([], ""));
    expect((await saveAnswers(actor, { attemptId, form: none })).problems).toEqual({});
  });

  it("says that the attempt has ended, and saves nothing", async () => {
    const first = await given();
    const form = formOf(
      [ASKED, first.items.numeric.position],
      [fieldName(first.items.numeric.position), "1"],
    );
    await at(new Date(now().getTime() + 31 * 60_000), async () => {
      expect(await saveAnswers(first.actor, { attemptId: first.attemptId, form })).toMatchObject({
        ended: "attempt-late",
        saved: {},
      });
    });
    await submitAttempt(first.actor, { attemptId: first.attemptId });
    expect(await saveAnswers(first.actor, { attemptId: first.attemptId, form })).toMatchObject({
      ended: "attempt-submitted",
    });
    expect(await stored(first.attemptId)).toEqual({});
  });

  it("is refused for someone else's attempt, even when it holds nothing, and for positions that are not there", async () => {
    const { actor, attemptId } = await given();
    const missing = { reason: "not-found" };
    await expect(saveAnswers(await givenPerson(), { attemptId, form: new FormData() })).rejects.toMatchObject(
      missing,
    );
    await expect(saveAnswers(actor, { attemptId: "no-such", form: new FormData() })).rejects.toMatchObject(
      missing,
    );
    await expect(saveAnswers(actor, { attemptId, form: formOf([ASKED, 99]) })).rejects.toMatchObject(missing);
    expect(
      await saveAnswers(actor, { attemptId, form: formOf([ASKED, "1e9999"], [ASKED, "x"], [ASKED, -1]) }),
    ).toMatchObject({ saved: {} });
  });
});
