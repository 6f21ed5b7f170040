import { expect } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ready } from "./page-ready";
import { acceptInvitation, addPerson, give, openMailTo } from "./people";
import { administrator, expectRefusals, open, signIn, test } from "./visitor";

test("an administrator invites a person, and ends their access when they leave", async ({ visit, token }) => {
  const admin = await visit(administrator);
  await expectAccessible(admin);
  for (const address of ["/admin", "/admin/organisation", "/admin/job-roles", "/admin/people"]) {
    expect(await open(admin, address)).toBe(200);
    await expectAccessible(admin);
  }
  await admin.getByRole("link", { name: "Add a person" }).click();
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText("Add a person");
  await expectAccessible(admin);

  const person = await addPerson(admin, `Noor ${token}`);
  await expect(admin.getByText("Invited", { exact: true })).toBeVisible();
  await give(admin, "Customer Service Associate");
  await expectAccessible(admin);

  const theirs = await visit();
  await open(theirs, "/demo/mail");
  await expectAccessible(theirs);
  await openMailTo(theirs, person.email);
  await expectAccessible(theirs);
  const link = theirs.url();

  await test.step("a password that is easily guessed is refused, and the link stays good", async () => {
    expectRefusals(theirs, 422);
    await theirs.getByLabel("New password").fill("password1234");
    await theirs.getByRole("button", { name: "Set the password" }).click();
    await expect(theirs.getByRole("alert")).toContainText("among the first that are guessed");
    await expectAccessible(theirs);
  });

  await acceptInvitation(theirs, person);
  await signIn(theirs, person);
  await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(theirs.getByText(person.name, { exact: true })).toBeVisible();

  await test.step("the link works once", async () => {
    const other = await visit();
    expectRefusals(other, 410);
    expect(await open(other, link)).toBe(410);
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");
    await expectAccessible(other);
  });

  await test.step("the same address cannot be added twice", async () => {
    expectRefusals(admin, 409, 422);
    await open(admin, "/admin/people/new");
    await admin.getByLabel("Full name").fill("Someone Else");
    await admin.getByLabel("E-mail").fill(person.email);
    await admin.getByLabel("Employee number").fill(`U-${token}`);
    await admin.getByLabel("Reason").fill("New hire");
    await admin.getByRole("button", { name: "Add and invite" }).click();
    await expect(admin.getByRole("alert").first()).toContainText("e-mail");
    await expect(admin.getByLabel("Full name")).toHaveValue("Someone Else");
    await expectAccessible(admin);
  });

  await test.step("the person leaves", async () => {
    await open(admin, `/admin/people?q=${encodeURIComponent(person.email)}`);
    await admin.getByRole("link", { name: person.name }).click();
    await expect(admin.getByRole("heading", { level: 1 })).toHaveText(person.name);
    await admin.getByRole("link", { name: "Mark as leaver" }).click();
    const change = admin.getByRole("region", { name: "Mark as leaver" });
    await change.getByLabel("Reason").fill("Moves to another company");
    await expectAccessible(admin);
    await change.getByRole("button", { name: "Review" }).click();
    await expect(change).toContainText(`${person.name} leaves`);
    await expect(change).toContainText("Customer Service Associate");
    await ready(admin);
    await expectAccessible(admin);
    await change.getByRole("button", { name: "Mark as leaver" }).click();
    await expect(admin.getByText("Marked as a leaver.")).toBeVisible();
    await expectAccessible(admin);
  });

  await test.step("their open browser is signed out at the next click", async () => {
    await theirs.getByRole("link", { name: "Courses", exact: true }).click();
    await expect(theirs).toHaveURL(/\/login\?next=/);
    await expectAccessible(theirs);
    expectRefusals(theirs, 422);
    await theirs.getByLabel("E-mail").fill(person.email);
    await theirs.getByLabel("Password", { exact: true }).fill(person.password);
    await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(theirs.getByRole("alert")).toContainText("do not go together");
  });
});
