import { expect, type Page } from "@playwright/test";
import { ready } from "./page-ready";

/** Reads from the lesson that is open to the end of the course, answering every knowledge check on the way. */
export async function readToTheEnd(
  page: Page,
  onLesson: () => Promise<void> = async () => {},
): Promise<void> {
  const lesson = page.getByText(/^Lesson \d+ of \d+/);
  for (let more = true; more;) {
    const [, number, total] = /Lesson (\d+) of (\d+)/.exec(await lesson.innerText())!;
    await answerChecks(page);
    await onLesson();
    more = number !== total;
    await page.getByRole("button", { name: more ? "Done, next lesson" : "Done, finish the course" }).click();
    if (more) await expect(lesson).toHaveText(new RegExp(`^Lesson ${Number(number) + 1} of`));
    else await expect(page).toHaveURL(/\/courses\/[^/]+$/);
    await ready(page);
  }
}

/** The first choice each time, be it right or wrong: either way the portal explains itself. */
async function answerChecks(page: Page): Promise<void> {
  const checks = page.getByRole("region", { name: /^Check yourself/ });
  for (let index = 0; index < (await checks.count()); index++) {
    const check = checks.nth(index);
    await check.getByRole("checkbox").or(check.getByRole("radio")).first().check();
    await check.getByRole("button", { name: "Check my answer" }).click();
    await expect(check.getByText(/^(That is right|Not quite)/)).toBeVisible();
    await ready(page);
  }
}
