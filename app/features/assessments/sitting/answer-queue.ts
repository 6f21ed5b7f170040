/** Sends answers as they are given and keeps them until the server has them. Knows no React, so that it can be tested. */
import { ASKED } from "./answer-form";
import type { SavedAnswers } from "./attempt-view";
import type { Fields, Unsent } from "./unsent-answers";

export type SendState = "idle" | "waiting" | "sending" | "saved" | "refused" | "offline" | "signed-out";

export interface QueueView {
  readonly state: SendState;
  readonly answered: Readonly<Record<number, boolean>>;
  readonly problems: Readonly<Record<number, string>>;
  /** Milliseconds left when the server last spoke, and the browser's steady clock then. */
  readonly clock: { readonly left: number; readonly readAt: number } | null;
}

export interface Outside {
  /** @returns the server's reply; "signed-out" when it asks to sign in. Rejects when it cannot be reached. */
  send: (form: FormData) => Promise<SavedAnswers | "signed-out">;
  keep: (unsent: Unsent) => void;
  steadyNow: () => number;
  ended: (reason: string) => void;
  changed: (view: QueueView) => void;
}

const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 20_000;

export class AnswerQueue {
  private readonly unsent: Map<number, Fields>;
  private view: QueueView = { state: "idle", answered: {}, problems: {}, clock: null };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private failures = 0;
  private stopped = false;

  constructor(
    private readonly outside: Outside,
    leftOver: Unsent,
  ) {
    this.unsent = new Map(leftOver);
  }

  /** Takes an answer and sends it after `delay` milliseconds without another. */
  add(position: number, fields: Fields, delay = 0): void {
    this.unsent.set(position, fields);
    this.outside.keep(this.unsent);
    this.show({
      state: this.view.state === "offline" || this.view.state === "signed-out" ? this.view.state : "waiting",
    });
    this.schedule(delay);
  }

  /**
   * Sends what waits, or asks the server for the time left when nothing does.
   * @returns whether the server was reached and has everything
   */
  async sync(): Promise<boolean> {
    await this.send(true);
    const reached = this.view.state !== "offline" && this.view.state !== "signed-out";
    return reached && !this.stopped && this.unsent.size === 0 && Object.keys(this.view.problems).length === 0;
  }

  private async send(evenNothing: boolean): Promise<void> {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    if (this.stopped || (this.unsent.size === 0 && !evenNothing)) return;
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

  private async sendAll(): Promise<void> {
    const batch = new Map(this.unsent);
    const form = new FormData();
    for (const [position, fields] of batch) {
      form.append(ASKED, String(position));
      for (const [name, value] of fields) form.append(name, value);
    }
    if (batch.size > 0) this.show({ state: "sending" });
    let reply: SavedAnswers | "signed-out";
    try {
      reply = await this.outside.send(form);
    } catch {
      this.show({ state: "offline" });
      this.schedule(Math.min(FIRST_RETRY * 2 ** this.failures++, LONGEST_RETRY));
      return;
    }
    this.failures = 0;
    if (reply === "signed-out") this.show({ state: "signed-out" });
    else this.settle(batch, reply);
  }

  private settle(batch: Unsent, reply: SavedAnswers): void {
    /* What was changed while this was under way still waits. */
    for (const [position, fields] of batch)
      if (this.unsent.get(position) === fields) this.unsent.delete(position);
    this.outside.keep(this.unsent);
    const problems = Object.fromEntries(
      Object.entries({ ...this.view.problems, ...reply.problems }).filter(
        ([position]) => !batch.has(Number(position)) || position in reply.problems,
      ),
    );
    this.show({
      state: this.unsent.size > 0 ? "waiting" : Object.keys(problems).length > 0 ? "refused" : "saved",
      answered: { ...this.view.answered, ...reply.saved },
      problems,
      clock: { left: reply.millisecondsLeft, readAt: this.outside.steadyNow() },
    });
    if (reply.ended) {
      this.stop();
      this.unsent.clear();
      this.outside.keep(this.unsent);
      this.outside.ended(reply.ended);
    } else if (this.unsent.size > 0) this.schedule(0);
  }

  private show(change: Partial<QueueView>): void {
    this.view = { ...this.view, ...change };
    this.outside.changed(this.view);
  }
}
