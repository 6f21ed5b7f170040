import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { questionsOf } from "./answer-keys";
import { ready, scripted } from "./page-ready";
import { newPerson } from "./people";
import { answerAll, startTest, submitTest } from "./sitting";
import { administrator, expectRefusals, open, signIn, test, type Visit } from "./visitor";

const PRACTICAL = "order-desk-practical";

test("what was written and handed in is marked by two people, and an appeal is decided", async ({
  visit,
  token,
}) => {
  const { page, attempt } = await handIn(visit, token);
  const code = attempt.split("/").at(-1)!.slice(-6).toUpperCase();

  await test.step("the first marker finds it in the queue, without a name", async () => {
    const marker = await newMarker(visit, `Mara ${token}`);
    await openInQueue(marker, code);
    const main = marker.getByRole("main");
    await expect(main).not.toContainText(`Wanda ${token}`);
    await expect(main.getByText("I am sorry that it is late")).toBeVisible();
    await expect(main.getByRole("link", { name: "Save the file that was handed in" })).toBeVisible();
    await expectAccessible(marker);

    expectRefusals(marker, 422);
    await marker.getByRole("button", { name: "Save the marks" }).click();
    await expect(marker.getByText("These marks were not saved yet")).toBeVisible();
    await ready(marker);
    await expectAccessible(marker);

    await chooseLevels(marker);
    await marker.getByLabel("Comment").first().fill("Say who owns it, and when the customer hears again.");
    if (scripted()) await staysWithMarks(marker);
    await marker.getByLabel("Somebody else should mark it as well").check();
    await marker.getByLabel("Why, if so").fill("It is a close call.");
    await marker.getByRole("button", { name: "Save the marks" }).click();
    await expect(marker.getByText(/Somebody else marks it next/)).toBeVisible();
    await open(marker, "/test-office/marking");
    await expect(marker.getByRole("link", { name: code })).toHaveCount(0);
  });

  await test.step("the second marker does not see the marks of the first", async () => {
    const marker = await newMarker(visit, `Sven ${token}`);
    await openInQueue(marker, code);
    await expect(marker.getByText("Second marking", { exact: true })).toBeVisible();
    await expect(marker.getByRole("main")).not.toContainText("Say who owns it");
    await expectAccessible(marker);
    await chooseLevels(marker);
    await marker.getByRole("button", { name: "Save the marks" }).click();
    await expect(marker.getByText(/The marking is complete, and the result is recorded/)).toBeVisible();
    await ready(marker);
  });

  await test.step("the person sees the result, what it earned by each criterion, and the comment", async () => {
    await open(page, `${attempt}/result`);
    await expect(page.getByText("Somebody is marking your answers")).toHaveCount(0);
    await expect(page.getByText("Say who owns it, and when the customer hears again.")).toBeVisible();
    await expect(page.getByText("2 of 2").first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("and appeals", async () => {
    await page.getByRole("link", { name: "Appeal against the result" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Appeal");
    await ready(page);
    await page.getByLabel("What is it about?").selectOption("11");
    expectRefusals(page, 422);
    await page.getByLabel("What should be different, and why?").fill("Too short.");
    await page.getByRole("button", { name: "File the appeal" }).click();
    await expect(page.getByText("Your appeal was not filed yet")).toBeVisible();
    await ready(page);
    await expect(page.getByLabel("What should be different, and why?")).toHaveValue("Too short.");
    await expectAccessible(page);
    await page
      .getByLabel("What should be different, and why?")
      .fill("The reply names the day, the owner and the next message, as the criterion asks.");
    await page.getByRole("button", { name: "File the appeal" }).click();
    await expect(page.getByText(/Your appeal is filed/)).toBeVisible();
    await ready(page);
    await expectAccessible(page);
  });

  await test.step("an administrator decides, and the result says what changed it", async () => {
    const admin = await visit(administrator);
    await open(admin, "/test-office/appeals");
    await expectAccessible(admin);
    await admin.getByRole("link", { name: code }).click();
    await expect(admin.getByRole("heading", { level: 1 })).toHaveText(`Appeal of candidate ${code}`);
    await ready(admin);
    await expectAccessible(admin);
    await admin.getByLabel(/^Uphold: full credit for question 11/).check();
    await admin.getByRole("textbox", { name: "Reason" }).fill("The reply meets the criterion in full.");
    await admin.getByRole("button", { name: "Decide the appeal" }).click();
    await expect(admin.getByText("The appeal is upheld, and the person is told by e-mail.")).toBeVisible();

    await open(page, `${attempt}/result`);
    await expect(page.getByText("The result was changed after it was first known")).toBeVisible();
    await expect(page.getByText("Counts in full")).toBeVisible();
    await expectAccessible(page);
  });
});

/** Asked whether to leave with marks that are not saved, somebody stays, and finds them. */
async function staysWithMarks(marker: Page): Promise<void> {
  const asked = marker.waitForEvent("dialog");
  const leaving = marker.getByRole("link", { name: "Rooms" }).click();
  const dialog = await asked;
  expect(dialog.message()).toContain("not saved");
  await dialog.dismiss();
  await leaving;
  await expect(marker.getByLabel("Comment").first()).toHaveValue(/Say who owns it/);
}

/** An associate who has sat the practical and waits for the marks. */
async function handIn(visit: Visit, token: string): Promise<{ page: Page; attempt: string }> {
  const person = await newPerson(visit, `Wanda ${token}`, ["Customer Service Associate"]);
  const page = await visit();
  await signIn(page, person);
  await open(page, `/assessments/${PRACTICAL}`);
  await page.getByLabel(/^I sit this test by myself/).check();
  await startTest(page);
  const attempt = new URL(page.url()).pathname;
  await answerAll(page, questionsOf(PRACTICAL));
  await submitTest(page);
  return { page, attempt };
}

async function newMarker(visit: Visit, name: string): Promise<Page> {
  const person = await newPerson(visit, name, ["Manager"]);
  const page = await visit();
  await signIn(page, person);
  return page;
}

async function openInQueue(marker: Page, code: string): Promise<void> {
  await open(marker, "/test-office/marking");
  const link = marker.getByRole("link", { name: code });
  const more = marker.getByRole("link", { name: "Next" });
  while ((await link.count()) === 0 && (await more.count()) > 0) {
    await more.click();
    await ready(marker);
  }
  await expectAccessible(marker);
  await link.click();
  await expect(marker.getByRole("heading", { level: 1 })).toHaveText(`Candidate ${code}`);
  await ready(marker);
}

/** The level that gives the most, for every criterion. */
async function chooseLevels(marker: Page): Promise<void> {
  for (const group of await marker.getByRole("radiogroup").all())
    await group.getByRole("radio").first().check();
}
