import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { questionAsked, questionsOf, sameText, type KeyedQuestion } from "./answer-keys";
import { ready, scripted } from "./page-ready";
import { newPerson, type Person } from "./people";
import { answerAll, goOn, startTest, submitTest } from "./sitting";
import { expectNoConnection, expectRefusals, open, signIn, test } from "./visitor";

const PRACTICAL = "order-desk-practical";
const CHOICE = "fieldset[data-position]:has(input[type=radio])";
const DECLARATION = /^I sit this test by myself/;

async function newAssociate(visit: Parameters<typeof newPerson>[0], name: string) {
  const person = await newPerson(visit, name, ["Customer Service Associate"]);
  const page = await visit();
  await signIn(page, person);
  return { person, page };
}

test("an associate sits a test with every kind of question, and hands in what a person marks", async ({
  visit,
  token,
}) => {
  const { page } = await newAssociate(visit, `Pia ${token}`);
  await open(page, `/assessments/${PRACTICAL}`);
  await expectAccessible(page);

  await test.step("it does not start before the declaration is made, and says so", async () => {
    expectRefusals(page, 422);
    await page.getByRole("button", { name: "Start the test" }).click();
    await expect(page.getByText("Tick the declaration to start the test.")).toBeVisible();
    await ready(page);
    await expectAccessible(page);
    await page.getByLabel(DECLARATION).check();
    await startTest(page);
  });

  await test.step("a question can be flagged and left for later", async () => {
    await page.getByLabel("Come back to this").check();
    await goOn(page, page.getByRole("button", { name: "Save and continue" }));
    await expect(page.getByText("1 question to come back to")).toBeVisible();
    await page.getByRole("button", { name: /^Question 1, not answered, to come back to$/ }).click();
    await expect(page.getByLabel("Come back to this")).toBeChecked();
    await ready(page);
  });

  await test.step("every kind is answered", async () => {
    const asked = await answerAll(page, questionsOf(PRACTICAL), () => expectAccessible(page));
    expect(asked).toHaveLength(12);
    const kinds = asked.map((question) => question.kind);
    for (const kind of ["ordering", "gaps", "multiple", "free-response", "file-response"] as const)
      expect(kinds).toContain(kind);
    await expect(page.getByText("Every question has an answer")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the result says that a person is marking it", async () => {
    await submitTest(page);
    await expect(page.getByText("Somebody is marking your answers")).toBeVisible();
    await expect(page.getByText("acknowledgement.txt")).toBeVisible();
    await expectAccessible(page);
    await open(page, `/assessments/${PRACTICAL}`);
    await expect(page.getByText("Being marked").first()).toBeVisible();
    await expect(page.getByRole("button", { name: /^Start/ })).toHaveCount(0);
  });
});

test("a hotspot, an order and pairs are answered by keyboard alone, and without JavaScript", async ({
  visit,
  token,
}) => {
  const { page } = await newAssociate(visit, `Kari ${token}`);
  await open(page, `/assessments/${PRACTICAL}`);
  await page.getByLabel(DECLARATION).check();
  await startTest(page);
  const questions = questionsOf(PRACTICAL);
  const seen = new Set<string>();
  const onward = page.getByRole("button", { name: /^Save and (continue|check)$/ });
  while ((await onward.count()) > 0) {
    const field = page.locator("fieldset[data-position]");
    const question = questionAsked(questions, await field.locator("[id$='-prompt']").innerText());
    await byKeyboard(page, field, question);
    seen.add(question.kind);
    await goOn(page, onward);
  }
  /* All of the second section is drawn, and five of the six of the first. */
  expect(seen).toContain("ordering");
  expect(seen.has("hotspot") || seen.has("matching")).toBe(true);
  await expect(page.getByText(/question(s have| has) no answer yet/)).toBeVisible();
});

async function byKeyboard(page: Page, field: Locator, question: KeyedQuestion): Promise<void> {
  switch (question.kind) {
    case "hotspot": {
      if (!scripted()) {
        await field.getByLabel("Quotation number and revision").focus();
        await page.keyboard.press("Space");
        return;
      }
      const figure = field.getByRole("button", { name: /^Place your marker in the figure/ });
      await figure.focus();
      for (const key of [
        "Shift+ArrowRight",
        "Shift+ArrowRight",
        "Shift+ArrowUp",
        "Shift+ArrowUp",
        "Shift+ArrowUp",
      ])
        await page.keyboard.press(key);
      await expect(field.getByText("Your marker is 70% from the left and 20% from the top.")).toBeVisible();
      return;
    }
    case "ordering":
      return scripted()
        ? moveByKeyboard(page, field, question.order!)
        : numberByKeyboard(page, field, question);
    case "matching":
      for (const line of await field.getByRole("listitem").all()) {
        const text = await line.locator("[id$='-text']").innerText();
        const { match } = question.pairs!.find(({ stem }) => sameText(stem, text))!;
        await line.getByRole("combobox").focus();
        await page.keyboard.type(match);
        await expect(line.getByRole("combobox").locator("option:checked")).toHaveText(match);
      }
  }
}

async function moveByKeyboard(page: Page, field: Locator, order: readonly string[]): Promise<void> {
  const texts = field.getByRole("listitem").locator("[id$='-text']");
  for (const [place, right] of order.entries()) {
    const shown = await texts.allInnerTexts();
    const found = shown.findIndex((text) => sameText(right, text));
    for (let from = found; from > place; from--) {
      const step = field.getByRole("listitem").nth(from);
      await step.getByRole("button", { name: /^Move up/ }).focus();
      await page.keyboard.press("Enter");
      await expect(texts.nth(from - 1)).toHaveText(shown[found]!);
    }
  }
  const asItStands = field.getByRole("button", { name: "The order is right as it stands" });
  if (await asItStands.isVisible()) {
    await asItStands.focus();
    await page.keyboard.press("Enter");
  }
}

async function numberByKeyboard(page: Page, field: Locator, { order }: KeyedQuestion): Promise<void> {
  for (const step of await field.getByRole("listitem").all()) {
    const text = await step.locator("[id$='-text']").innerText();
    const place = String(order!.findIndex((right) => sameText(right, text)) + 1);
    await step.getByRole("combobox").focus();
    await page.keyboard.type(place);
    await expect(step.getByRole("combobox")).toHaveValue(place);
  }
}

test("answers given without a connection are kept and sent when it is back; another device goes on", async ({
  visit,
  token,
}) => {
  const { person, page } = await newAssociate(visit, `Nora ${token}`);
  await open(page, "/assessments/service-essentials");
  await startTest(page);
  const address = page.url();
  const option = page.locator(CHOICE).first().locator("input[type=radio]").first();

  if (scripted()) {
    await page.context().setOffline(true);
    expectNoConnection(page);
    await option.check();
    await expect(page.getByText("No connection. Your answers are kept here")).toBeVisible();
    await expectAccessible(page);
    await page.context().setOffline(false);
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  } else {
    await option.check();
    await goOn(page, page.getByRole("button", { name: "Save and continue" }));
  }
  await onAnotherDevice(visit, person, address);
});

async function onAnotherDevice(
  visit: Parameters<typeof newPerson>[0],
  person: Person,
  address: string,
): Promise<void> {
  const other = await visit();
  await signIn(other, person);
  await open(other, `${address}?section=1`);
  await expect(other.getByText(/^1 of 12 answered/)).toBeVisible();
  await expect(other.locator(CHOICE).first().locator("input[type=radio]:checked")).toHaveCount(1);
}
