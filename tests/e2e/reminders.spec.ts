/** The administrator says when digests go out; a person is told, sees it done, and takes the dates into a calendar. */
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import ICAL from "ical.js";
import { expectAccessible } from "./accessible";
import { ready } from "./page-ready";
import { administrator, associate, expectRefusals, open, test } from "./visitor";

const EVERY_DAY = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

test("reminders come in a digest a day and into a calendar", async ({ visit }) => {
  const admin = await visit(administrator);
  await sendFromMidnight(admin);
  await expectAccessible(admin);
  await open(admin, "/admin/reminders?open=add#change");
  await admin.getByRole("button", { name: "Add the rule" }).click();
  await expect(admin.getByText("Choose what it is about.").first()).toBeVisible();
  await open(admin, "/admin/reminders?rule=first-7#change");
  await expect(admin.getByRole("table", { name: "What this rule was" })).toContainText(
    "What Attest starts with",
  );
  await expectAccessible(admin);
  await open(admin, "/admin/reminders/preview");
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText("Who would be told what");
  await expectAccessible(admin);

  const page = await visit(associate);
  const articles = page.getByRole("article");
  await expect(async () => {
    await open(page, "/notifications");
    await expect(articles.first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 150_000 });
  await expect(articles.first().getByRole("listitem").first()).toContainText(
    /is due by|was due by|valid until|expired|renewed/,
  );
  await expectAccessible(page);
  const unread = page.getByRole("button", { name: "Mark all as read" });
  /* The other run of this journey may have read them. */
  if (await unread.isVisible()) {
    await unread.click();
    await expect(unread).toBeHidden();
    await ready(page);
  }
  await open(admin, "/admin/reminders/log");
  await expect(admin.getByRole("table", { name: "Digests" })).toBeVisible();
  await expectAccessible(admin);

  await page.getByRole("link", { name: "Your dates" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your dates");
  await ready(page);
  const shown = await page.getByRole("table", { name: "Your dates" }).locator("tbody tr").count();
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as a calendar file" }).click();
  expect(eventsIn(readFileSync(await (await saving).path(), "utf8"))).toBe(shown);

  await page.getByRole("button", { name: /Create a private address|Replace the address/ }).click();
  const address = page.getByLabel("Address for your calendar program");
  await expect(address).toHaveValue(/\/calendar\/[\w-]{43}\.ics$/);
  await expectAccessible(page);
});

/** Whatever the hour and the day on which the journey is run. The other run of it may save at the same moment. */
async function sendFromMidnight(admin: Page): Promise<void> {
  expectRefusals(admin, 409, 422);
  await expect(async () => {
    await open(admin, "/admin/reminders");
    await admin.getByLabel("Hour of the day").fill("0");
    for (const day of EVERY_DAY) await admin.getByLabel(day).check();
    await admin
      .getByRole("region", { name: "When digests go out" })
      .getByLabel("Reason")
      .fill("For the journey");
    await admin.getByRole("button", { name: "Save the settings" }).click();
    await expect(admin.getByText("The settings are saved.")).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await ready(admin);
}

function eventsIn(file: string): number {
  return new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents("vevent").length;
}
