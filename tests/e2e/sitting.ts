/** Sitting a test: the answers to give come from the content folder. */
import { expect, type Locator, type Page } from "@playwright/test";
import { questionAsked, sameText, type KeyedQuestion } from "./answer-keys";
import { ready, scripted } from "./page-ready";

export async function startTest(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Start (the test|a new attempt)$/ }).click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+$/);
  /* The address changes before the page does, and what is read next does not wait. */
  await expect(page.locator("fieldset[data-position]").first()).toBeVisible();
  await ready(page);
}

/** Answers everything rightly from the first page of the paper to the one that asks for confirmation. @returns what was asked */
export async function answerAll(
  page: Page,
  questions: readonly KeyedQuestion[],
  onSection: () => Promise<void> = async () => {},
): Promise<KeyedQuestion[]> {
  const asked: KeyedQuestion[] = [];
  const onward = page.getByRole("button", { name: /^Save and (continue|check)$/ });
  while ((await onward.count()) > 0) {
    await expect(page.getByText(/^Section \d+ of \d+$/)).toBeVisible();
    asked.push(...(await answerSection(page, questions)));
    await onSection();
    await goOn(page, onward);
  }
  await expect(page.getByRole("heading", { name: "Check and submit" })).toBeVisible();
  return asked;
}

/** Answers what the open section asks, and stays on it. */
export async function answerSection(
  page: Page,
  questions: readonly KeyedQuestion[],
): Promise<KeyedQuestion[]> {
  const asked: KeyedQuestion[] = [];
  await expect(page.getByText(/^Section \d+ of \d+$/)).toBeVisible();
  for (const field of await page.locator("fieldset[data-position]").all()) {
    const prompt = await field.locator("[id$='-prompt']").innerText();
    const question = questionAsked(questions, prompt);
    await answer(field, question);
    asked.push(question);
  }
  return asked;
}

/** Leaves a section, and is on the next page when it returns. */
export async function goOn(page: Page, button: Locator): Promise<void> {
  const next = await button.getAttribute("value");
  const left = await page.locator("fieldset[data-position]").first().getAttribute("data-position");
  await button.click();
  await expect(page).toHaveURL(new RegExp(`section=${next}$`));
  await expect(page.locator(`fieldset[data-position="${left}"]`)).toHaveCount(0);
  await ready(page);
}

export async function submitTest(page: Page): Promise<void> {
  const submit = page.getByRole("button", { name: "Submit the test" });
  await submit.click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+\/result/);
  await expect(submit).toHaveCount(0);
  await ready(page);
}

async function answer(field: Locator, question: KeyedQuestion): Promise<void> {
  switch (question.kind) {
    case "numeric":
      await field.getByRole("textbox").fill(String(question.numeric!.value));
      if (question.numeric!.units)
        await field
          .getByRole("combobox")
          .selectOption(question.numeric!.units.find(({ factor }) => factor === 1)!.unit);
      return;
    case "matching":
      return matchLines(field, question.pairs!);
    case "gaps":
      return fillGaps(field, question.gaps!);
    case "short-text":
      return field.getByRole("textbox").fill(question.accept![0]!.text);
    case "hotspot":
      return nameArea(field, question.areas!.find(({ correct }) => correct)!.name);
    case "free-response":
      return field
        .getByRole("textbox")
        .fill("I am sorry that it is late and that nobody called. It arrives on Thursday.");
    case "file-response":
      return handIn(field, "acknowledgement.txt", "Quotation Q-2291, revision C, week 23.");
    case "ordering":
      return scripted() ? moveIntoOrder(field, question.order!) : numberSteps(field, question.order!);
    default:
      for (const label of await field.locator("label").all()) {
        const text = await label.innerText();
        if (isRight(question, text)) await label.locator("input").check();
      }
  }
}

function isRight({ options, answer }: KeyedQuestion, text: string): boolean {
  if (!options) return text === (answer ? "True" : "False");
  return options.some((option) => option.correct && sameText(option.text, text));
}

async function matchLines(field: Locator, pairs: readonly { stem: string; match: string }[]): Promise<void> {
  for (const line of await field.getByRole("listitem").all()) {
    const text = await line.locator("[id$='-text']").innerText();
    const { match } = pairs.find(({ stem }) => sameText(stem, text))!;
    await line.getByRole("combobox").selectOption({ label: match });
  }
}

async function fillGaps(field: Locator, gaps: Record<string, { correct: string }>): Promise<void> {
  for (const { correct } of Object.values(gaps))
    await field
      .getByRole("combobox")
      .filter({ has: field.page().locator("option", { hasText: correct }) })
      .selectOption({ label: correct });
}

async function nameArea(field: Locator, name: string): Promise<void> {
  const list = field.getByText("Choose the place by its name instead");
  if (scripted() && !(await field.getByLabel(name).isVisible())) await list.click();
  await field.getByLabel(name).check();
}

/** With JavaScript the file goes at once; without it, with the form. */
export async function handIn(field: Locator, name: string, text: string): Promise<void> {
  await field.locator("input[type=file]").setInputFiles({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  });
  if (scripted()) await expect(field.getByText(name)).toBeVisible();
}

/** Without JavaScript each step has a list of places. */
async function numberSteps(field: Locator, order: readonly string[]): Promise<void> {
  for (const step of await field.getByRole("listitem").all()) {
    const text = await step.locator("[id$='-text']").innerText();
    const place = order.findIndex((right) => sameText(right, text)) + 1;
    await step.getByRole("combobox").selectOption(String(place));
  }
}

/** With it the steps are moved, from the top down. */
async function moveIntoOrder(field: Locator, order: readonly string[]): Promise<void> {
  const texts = field.getByRole("listitem").locator("[id$='-text']");
  const asItStands = field.getByRole("button", { name: "The order is right as it stands" });
  for (const [place, right] of order.entries()) {
    const shown = await texts.allInnerTexts();
    const found = shown.findIndex((text) => sameText(right, text));
    for (let from = found; from > place; from--) {
      await field
        .getByRole("listitem")
        .nth(from)
        .getByRole("button", { name: /^Move up/ })
        .click();
      await expect(texts.nth(from - 1)).toHaveText(shown[found]!);
    }
  }
  if (await asItStands.isVisible()) await asItStands.click();
}
