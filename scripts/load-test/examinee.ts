/** One person who sits the test once, in two tabs, in a hurry, and remembers what was acknowledged. */
import { HttpClient } from "../portal/http-client";
import type { Question } from "../portal/page-forms";
import type { LoadPerson } from "../portal/people";
import { expectStatus, PersistentClient } from "../portal/persistent-client";
import type { SeededRandom } from "../portal/seeded-random";
import { answerQuestion, attemptIdIn, openPaper, startTest, submitTest } from "../portal/sitting";
import { ONE_TRY_SLUG, QUESTIONS } from "../portal/ten-questions";
import type { AcknowledgedSittings } from "./acknowledged-sittings";
import type { Stopwatch } from "./stopwatch";

const SHARE_OF_CHANGED_ANSWERS = 0.3;
const PAGE = `/assessments/${ONE_TRY_SLUG}`;
const REFUSED = 409;

/** What is timed of everybody together. */
export type Step = "page" | "start" | "paper" | "answer" | "submit" | "result" | "attempt";
export type Stopwatches = Record<Step, Stopwatch>;

export class Examinee {
  /** Connections of their own, which the processes share out: mostly each leads to another process. */
  readonly #tabs: readonly [PersistentClient, PersistentClient];

  constructor(
    address: string,
    private readonly person: LoadPerson,
    private readonly random: SeededRandom,
    private readonly acknowledged: AcknowledgedSittings,
    private readonly stopwatches: Stopwatches,
  ) {
    const tab = () => new PersistentClient(new HttpClient(address, person.cookie), acknowledged.interrupt);
    this.#tabs = [tab(), tab()];
  }

  async sit(): Promise<void> {
    await this.stopwatches.attempt.time(() => this.#sitOnce());
    await this.#tryAgain();
    for (const tab of this.#tabs) tab.close();
  }

  async #sitOnce(): Promise<void> {
    const { page, start, paper, submit, result } = this.stopwatches;
    const [tab] = this.#tabs;
    expectStatus(`GET ${PAGE}`, await page.time(() => tab.get(PAGE)), 200);
    const [attempt] = await this.#inBothTabs((each) => start.time(() => startTest(each, ONE_TRY_SLUG)));
    const questions = await paper.time(() => openPaper(tab, attempt));
    if (questions.length !== QUESTIONS) throw new Error(`The paper has ${questions.length} questions.`);
    for (const question of questions) await this.#answer(attempt, question);
    for (const question of questions)
      if (this.random.next() < SHARE_OF_CHANGED_ANSWERS) await this.#answer(attempt, question);
    const [resultPage] = await this.#inBothTabs((each) => submit.time(() => submitTest(each, attempt)));
    this.acknowledged.submissions.add(attemptIdIn(attempt));
    expectStatus(`GET ${resultPage}`, await result.time(() => tab.get(resultPage)), 200);
  }

  /** Where each of the two was led is an attempt that the portal knows of. */
  async #inBothTabs(send: (tab: PersistentClient) => Promise<string>): Promise<[string, string]> {
    const paths = await Promise.all([send(this.#tabs[0]), send(this.#tabs[1])]);
    for (const path of paths) this.acknowledged.started(this.person.personId, attemptIdIn(path));
    return paths;
  }

  /** One after the other, from either tab, so that it is known which answer was the last. */
  async #answer(attempt: string, question: Question): Promise<void> {
    const tab = this.random.pick(this.#tabs);
    const kept = await this.stopwatches.answer.time(() =>
      answerQuestion(tab, attempt, question, this.random),
    );
    this.acknowledged.answer(attemptIdIn(attempt), question.position, kept);
  }

  async #tryAgain(): Promise<void> {
    const { status, location } = await this.#tabs[1].post(PAGE, []);
    if (status === REFUSED) return;
    this.acknowledged.secondTries++;
    if (location) this.acknowledged.started(this.person.personId, attemptIdIn(location));
  }
}
