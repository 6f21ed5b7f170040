/** Random sittings, many commands at once, against an obvious model: some order of the commands must explain them all. */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { findActor } from "~/features/auth/find-actor.server";
import { markLeaver } from "~/features/auth/mark-leaver.server";
import type { Actor } from "~/features/people/actor";
import { dayOf } from "~/features/people/calendar";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { DomainError } from "~/platform/errors";
import { givenCookie, givenPerson } from "../../../../tests/setup/builders";
import { givenAssessment } from "../../../../tests/setup/given-assessment";
import {
  explained,
  newModel,
  obey,
  QUESTIONS,
  type Command,
  type Model,
  type ModelRules,
} from "../../../../tests/setup/sitting-model";
import { grantAttempts } from "../grants/grant-attempts.server";
import type { Answer, QuestionKey } from "../questions/question";
import { judgeAttempt } from "../scoring/judge-attempt.server";
import { rescore } from "../scoring/rescore.server";
import { ASKED, flagName, WAS_FLAGGED } from "./answer-form";
import { findSitting } from "./attempt-queries.server";
import { saveAnswer } from "./save-answer.server";
import { saveAnswers } from "./save-answers.server";
import { startAttempt } from "./start-attempt.server";
import { submitAttempt } from "./submit-attempt.server";
import { submitOverdueAttempts } from "./submit-overdue-attempts.server";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;
const RUNS = 16;

let admin: Actor;
let counter = 0;

beforeAll(async () => {
  /* Recording that somebody leaves wants an administrator who can sign in to remain. */
  admin = await givenPerson({ access: "admin", password: "three brown owls" });
});

/** A moment to go to before the next commands: so far on, or to just around something that ends. */
type Jump = { readonly by: number } | { readonly around: "deadline" | "wait"; readonly offset: number };
interface Round {
  readonly jump: Jump;
  readonly together: readonly Command[];
}

const back = fc.constantFrom(0, 0, 0, 1);
const position = fc.integer({ min: 1, max: QUESTIONS });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 14, arbitrary: fc.constant<Command>({ do: "start" }) },
  {
    weight: 24,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      attempt: back,
      position,
      what: fc.constantFrom("right" as const, "right" as const, "wrong" as const, "none" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("flag" as const), attempt: back, position, on: fc.boolean() }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("submit" as const), attempt: back }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("look" as const), attempt: back }) },
  { weight: 3, arbitrary: fc.constant<Command>({ do: "sweep" }) },
  {
    weight: 3,
    arbitrary: fc.constant<Command>({ do: "publish", revision: { number: 0, minutes: 0, passMark: 0 } }),
  },
  { weight: 8, arbitrary: fc.constant<Command>({ do: "grant" }) },
  { weight: 1, arbitrary: fc.constant<Command>({ do: "leave" }) },
);
const jump: fc.Arbitrary<Jump> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ by: fc.constantFrom(1, 1, MINUTE, 2 * MINUTE, 9 * MINUTE, DAY, 12 * DAY) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      around: fc.constantFrom("deadline" as const, "wait" as const),
      offset: fc.constantFrom(-1, 0, 1),
    }),
  },
);
const anyRound = fc.record({ jump, together: fc.array(command, { minLength: 1, maxLength: 4 }) });
/** From start to submission, and at once the next start: chance alone seldom gets so far. */
const sitThrough = fc
  .record({
    answers: fc.array(fc.record({ position, what: fc.constantFrom("right" as const, "wrong" as const) }), {
      maxLength: 4,
    }),
    again: jump,
  })
  .map(({ answers, again }): Round[] => [
    { jump: { by: 1 }, together: [{ do: "start" }] },
    {
      jump: { by: MINUTE },
      together: answers.map((answer) => ({ do: "answer", attempt: 0, ...answer })),
    },
    { jump: { by: 1 }, together: [{ do: "submit", attempt: 0 }] },
    { jump: again, together: [{ do: "start" }, { do: "grant" }] },
  ]);
const rounds: fc.Arbitrary<Round[]> = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.tuple(anyRound) }, { weight: 2, arbitrary: sitThrough }), {
    minLength: 1,
    maxLength: 8,
    size: "max",
  })
  .map((scripts) => scripts.flat());
const rules: fc.Arbitrary<ModelRules> = fc.record({
  max: fc.constantFrom(1, 2, 2, 3),
  wait: fc.constantFrom(0, DAY, DAY),
  renew: fc.constantFrom(10 * DAY, Infinity),
});

const choice = { kind: "true-false", clause: "iso-9001:2015/7.2", explanation: "Because." };
const questionsOf = (revision: number) => [
  { ...choice, id: "true-one", prompt: `Is it so, in revision ${revision}?`, answer: true },
  { ...choice, id: "true-two", prompt: `Is it not so, in revision ${revision}?`, answer: false },
  {
    ...choice,
    kind: "single",
    id: "single-one",
    prompt: `Which, in revision ${revision}?`,
    options: [{ text: "This", correct: true }, { text: "That" }, { text: "Neither" }],
  },
  {
    ...choice,
    kind: "numeric",
    id: "number-one",
    prompt: "How much?",
    numeric: { value: revision, tolerance: 0 },
  },
];

class Portal {
  readonly slug = `model-${++counter}`;
  private cookie = "";
  constructor(
    readonly person: Actor,
    readonly rules: ModelRules,
  ) {}

  async publish({ number, minutes, passMark }: Model["revision"]): Promise<void> {
    const { max, wait, renew } = this.rules;
    const afterLast = renew === Infinity ? { afterLast: "closed" as const } : { renewDays: renew / DAY };
    await givenAssessment({
      slug: this.slug,
      minutes,
      passMark,
      attempts: { max, waitHours: (wait / DAY) * 24, ...afterLast },
      sections: [{ title: "All", clauses: ["iso-9001:2015/7"], draw: QUESTIONS }],
      questions: questionsOf(number),
    });
  }

  async signIn(): Promise<void> {
    this.cookie = await givenCookie(this.person.personId);
  }

  /** @returns what the person is told, in the words of the model */
  async run(command: Command, ids: readonly string[]): Promise<string> {
    try {
      if (command.do === "sweep") await submitOverdueAttempts();
      else if (command.do === "publish") await this.publish(command.revision);
      else if (command.do === "grant" || command.do === "leave") return await this.administer(command.do);
      else {
        const actor = await findActor(this.cookie);
        return actor ? await this.act(actor, command, ids) : "signed-out";
      }
      return "ok";
    } catch (error) {
      if (error instanceof DomainError) return error.reason;
      throw error;
    }
  }

  private async administer(what: "grant" | "leave"): Promise<string> {
    const { personId } = this.person;
    try {
      if (what === "leave")
        await markLeaver(admin, { personId, lastDay: dayOf(now(), admin.timeZone), reason: "For the test" });
      else {
        const { id } = await db.assessment.findUniqueOrThrow({
          where: { slug: this.slug },
          select: { id: true },
        });
        await grantAttempts(admin, { personId, assessmentId: id, reason: "For the test of grants" });
      }
      return "ok";
    } catch (error) {
      if (error instanceof DomainError) return "refused";
      throw error;
    }
  }

  private async act(
    actor: Actor,
    command: Exclude<Command, { do: "sweep" | "publish" | "grant" | "leave" }>,
    ids: readonly string[],
  ): Promise<string> {
    if (command.do === "start") return (await startAttempt(actor, { assessmentSlug: this.slug })).attemptId;
    const attemptId = ids[command.attempt - 1]!;
    switch (command.do) {
      case "submit":
        await submitAttempt(actor, { attemptId });
        return "ok";
      case "look":
        return (await findSitting(actor, { attemptId, place: "resume" })) ? "open" : "over";
      case "answer": {
        const { position, what } = command;
        await saveAnswer(actor, { attemptId, position, answer: await this.given(attemptId, position, what) });
        return "ok";
      }
      case "flag": {
        const form = new FormData();
        form.set(ASKED, `${command.position}`);
        if (command.on) form.set(flagName(command.position), "on");
        else form.set(WAS_FLAGGED, `${command.position}`);
        return (await saveAnswers(actor, { attemptId, form })).ended ?? "ok";
      }
    }
  }

  private async given(attemptId: string, position: number, what: "right" | "wrong" | "none") {
    if (what === "none") return null;
    const item = await db.attemptItem.findUniqueOrThrow({
      where: { attemptId_position: { attemptId, position } },
      select: { served: true, question: { select: { key: true } } },
    });
    const key = JSON.parse(item.question.key) as QuestionKey;
    const right = rightOf(key);
    if (what === "right") return right;
    if ("number" in right) return { number: `${Number(right.number) + 1}` };
    const wrong = (JSON.parse(item.served) as string[]).find((id) => !right.chosen.includes(id))!;
    return { chosen: [wrong] };
  }

  /** All attempts as they are stored, in the shape of the model. */
  async stored() {
    const rows = await db.attempt.findMany({
      where: { personId: this.person.personId },
      orderBy: { number: "asc" },
      select: {
        id: true,
        number: true,
        status: true,
        openKey: true,
        startedAt: true,
        deadlineAt: true,
        submittedAt: true,
        revision: { select: { number: true } },
        items: {
          orderBy: { position: "asc" },
          select: { position: true, answer: true, flagged: true, question: { select: { key: true } } },
        },
        results: { select: { score: true, passed: true } },
      },
    });
    return rows.map(({ items, results, ...row }) => ({
      ...row,
      results,
      answers: Object.fromEntries(
        items.flatMap(({ position, answer, question }) => {
          if (answer === null) return [];
          const right = JSON.stringify(rightOf(JSON.parse(question.key) as QuestionKey));
          return [[position, answer === right ? "right" : "wrong"]];
        }),
      ),
      flags: Object.fromEntries(
        items.flatMap(({ position, flagged }) => (flagged ? [[position, true]] : [])),
      ),
    }));
  }
}

type Stored = Awaited<ReturnType<Portal["stored"]>>;

function rightOf(key: QuestionKey): Extract<Answer, { chosen: readonly string[] } | { number: string }> {
  if (key.kind === "numeric") return { number: `${key.value}` };
  if (key.kind === "single" || key.kind === "true-false") return { chosen: key.correct };
  throw new Error(`No ${key.kind} is asked here.`);
}

/** What both sides say of the attempts, in one form to compare. */
function told(model: Model): unknown {
  return model.attempts.map(({ revision, submittedAt, score, passed, ...attempt }) => ({
    ...attempt,
    revision: revision.number,
    submittedAt,
    results: submittedAt === null ? [] : [{ score, passed }],
  }));
}

function seen(stored: Stored): unknown {
  return stored.map(({ id: _id, status: _status, openKey: _key, revision, ...attempt }) => ({
    ...attempt,
    revision: revision.number,
    startedAt: attempt.startedAt.getTime(),
    deadlineAt: attempt.deadlineAt.getTime(),
    submittedAt: attempt.submittedAt?.getTime() ?? null,
  }));
}

function after(jump: Jump, model: Model): number {
  if ("by" in jump) return model.now + jump.by;
  const open = model.attempts.find(({ submittedAt }) => submittedAt === null);
  const end =
    jump.around === "deadline" ? open?.deadlineAt : model.left === 0 ? model.freshAt : model.waitUntil;
  return Math.max(model.now + 1, Number.isFinite(end) ? end! + jump.offset : 0);
}

/** Which attempt is meant is only known when the round begins; one publishes at most, as authors do. */
function readyCommands(together: readonly Command[], model: Model): Command[] {
  let published = false;
  return together.flatMap((command): Command[] => {
    if ("attempt" in command) {
      const attempt = Math.max(1, model.attempts.length - command.attempt);
      return model.attempts.length === 0 ? [] : [{ ...command, attempt }];
    }
    if (command.do !== "publish") return [command];
    if (published) return [];
    published = true;
    const number = model.revision.number + 1;
    return [
      {
        do: "publish",
        revision: { number, minutes: 10 + 5 * (number % 3), passMark: number % 2 ? 0.75 : 1 },
      },
    ];
  });
}

async function play(rules: ModelRules, rounds: readonly Round[]): Promise<void> {
  const portal = new Portal(await givenPerson(), rules);
  let model = newModel(rules, { number: 1, minutes: 10, passMark: 0.75 }, now().getTime());
  await portal.publish(model.revision);

  for (const { jump, together } of rounds) {
    model.now = after(jump, model);
    const commands = readyCommands(together, model);
    const ids = (await portal.stored()).map(({ id }) => id);
    const raw = await at(new Date(model.now), async () => {
      if (!model.gone) await portal.signIn();
      return Promise.all(commands.map((command) => portal.run(command, ids)));
    });
    const stored = await portal.stored();
    const numbers = new Map(stored.map(({ id, number }) => [id, `attempt ${number}`]));
    const answers = raw.map((answer) => numbers.get(answer) ?? answer);
    expect(stored.filter(({ status }) => status === "open").length).toBeLessThanOrEqual(1);
    const isStored = (candidate: Model) => isSame(told(candidate), seen(stored));
    const next = explained(model, commands, answers, isStored);
    if (!next) {
      commands.forEach((command) => obey(model, command));
      expect(
        { commands, answers, stored: seen(stored) },
        "no order explains this; one of them would give",
      ).toEqual({
        commands,
        answers,
        stored: told(model),
      });
      throw new Error("What they were told is not explained by any order.");
    }
    model = next;
  }

  const end = new Date(model.now + 5 * YEAR);
  await at(end, async () => {
    await submitOverdueAttempts();
    model.now = end.getTime();
    obey(model, { do: "sweep" });
    expect(seen(await portal.stored())).toEqual(told(model));
    await judgedAlike(portal);
  });
}

function isSame(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}

/** Years later, from the stored paper: the same as was recorded, and one record an attempt. */
async function judgedAlike(portal: Portal): Promise<void> {
  const records = await db.evidenceRecord.findMany({
    where: { personId: portal.person.personId, kind: "test-submitted" },
    select: { document: true, score: true, outcome: true },
  });
  const stored = await portal.stored();
  expect(records).toHaveLength(stored.length);
  for (const { id, results } of stored) {
    const [result] = results;
    const { score } = await judgeAttempt(db, id);
    expect({ score: score.score, passed: score.passed }).toEqual(result);
    const record = records.find(
      ({ document }) => (JSON.parse(document) as { attemptId: string }).attemptId === id,
    )!;
    expect(record).toMatchObject({ score: result!.score, outcome: result!.passed ? "passed" : "failed" });
    const again = await rescore(JSON.parse(record.document));
    expect(again.differences).toEqual([]);
    expect(again.score).toMatchObject(result!);
  }
}

it("no order of commands, nor any number of them at once, loses an answer or breaks a rule", async () => {
  await fc.assert(fc.asyncProperty(rules, rounds, play), { numRuns: RUNS, interruptAfterTimeLimit: 50_000 });
});
