import type { Counted } from "../bench/figure";

/** How long each thing of one kind took, and the span from the first beginning to the last end. */
export class Stopwatch {
  readonly #times: number[] = [];
  #from = Infinity;
  #until = 0;

  async time<T>(work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    const result = await work();
    const until = performance.now();
    this.#times.push(until - from);
    this.#from = Math.min(this.#from, from);
    this.#until = Math.max(this.#until, until);
    return result;
  }

  get counted(): Counted {
    return { times: this.#times, seconds: (this.#until - this.#from) / 1_000, failed: 0 };
  }
}
