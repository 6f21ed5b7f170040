import { expect, type Page, type Response } from "@playwright/test";
import { checksGivingAway, givingAway, questionsOf, says } from "./answer-keys";
import { ready } from "./page-ready";
import { newPerson } from "./people";
import { answerAll, startTest, submitTest } from "./sitting";
import { open, signIn, test } from "./visitor";

const COURSE = "code-of-conduct";
const TEST = "service-essentials";
/** The name of a key's field, also inside a string inside a script. */
const KEY = /\\*"correct\\*"/;

interface Answer {
  address: string;
  type: string;
  body: string;
}

test("nothing that gives an answer away is in any response before submission", async ({ visit, token }) => {
  const person = await newPerson(visit, `Keiko ${token}`, ["Customer Service Associate"]);
  const page = await visit();
  const answers = record(page);
  await signIn(page, person);

  await test.step("a lesson, before its knowledge checks are answered", async () => {
    await open(page, `/courses/${COURSE}`);
    const lessons = page.getByRole("main").getByRole("link", { name: /not read yet/ });
    const addresses = await Promise.all((await lessons.all()).map((link) => link.getAttribute("href")));
    expect(addresses.length).toBeGreaterThan(3);
    const taken = await answers.taken();
    for (const address of addresses) {
      await lessons.and(page.locator(`[href="${address}"]`)).click();
      await expect(page.getByRole("region", { name: /^Check yourself/ }).first()).toBeVisible();
      taken.push(...(await answers.taken()));
      await open(page, address!);
      taken.push(...(await answers.taken()));
      await open(page, `/courses/${COURSE}`);
      taken.push(...(await answers.taken()));
    }
    expectSilent(taken, checksGivingAway(COURSE));
  });

  await test.step("a sitting", async () => {
    await open(page, `/assessments/${TEST}`);
    const taken = await answers.taken();
    await startTest(page);
    const asked = await answerAll(page, questionsOf(TEST), async () => {
      taken.push(...(await answers.taken()));
    });
    expect(asked).toHaveLength(12);
    taken.push(...(await answers.taken()));
    const { pathname } = new URL(page.url());
    for (const section of ["1", "review"]) {
      await open(page, `${pathname}?section=${section}`);
      taken.push(...(await answers.taken()));
    }
    expectSilent(taken, questionsOf(TEST).flatMap(givingAway));

    await submitTest(page);
    await ready(page);
    /* Afterwards all of it is told: what looks for it would have found it. */
    const told = await answers.taken();
    for (const { explanation } of asked)
      expect(
        told.some(({ body }) => says(body, explanation)),
        explanation,
      ).toBe(true);
  });

  await test.step("a knowledge check tells why once it is answered", async () => {
    await open(page, `/courses/${COURSE}/gifts-and-hospitality`);
    await answers.taken();
    const check = page.getByRole("region", { name: /^Check yourself/ }).first();
    await check.getByRole("checkbox").or(check.getByRole("radio")).first().check();
    await check.getByRole("button", { name: "Check my answer" }).click();
    await expect(check.getByText(/^(That is right|Not quite)/)).toBeVisible();
    const told = await answers.taken();
    expect(told.some(({ body }) => checksGivingAway(COURSE).some((text) => says(body, text)))).toBe(true);
    expect(told.some(({ body }) => KEY.test(body))).toBe(true);
  });
});

/** Keeps every body that reaches the browser, of pages, of data and of scripts. */
function record(page: Page) {
  let underway: Promise<Answer>[] = [];
  page.on("response", (response) => {
    if (isText(response)) underway.push(read(response));
  });
  return {
    /** Since the last time. */
    async taken(): Promise<Answer[]> {
      const taken = await Promise.all(underway);
      underway = [];
      expect(taken.length).toBeGreaterThan(0);
      return taken;
    },
  };
}

function isText(response: Response): boolean {
  const type = response.headers()["content-type"] ?? "";
  const redirects = response.status() >= 300 && response.status() < 400;
  return !redirects && response.status() !== 204 && /text|json|javascript|x-script/.test(type);
}

/** A browser may drop the body of what it fetched ahead or left behind; the same is then asked for once more. */
async function read(response: Response): Promise<Answer> {
  const address = response.url();
  const type = response.headers()["content-type"] ?? "";
  const again = async () => {
    expect(response.request().method(), address).toBe("GET");
    return (await response.frame().page().request.get(address)).text();
  };
  return { address, type, body: await response.text().catch(again) };
}

function expectSilent(answers: readonly Answer[], secrets: readonly string[]): void {
  expect(secrets.length).toBeGreaterThan(10);
  for (const { address, type, body } of answers) {
    const told = secrets.filter((secret) => says(body, secret));
    expect(told, `${address} gives these away`).toEqual([]);
    /* The app's own scripts and styles know the word, not the answers. */
    if (!/javascript|css/.test(type)) expect(body, address).not.toMatch(KEY);
  }
}
