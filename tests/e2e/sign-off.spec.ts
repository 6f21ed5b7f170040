import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ready, scripted } from "./page-ready";
import { joinTeam, newPerson } from "./people";
import { administrator, expectRefusals, manager, open, signIn, test } from "./visitor";

const PHONE = { width: 320, height: 640 };

test("a manager signs off work on a phone beside the person, who acknowledges it", async ({
  visit,
  token,
}) => {
  const person = await newPerson(visit, `Sana ${token}`, ["Customer Service Associate"]);
  await joinTeam(await visit(administrator), person, "emea-service");
  const phone = await visit(manager);
  await phone.setViewportSize(PHONE);

  await test.step("it is begun with somebody of the team", async () => {
    await open(phone, `/sign-offs/new?q=${encodeURIComponent(person.name)}`);
    await phone.getByRole("link", { name: person.name }).click();
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText(`Observe ${person.name}`);
    await ready(phone);
    await expectAccessible(phone);
    await phone.setViewportSize(PHONE);
    await phone.getByLabel(/^Premier calls and answers/).check();
    await phone.getByRole("button", { name: "Begin" }).click();
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Premier calls and answers");
    await ready(phone);
  });

  await test.step("what cannot be read is said and kept, and the rest is saved", async () => {
    expectRefusals(phone, 422);
    await measure(phone, "Calls were answered", "all", "20");
    const waiting = criterion(phone, "Nobody was left waiting");
    await choose(phone, "Nobody was left waiting", "Met");
    await waiting.getByLabel("Note").fill("Watched at desk 5.");
    await phone.getByRole("button", { name: "Save", exact: true }).click();
    await expect(phone.getByText("“all” is not a number. Write it like 4.5.").first()).toBeVisible();
    await ready(phone);
    await expect(measured(phone, "Calls were answered")).toHaveValue("all");
    await expect(waiting.getByText(/^Saved by/)).toBeVisible();
    await expect(waiting.getByLabel("Met", { exact: true })).toBeChecked();
    await expect(waiting.getByLabel("Note")).toHaveValue("Watched at desk 5.");
    await expectAccessible(phone);
    await phone.setViewportSize(PHONE);
  });

  await test.step("it survives closing the page", async () => {
    await measure(phone, "Calls were answered", "100", "20");
    await measure(phone, "Questions got an accurate answer", "100", "10");
    await measure(phone, "Answers in the sample", "97.5", "10");
    await choose(phone, "Each case was closed", "Met");
    /* What was entered last is sent last, with all the rest. */
    if (scripted())
      await expect(criterion(phone, "Each case was closed").getByText(/^Saved by/)).toBeVisible();
    else {
      await phone.getByRole("button", { name: "Save", exact: true }).click();
      await expect(phone.getByText("Saved. You can close this and go on later.")).toBeVisible();
    }
    await open(phone, new URL(phone.url()).pathname);
    await expect(measured(phone, "Answers in the sample")).toHaveValue("97.5");
    await expectAccessible(phone);
    await phone.setViewportSize(PHONE);
  });

  await test.step("it is looked through and signed", async () => {
    await phone.getByRole("button", { name: "Review and sign" }).click();
    await expect(phone.getByText("97.5 %, over 10 closed questions")).toBeVisible();
    await ready(phone);
    await expectAccessible(phone);
    await phone.setViewportSize(PHONE);
    await phone.getByLabel(/^I observed this work myself/).check();
    await phone.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(phone.getByText("Signed. The person is told")).toBeVisible();
  });

  await test.step("the person reads and acknowledges it", async () => {
    const page = await visit();
    await signIn(page, person);
    await page.getByRole("link", { name: "1 to read and acknowledge" }).click();
    await page.getByRole("link", { name: "Premier calls and answers" }).click();
    await expect(page.getByRole("heading", { name: "Is this right?" })).toBeVisible();
    await ready(page);
    await expectAccessible(page);
    await page.getByLabel(/^I was there/).check();
    await page.getByRole("button", { name: "Acknowledge" }).click();
    await expect(page.getByText("Acknowledged. It is on record now")).toBeVisible();
    await expect(page.getByText("Signed off", { exact: true })).toBeVisible();
  });
});

function criterion(page: Page, text: string) {
  return page.getByRole("group", { name: text });
}

function measured(page: Page, text: string) {
  return criterion(page, text).getByLabel(/^Measured/);
}

async function measure(page: Page, text: string, value: string, sample: string): Promise<void> {
  await measured(page, text).fill(value);
  await criterion(page, text)
    .getByLabel(/^How many/)
    .fill(sample);
}

async function choose(page: Page, text: string, what: string): Promise<void> {
  await criterion(page, text).getByLabel(what, { exact: true }).check();
}
