import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, Fields, HttpClient } from "./http-client";

const TRY_AGAIN_MS = 250;
const GIVE_UP_MS = 300_000;

/** Sends again until there is an answer: a person would press the button again. */
export class PersistentClient {
  constructor(
    private readonly http: HttpClient,
    /** Called for each request that was cut off or refused by the server, before it is sent again. */
    private readonly interrupted: (why: string) => void,
  ) {}

  get(path: string): Promise<Answer> {
    return this.#surely(() => this.http.get(path));
  }

  post(path: string, fields: Fields): Promise<Answer> {
    return this.#surely(() => this.http.post(path, fields));
  }

  close(): void {
    this.http.close();
  }

  async #surely(send: () => Promise<Answer>): Promise<Answer> {
    const giveUpAt = performance.now() + GIVE_UP_MS;
    for (;;) {
      const answer = await send().catch((error: Error) => error);
      if (!(answer instanceof Error) && answer.status < 500) return answer;
      if (performance.now() > giveUpAt)
        throw answer instanceof Error
          ? answer
          : new Error(`The server answers ${answer.status}: ${answer.body.slice(0, 200)}`);
      this.interrupted(answer instanceof Error ? reasonOf(answer) : `status ${answer.status}`);
      await sleep(TRY_AGAIN_MS);
    }
  }
}

export function expectStatus(what: string, { status, body }: Answer, expected: number): void {
  if (status !== expected) throw new Error(`${what} was answered with ${status}: ${body.slice(0, 300)}`);
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code ?? error.message;
}
