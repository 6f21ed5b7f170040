/**
 * What a sitting is meant to do, slow and obvious: one person, one test, one command after the other. It looks forward
 * (what does this leave for later?) where the portal looks back at rows, so that both are not wrong in the same way.
 */
export interface ModelRules {
  readonly max: number;
  readonly wait: number;
  /** Infinity where no fresh set opens by itself. */
  readonly renew: number;
}

export interface ModelRevision {
  readonly number: number;
  readonly minutes: number;
  readonly passMark: number;
}

export type Given = "right" | "wrong";

export interface ModelAttempt {
  number: number;
  revision: ModelRevision;
  startedAt: number;
  deadlineAt: number;
  submittedAt: number | null;
  /** By position. */
  answers: Record<number, Given>;
  flags: Record<number, true>;
  score: number | null;
  passed: boolean | null;
}

export interface Model {
  rules: ModelRules;
  now: number;
  revision: ModelRevision;
  gone: boolean;
  /** In this set. */
  left: number;
  waitUntil: number;
  freshAt: number;
  attempts: ModelAttempt[];
}

export type Command =
  | { do: "start" }
  | { do: "answer"; attempt: number; position: number; what: Given | "none" }
  | { do: "flag"; attempt: number; position: number; on: boolean }
  | { do: "submit"; attempt: number }
  | { do: "look"; attempt: number }
  | { do: "sweep" }
  | { do: "publish"; revision: ModelRevision }
  | { do: "grant" }
  | { do: "leave" };

export const QUESTIONS = 4;
const MINUTE = 60_000;

export function newModel(rules: ModelRules, revision: ModelRevision, now: number): Model {
  return {
    rules,
    now,
    revision,
    gone: false,
    left: rules.max,
    waitUntil: -Infinity,
    freshAt: -Infinity,
    attempts: [],
  };
}

/** Changes the model. @returns what the person is told */
export function obey(model: Model, command: Command): string {
  switch (command.do) {
    case "sweep":
      model.attempts.forEach((attempt) => closeIfOverdue(model, attempt));
      return "ok";
    case "publish":
      model.revision = command.revision;
      return "ok";
    case "grant":
      return grant(model);
    case "leave":
      if (model.gone) return "refused";
      model.gone = true;
      return "ok";
    case "start":
      return model.gone ? "signed-out" : start(model);
    default:
      return model.gone ? "signed-out" : inAttempt(model, model.attempts[command.attempt - 1]!, command);
  }
}

function start(model: Model): string {
  model.attempts.forEach((attempt) => closeIfOverdue(model, attempt));
  const open = model.attempts.find(({ submittedAt }) => submittedAt === null);
  if (open) return `attempt ${open.number}`;
  if (model.left === 0) {
    if (model.now < model.freshAt) return "no-attempt-left";
    model.left = model.rules.max;
  } else if (model.now < model.waitUntil) return "wait-not-over";
  model.left--;
  const number = model.attempts.length + 1;
  model.attempts.push({
    number,
    revision: model.revision,
    startedAt: model.now,
    deadlineAt: model.now + model.revision.minutes * MINUTE,
    submittedAt: null,
    answers: {},
    flags: {},
    score: null,
    passed: null,
  });
  return `attempt ${number}`;
}

function inAttempt(
  model: Model,
  attempt: ModelAttempt,
  command: Extract<Command, { attempt: number }>,
): string {
  const takes = attempt.submittedAt === null && model.now < attempt.deadlineAt;
  switch (command.do) {
    case "submit":
      if (attempt.submittedAt === null) finish(model, attempt, Math.min(model.now, attempt.deadlineAt));
      return "ok";
    case "look":
      closeIfOverdue(model, attempt);
      return takes ? "open" : "over";
    case "answer":
      if (!takes) return whyNot(attempt);
      if (command.what === "none") delete attempt.answers[command.position];
      else attempt.answers[command.position] = command.what;
      return "ok";
    case "flag":
      if (!takes) return whyNot(attempt);
      if (command.on) attempt.flags[command.position] = true;
      else delete attempt.flags[command.position];
      return "ok";
  }
}

function whyNot({ submittedAt, deadlineAt }: ModelAttempt): string {
  return submittedAt !== null && submittedAt < deadlineAt ? "attempt-submitted" : "attempt-late";
}

function closeIfOverdue(model: Model, attempt: ModelAttempt): void {
  if (attempt.submittedAt === null && attempt.deadlineAt <= model.now)
    finish(model, attempt, attempt.deadlineAt);
}

function finish(model: Model, attempt: ModelAttempt, at: number): void {
  attempt.submittedAt = at;
  const right = Object.values(attempt.answers).filter((what) => what === "right").length;
  attempt.score = right / QUESTIONS;
  attempt.passed = attempt.score >= attempt.revision.passMark;
  if (attempt.passed) {
    model.left = model.rules.max;
    model.waitUntil = -Infinity;
  } else if (model.left === 0) model.freshAt = at + model.rules.renew;
  else model.waitUntil = at + model.rules.wait;
}

function grant(model: Model): string {
  const last = model.attempts.at(-1);
  const isUsedUp =
    last !== undefined &&
    last.submittedAt !== null &&
    last.submittedAt < model.now &&
    model.left === 0 &&
    model.now < model.freshAt;
  if (model.gone || !isUsedUp) return "refused";
  model.left = model.rules.max;
  model.waitUntil = -Infinity;
  return "ok";
}

/** The model after the commands in some order that explains what each was told and what is stored; null when none does. */
export function explained(
  model: Model,
  commands: readonly Command[],
  told: readonly string[],
  isStored: (model: Model) => boolean,
): Model | null {
  for (const order of orders(commands.length)) {
    const copy = structuredClone(model);
    const agrees = order.every((index) => obey(copy, commands[index]!) === told[index]);
    if (agrees && isStored(copy)) return copy;
  }
  return null;
}

function orders(length: number): number[][] {
  if (length === 0) return [[]];
  return orders(length - 1).flatMap((order) =>
    Array.from({ length }, (_, place) => [...order.slice(0, place), length - 1, ...order.slice(place)]),
  );
}
