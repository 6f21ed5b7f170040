/** A bank and a test of one's own, made in the test office as a manager makes them. */
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ready } from "./page-ready";
import { open } from "./visitor";

const QUESTIONS = [
  ["How long is a quotation valid?", ["60 days", "90 days"], "A"],
  ["Who compares an order with its quotation?", ["The carrier", "The order desk"], "A"],
] as const;
const AIKEN = QUESTIONS.map(
  ([prompt, options, answer]) =>
    `${prompt}\n${options.map((option, index) => `${"AB"[index]}. ${option}`).join("\n")}\nANSWER: ${answer}\n`,
).join("\n");

export async function makeBank(office: Page, title: string): Promise<void> {
  await open(office, "/test-office/banks");
  await expectAccessible(office);
  await office.getByLabel("Title").fill(title);
  await office.getByRole("button", { name: "Create the bank" }).click();
  await expect(office.getByRole("heading", { level: 1 })).toHaveText(title);
  await ready(office);
  await expectAccessible(office);
}

/** From the page on which files are imported into the bank. The key of the second question says the wrong thing. */
export async function importQuestions(office: Page, title: string): Promise<void> {
  await open(office, new URL(office.url()).pathname);
  await office.getByLabel("Or paste the questions").fill(AIKEN);
  await office.getByLabel("Format").selectOption("aiken");
  await office.getByRole("button", { name: "Look at it" }).click();
  await expect(office.getByText("How long is a quotation valid?").first()).toBeVisible();
  await ready(office);
  await expectAccessible(office);
  await office.getByRole("button", { name: "Import 2 questions" }).click();
  await expect(office.getByRole("heading", { level: 1 })).toHaveText(title);
  await ready(office);
  await expect(office.getByText("How long is a quotation valid?")).toBeVisible();
  await expectAccessible(office);
}

interface Made {
  readonly title: string;
  readonly bank: string;
  /** What the portal proposes unless given. */
  readonly minutes?: number;
}

/** A test that draws both questions and wants both. @returns the address of its page in the office */
export async function makeTest(office: Page, { title, bank, minutes }: Made): Promise<string> {
  await open(office, "/test-office");
  await expectAccessible(office);
  await office.getByRole("link", { name: "New test" }).click();
  await office.getByLabel("Title").fill(title);
  await office.getByLabel("Summary").fill("Two questions from a bank of our own.");
  await office.getByRole("button", { name: "Continue" }).click();
  await expect(office.getByRole("button", { name: "Publish the test" })).toBeVisible();
  await ready(office);
  await expectAccessible(office);
  await office.getByLabel("Pass mark, %", { exact: true }).first().fill("100");
  if (minutes !== undefined) {
    await office.getByLabel("Minutes", { exact: true }).fill(String(minutes));
    await office.getByLabel("Warn, minutes before the end").fill(String(minutes));
    await office.getByLabel("Grace, seconds").fill("0");
  }
  await office.getByLabel("Title of section 1").fill("All of it");
  await office.getByLabel("Draws").first().fill("2");
  await office.getByLabel(bank).first().check();
  await office.getByRole("button", { name: "Publish the test" }).click();
  await expect(office.getByRole("button", { name: "Publish the changes" })).toBeVisible();
  await ready(office);
  return new URL(office.url()).pathname.replace(/\/settings$/, "");
}
