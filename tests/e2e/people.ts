/** New people, as the company gets them: the administrator adds them, and they follow the link in their mail. */
import { expect, type Page } from "@playwright/test";
import { ready } from "./page-ready";
import { administrator, open, type Account, type Visit } from "./visitor";

export interface Person extends Account {
  name: string;
  /** The page that the administrator sees. */
  page: string;
}

export type Given = "Customer Service Associate" | "Account Executive" | "Manager" | "Auditor";

const PASSWORD = "seven quiet harbours";

/** Someone who has set a password and can sign in, and holds what is `given`. */
export async function newPerson(visit: Visit, name: string, given: Given[] = []): Promise<Person> {
  const admin = await visit(administrator);
  const person = await addPerson(admin, name);
  for (const what of given) await give(admin, what);
  await acceptInvitation(await visit(), person);
  await admin.context().close();
  return person;
}

export async function addPerson(admin: Page, name: string): Promise<Person> {
  const address = name.toLowerCase().replaceAll(" ", ".");
  await open(admin, "/admin/people/new");
  await admin.getByLabel("Full name").fill(name);
  await admin.getByLabel("E-mail").fill(`${address}@halden.example`);
  await admin.getByLabel("Employee number").fill(`T-${address}`);
  await admin.getByLabel("Reason").fill("New hire");
  await admin.getByRole("button", { name: "Add and invite" }).click();
  await expect(admin.getByText("The person is added, and the invitation is on its way.")).toBeVisible();
  await ready(admin);
  const { pathname } = new URL(admin.url());
  return { name, email: `${address}@halden.example`, password: PASSWORD, page: pathname };
}

/** On the page of the person. */
export async function give(admin: Page, what: Given): Promise<void> {
  const list = whatList(admin);
  const wanted = list.getByRole("option", { name: new RegExp(`^${what}(:|$)`) });
  await giveChoice(admin, (await wanted.getAttribute("value"))!);
  await expect(admin.getByRole("table", { name: "What the person holds", exact: true })).toContainText(what);
}

/** A team of the demo company, such as emea-service. */
export async function joinTeam(admin: Page, person: Person, team: string): Promise<void> {
  await open(admin, person.page);
  await giveChoice(admin, `team-member:${team}`);
}

function whatList(admin: Page) {
  return admin.getByRole("region", { name: "Give" }).getByLabel("What", { exact: true });
}

async function giveChoice(admin: Page, value: string): Promise<void> {
  const form = admin.getByRole("region", { name: "Give" });
  await whatList(admin).selectOption(value);
  await form.getByLabel("Reason").fill("First day");
  await form.getByRole("button", { name: "Give", exact: true }).click();
  await expect(admin.getByText("Given.", { exact: true })).toBeVisible();
  await ready(admin);
}

/** Leaves the person's browser on the sign-in page, with the password set. */
export async function acceptInvitation(page: Page, { email, password, name }: Person): Promise<void> {
  await openMailTo(page, email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Welcome, ${name}`);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByText("Your password is set. Sign in with it.")).toBeVisible();
  await ready(page);
}

/** Follows the link in the newest mail to `email`, which is sent in the background. */
export async function openMailTo(page: Page, email: string): Promise<void> {
  /* Of what else they may have been sent, reminders for one, nothing is meant. */
  const link = page.getByRole("link", { name: /\/set-password\// });
  const mail = page
    .getByRole("article")
    .filter({ hasText: `To ${email}` })
    .filter({ has: link });
  await expect(async () => {
    await open(page, "/demo/mail");
    await expect(mail.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.first().getByRole("link").click();
  await expect(page).toHaveURL(/\/set-password\//);
  await ready(page);
}
