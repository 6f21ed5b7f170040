/** Sends answers as they are given and keeps them until the server has them. Knows no React, so that it can be tested. */
import type { Answer } from "../questions/question";
import { ASKED, knownName } from "./answer-form";
import { AnswersInDoubt } from "./answers-in-doubt";
import type { AnswerConflict, SavedAnswers } from "./attempt-view";
import type { Fields, Kept, Unsent } from "./unsent-answers";

export type SendState =
  "idle" | "waiting" | "sending" | "saved" | "refused" | "conflict" | "rejected" | "offline" | "signed-out";

export interface QueueView {
  readonly state: SendState;
  readonly answered: Readonly<Record<number, boolean>>;
  readonly problems: Readonly<Record<number, string>>;
  /** By position: what another window saved since this one was shown the question. Nothing of it was overwritten. */
  readonly conflicts: Readonly<Record<number, AnswerConflict>>;
  /** By position: the status with which the server turned the answer away, which is kept and not sent again by itself. */
  readonly rejected: Readonly<Record<number, number>>;
  /** Milliseconds left when the server last spoke, and the browser's steady clock then. */
  readonly clock: { readonly left: number; readonly readAt: number } | null;
}

/** The server was reached and does not take what was sent: sending it again would change nothing. */
export interface TurnedAway {
  readonly status: number;
}

export type Reply = SavedAnswers | "signed-out" | TurnedAway;

export interface Outside {
  /** @returns the server's reply; "signed-out" when it asks to sign in. Rejects when it cannot be reached or cannot serve. */
  send: (form: FormData) => Promise<Reply>;
  keep: (kept: Kept) => void;
  /** What was left over from before a sign-in has been sent: the page was made without it. */
  restored: () => void;
  steadyNow: () => number;
  ended: (reason: string) => void;
  changed: (view: QueueView) => void;
}

export const NOTHING_SENT: QueueView = {
  state: "idle",
  answered: {},
  problems: {},
  conflicts: {},
  rejected: {},
  clock: null,
};
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 20_000;

export class AnswerQueue {
  private readonly unsent: Map<number, Fields>;
  private view = NOTHING_SENT;
  /** What the server last said that it has, as it wants to hear it back. */
  private readonly stored = new Map<number, string>();
  private readonly inDoubt: AnswersInDoubt;
  /** Positions whose answer the page does not show, because it was given before the page was made. */
  private readonly leftOver: Set<number>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private failures = 0;
  private stopped = false;

  constructor(
    private readonly outside: Outside,
    leftOver: Kept,
  ) {
    this.unsent = new Map(leftOver.unsent);
    this.inDoubt = new AnswersInDoubt(leftOver.inDoubt);
    this.leftOver = new Set(leftOver.unsent.keys());
  }

  /** Takes an answer and sends it after `delay` milliseconds without another. */
  add(position: number, fields: Fields, delay = 0): void {
    this.unsent.set(position, this.knowing(position, fields));
    this.leftOver.delete(position);
    this.keep();
    this.show({
      state: this.view.state === "offline" || this.view.state === "signed-out" ? this.view.state : "waiting",
      conflicts: without(this.view.conflicts, [position]),
      rejected: without(this.view.rejected, [position]),
    });
    this.schedule(delay);
  }

  /**
   * Sends what waits, or asks the server for the time left when nothing does.
   * @returns whether the server was reached and has everything
   */
  async sync(): Promise<boolean> {
    this.view = { ...this.view, rejected: {} };
    await this.send(true);
    const { state, problems, conflicts } = this.view;
    const reached = state !== "offline" && state !== "signed-out";
    return reached && !this.stopped && this.unsent.size === 0 && isEmpty(problems) && isEmpty(conflicts);
  }

  private async send(evenNothing: boolean): Promise<void> {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    if (this.stopped || (this.sendable().length === 0 && !evenNothing)) return;
    this.sending = this.sendAll().finally(() => (this.sending = null));
    await this.sending;
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.send(this.view.state === "offline"), delay);
  }

  private sendable(): [number, Fields][] {
    return [...this.unsent].filter(([position]) => !(position in this.view.rejected));
  }

  private async sendAll(): Promise<void> {
    const batch = this.sendable();
    if (await this.sendBatch(new Map(batch))) return;
    /* One of them may be what the server does not take: the others must not wait for it. */
    for (const [position, fields] of batch)
      if (this.unsent.get(position) === fields && !this.stopped)
        await this.sendBatch(new Map([[position, fields]]));
  }

  /** @returns false when several were turned away together */
  private async sendBatch(batch: Unsent): Promise<boolean> {
    const form = new FormData();
    for (const [position, fields] of batch) {
      form.append(ASKED, String(position));
      for (const [name, value] of fields) form.append(name, value);
    }
    if (batch.size > 0) this.show({ state: "sending" });
    /* Noted before it goes: the page may be closed before the reply. */
    const undo = this.inDoubt.add(batch);
    if (batch.size > 0) this.keep();
    let reply: Reply;
    try {
      reply = await this.outside.send(form);
    } catch {
      this.show({ state: "offline" });
      this.schedule(Math.min(FIRST_RETRY * 2 ** this.failures++, LONGEST_RETRY));
      return true;
    }
    this.failures = 0;
    if (reply === "signed-out" || "status" in reply) {
      undo();
      this.keep();
    }
    if (reply === "signed-out") this.show({ state: "signed-out" });
    else if (!("status" in reply)) this.settle(batch, reply);
    else if (batch.size > 1) return false;
    else this.turnedAway(batch, reply.status);
    return true;
  }

  private turnedAway(batch: Unsent, status: number): void {
    const rejected = { ...this.view.rejected };
    for (const [position, fields] of batch)
      if (this.unsent.get(position) === fields) rejected[position] = status;
    this.show({ state: "rejected", rejected });
    if (this.sendable().length > 0) this.schedule(0);
  }

  private settle(batch: Unsent, reply: SavedAnswers): void {
    if (this.stopped) return;
    const own = Object.entries(reply.conflicts).filter(([position, { stored }]) =>
      this.inDoubt.has(+position, stored),
    );
    for (const [position, answer] of Object.entries(reply.saved)) this.know(+position, answer);
    for (const [position, { stored }] of Object.entries(reply.conflicts)) this.know(+position, stored);
    const restoring = this.leftOver.size > 0;
    const again = new Set(own.map(([position]) => +position));
    for (const [position, fields] of batch) {
      /* What was changed while this was under way still waits. */
      if (this.unsent.get(position) === fields && !again.has(position)) this.unsent.delete(position);
      if (!again.has(position)) this.inDoubt.delete(position);
    }
    for (const [position, fields] of this.unsent) this.unsent.set(position, this.knowing(position, fields));
    this.keep();
    const sent = [...batch.keys()];
    const problems = { ...without(this.view.problems, sent), ...reply.problems };
    const conflicts = { ...without(this.view.conflicts, sent) };
    for (const [position, { stored, sent: here }] of Object.entries(reply.conflicts))
      if (!this.unsent.has(+position))
        conflicts[+position] = { stored, sent: this.leftOver.has(+position) ? here : null };
    for (const position of sent) if (!this.unsent.has(position)) this.leftOver.delete(position);
    const answered = Object.entries(reply.saved).map(
      ([position, answer]) => [position, answer !== null] as const,
    );
    this.show({
      state: this.stateWith(problems, conflicts),
      answered: { ...this.view.answered, ...Object.fromEntries(answered) },
      problems,
      conflicts,
      clock: { left: reply.millisecondsLeft, readAt: this.outside.steadyNow() },
    });
    if (reply.ended) {
      this.unsent.clear();
      this.keep();
      this.stop();
      this.outside.ended(reply.ended);
      return;
    }
    if (this.sendable().length > 0) this.schedule(0);
    if (restoring && this.leftOver.size === 0) this.outside.restored();
  }

  private stateWith(problems: QueueView["problems"], conflicts: QueueView["conflicts"]): SendState {
    if (this.sendable().length > 0) return "waiting";
    if (!isEmpty(this.view.rejected)) return "rejected";
    return !isEmpty(conflicts) ? "conflict" : !isEmpty(problems) ? "refused" : "saved";
  }

  private know(position: number, answer: Answer | null): void {
    this.stored.set(position, answer === null ? "" : JSON.stringify(answer));
  }

  /** The fields with what is known to be stored, so that the server can tell whether another window saved since. */
  private knowing(position: number, fields: Fields): Fields {
    const known = this.stored.get(position);
    if (known === undefined) return fields;
    const name = knownName(position);
    return [...fields.filter((field) => field[0] !== name || field[1] !== known), [name, known]];
  }

  private keep(): void {
    /* Another queue has what was kept by now. */
    if (!this.stopped) this.outside.keep({ unsent: this.unsent, inDoubt: this.inDoubt.kept });
  }

  private show(change: Partial<QueueView>): void {
    this.view = { ...this.view, ...change };
    this.outside.changed(this.view);
  }
}

function without<T>(record: Readonly<Record<number, T>>, positions: readonly number[]): Record<number, T> {
  return Object.fromEntries(Object.entries(record).filter(([position]) => !positions.includes(+position)));
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
