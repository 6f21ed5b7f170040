/** One person who reads and sits tests, whatever happens to the server, and remembers what was acknowledged. */
import { setTimeout as sleep } from "node:timers/promises";
import { HttpClient } from "../portal/http-client";
import { readChecks, readLinks, readSnapshot, type Question } from "../portal/page-forms";
import type { LoadPerson } from "../portal/people";
import { expectStatus, PersistentClient } from "../portal/persistent-client";
import type { SeededRandom } from "../portal/seeded-random";
import { answerQuestion, attemptIdIn, openPaper, startTest, submitTest } from "../portal/sitting";
import { keyOf } from "../portal/tally";
import { TEST_SLUG } from "../portal/ten-questions";
import type { Acknowledged } from "./acknowledged";

const SHARE_OF_READING = 0.4;
const SHARE_OF_CHANGED_ANSWERS = 0.3;

export class Learner {
  readonly #http: PersistentClient;

  constructor(
    address: string,
    private readonly person: LoadPerson,
    private readonly password: string,
    private readonly random: SeededRandom,
    private readonly acknowledged: Acknowledged,
    private readonly running: () => boolean,
  ) {
    this.#http = new PersistentClient(new HttpClient(address), acknowledged.interrupt);
  }

  async live(): Promise<void> {
    const { email } = this.person;
    const signedIn = await this.#http.post("/login", [
      ["email", email],
      ["password", this.password],
    ]);
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
    const catalogue = await this.#http.get("/courses");
    const all: { path: string; last: boolean }[] = [];
    for (const course of readLinks(catalogue.body, "/courses")) {
      const page = await this.#http.get(course);
      const lessons = readLinks(page.body, course);
      all.push(...lessons.map((path, index) => ({ path, last: index === lessons.length - 1 })));
    }
    if (all.length === 0) throw new Error("The catalogue lists no lesson.");
    return all;
  }

  async #read({ path, last }: { path: string; last: boolean }): Promise<void> {
    const { personId } = this.person;
    const [, , course, lesson] = path.split("/");
    const page = await this.#http.get(path);
    expectStatus(`GET ${path}`, page, 200);
    const snapshot = ["snapshot", readSnapshot(page.body)] as const;
    for (const check of readChecks(page.body)) {
      const some = check.choices.filter(() => this.random.next() < 0.5);
      const chosen = check.multiple && some.length > 0 ? some : [this.random.pick(check.choices)];
      const fields = chosen.map((choice) => ["choice", choice] as const);
      const answered = await this.#http.post(path, [
        ["intent", "check"],
        ["check", check.id],
        snapshot,
        ...fields,
      ]);
      expectStatus(`POST ${path} (check)`, answered, 200);
      this.acknowledged.check(personId, course!, check.id, chosen);
      await this.#think();
    }
    const read = await this.#http.post(path, [["intent", "read"], snapshot]);
    expectStatus(`POST ${path}`, read, 302);
    this.acknowledged.lessons.add(keyOf(personId, course, lesson));
    if (last) this.acknowledged.courses.add(keyOf(personId, course));
  }

  /** One attempt from start to submission. When the end comes it is left open, with what was answered. */
  async #sit(): Promise<void> {
    const attempt = await startTest(this.#http, TEST_SLUG);
    for (const question of await openPaper(this.#http, attempt)) {
      if (!this.running()) return;
      await this.#answer(attempt, question);
      if (this.random.next() < SHARE_OF_CHANGED_ANSWERS) await this.#answer(attempt, question);
    }
    await submitTest(this.#http, attempt);
    this.acknowledged.submissions.add(attemptIdIn(attempt));
  }

  async #answer(attempt: string, question: Question): Promise<void> {
    await this.#think();
    const kept = await answerQuestion(this.#http, attempt, question, this.random);
    this.acknowledged.answer(attemptIdIn(attempt), question.position, kept);
  }

  #think(): Promise<void> {
    return sleep(this.random.between(0, 120));
  }
}
