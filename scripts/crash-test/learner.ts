/** One person who reads and sits tests, whatever happens to the server, and remembers what was acknowledged. */
import { setTimeout as sleep } from "node:timers/promises";
import { HttpClient, type Answer } from "../portal/http-client";
import {
  anyAnswer,
  readChecks,
  readLinks,
  readPaper,
  readSnapshot,
  type Question,
} from "../portal/page-forms";
import type { LoadPerson } from "../portal/people";
import type { SeededRandom } from "../portal/seeded-random";
import { TEST_SLUG } from "../portal/ten-questions";
import { keyOf, type Acknowledged } from "./acknowledged";

const TRY_AGAIN_MS = 250;
const GIVE_UP_MS = 300_000;
const SHARE_OF_READING = 0.4;
const SHARE_OF_CHANGED_ANSWERS = 0.3;

export class Learner {
  readonly #http: HttpClient;

  constructor(
    address: string,
    private readonly person: LoadPerson,
    private readonly password: string,
    private readonly random: SeededRandom,
    private readonly acknowledged: Acknowledged,
    private readonly running: () => boolean,
  ) {
    this.#http = new HttpClient(address);
  }

  async live(): Promise<void> {
    const { email } = this.person;
    const signedIn = await this.#surely(() =>
      this.#http.post("/login", [
        ["email", email],
        ["password", this.password],
      ]),
    );
    expectStatus("POST /login", signedIn, 302);
    const lessons = await this.#lessons();
    while (this.running()) {
      const next = lessons[0];
      if (next && this.random.next() < SHARE_OF_READING) {
        await this.#read(next);
        lessons.shift();
      } else await this.#sit();
    }
    this.#http.close();
  }

  /** Every lesson of every course, in order; the last one of a course is marked. */
  async #lessons(): Promise<{ path: string; last: boolean }[]> {
    const catalogue = await this.#surely(() => this.#http.get("/courses"));
    const all: { path: string; last: boolean }[] = [];
    for (const course of readLinks(catalogue.body, "/courses")) {
      const page = await this.#surely(() => this.#http.get(course));
      const lessons = readLinks(page.body, course);
      all.push(...lessons.map((path, index) => ({ path, last: index === lessons.length - 1 })));
    }
    if (all.length === 0) throw new Error("The catalogue lists no lesson.");
    return all;
  }

  async #read({ path, last }: { path: string; last: boolean }): Promise<void> {
    const { personId } = this.person;
    const [, , course, lesson] = path.split("/");
    const page = await this.#surely(() => this.#http.get(path));
    expectStatus(`GET ${path}`, page, 200);
    const snapshot = ["snapshot", readSnapshot(page.body)] as const;
    for (const check of readChecks(page.body)) {
      const some = check.choices.filter(() => this.random.next() < 0.5);
      const chosen = check.multiple && some.length > 0 ? some : [this.random.pick(check.choices)];
      const fields = chosen.map((choice) => ["choice", choice] as const);
      const answered = await this.#surely(() =>
        this.#http.post(path, [["intent", "check"], ["check", check.id], snapshot, ...fields]),
      );
      expectStatus(`POST ${path} (check)`, answered, 200);
      this.acknowledged.check(personId, course!, check.id, chosen);
      await this.#think();
    }
    const read = await this.#surely(() => this.#http.post(path, [["intent", "read"], snapshot]));
    expectStatus(`POST ${path}`, read, 302);
    this.acknowledged.lessons.add(keyOf(personId, course, lesson));
    if (last) this.acknowledged.courses.add(keyOf(personId, course));
  }

  /** One attempt from start to submission. When the end comes it is left open, with what was answered. */
  async #sit(): Promise<void> {
    const start = `/assessments/${TEST_SLUG}`;
    const started = await this.#surely(() => this.#http.post(start, []));
    expectStatus(`POST ${start}`, started, 302);
    const path = started.location;
    const attemptId = path.split("/").at(-1)!;
    const page = await this.#surely(() => this.#http.get(`${path}?section=1`));
    expectStatus(`GET ${path}`, page, 200);
    for (const question of readPaper(page.body)) {
      if (!this.running()) return;
      await this.#answer(path, attemptId, question);
      if (this.random.next() < SHARE_OF_CHANGED_ANSWERS) await this.#answer(path, attemptId, question);
    }
    const submitted = await this.#surely(() => this.#http.post(path, [["intent", "submit"]]));
    expectStatus(`POST ${path} (submit)`, submitted, 302);
    this.acknowledged.submissions.add(attemptId);
  }

  async #answer(path: string, attemptId: string, question: Question): Promise<void> {
    await this.#think();
    const { fields, kept } = anyAnswer(question, this.random);
    const answer = await this.#surely(() => this.#http.post(`${path}/answers`, fields));
    expectStatus(`POST ${path}/answers`, answer, 200);
    const { saved } = JSON.parse(answer.body) as { saved: Record<string, boolean> };
    if (!saved[question.position]) throw new Error(`The answer was not saved: ${answer.body}`);
    this.acknowledged.answer(attemptId, question.position, kept);
  }

  #think(): Promise<void> {
    return sleep(this.random.between(0, 120));
  }

  /** Sends again until there is an answer: a person would press the button again. */
  async #surely(send: () => Promise<Answer>): Promise<Answer> {
    const giveUpAt = performance.now() + GIVE_UP_MS;
    for (;;) {
      const answer = await send().catch((error: Error) => error);
      if (!(answer instanceof Error) && answer.status < 500) return answer;
      if (performance.now() > giveUpAt)
        throw answer instanceof Error
          ? answer
          : new Error(`The server answers ${answer.status}: ${answer.body.slice(0, 200)}`);
      this.acknowledged.interrupted++;
      await sleep(TRY_AGAIN_MS);
    }
  }
}

function expectStatus(what: string, { status, body }: Answer, expected: number): void {
  if (status !== expected) throw new Error(`${what} was answered with ${status}: ${body.slice(0, 300)}`);
}
