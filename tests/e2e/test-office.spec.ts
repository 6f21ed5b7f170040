import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { expectAccessible } from "./accessible";
import { ready, scripted } from "./page-ready";
import { newPerson } from "./people";
import { submitTest } from "./sitting";
import { importQuestions, makeBank, makeTest } from "./test-making";
import { administrator, expectRefusals, open, signIn, test } from "./visitor";

/** Its key names an answer that is not there. */
const BROKEN = "Is the order acknowledged within one business day?\nA. Yes\nB. No\nANSWER: C\n";

test("a manager imports a bank, makes a test of it, and regrades a question whose key was wrong", async ({
  visit,
  token,
}) => {
  const manager = await newPerson(visit, `Runa ${token}`, ["Manager"]);
  const office = await visit();
  await signIn(office, manager);
  const title = `Order desk ${token}`;

  await test.step("a file with a mistake is looked at and not imported", async () => {
    await makeBank(office, title);
    await office.getByRole("link", { name: "Import", exact: true }).click();
    await expect(office.getByLabel("Or paste the questions")).toBeVisible();
    await ready(office);
    expectRefusals(office, 422);
    await office.getByLabel("Or paste the questions").fill(BROKEN);
    await office.getByLabel("Format").selectOption("aiken");
    await office.getByRole("button", { name: "Look at it" }).click();
    const problem = office.getByRole("row").filter({ hasText: "which is none of the letters above it" });
    await expect(problem.getByRole("cell").or(problem.getByRole("rowheader")).first()).toHaveText("4");
    await ready(office);
    await expect(office.getByLabel("Or paste the questions")).toHaveValue(BROKEN);
    await expect(office.getByRole("button", { name: /^Import / })).toHaveCount(0);
    await expectAccessible(office);
  });

  await test.step("a sound one is imported after a look at it", () => importQuestions(office, title));

  const address = await test.step("a test draws from it", () =>
    makeTest(office, { title: `Check-up ${token}`, bank: title }));
  const slug = address.split("/").at(-1)!;

  const sitter = await test.step("somebody answers both rightly, and does not pass", async () => {
    const person = await newPerson(visit, `Lena ${token}`, ["Account Executive"]);
    const page = await visit();
    await signIn(page, person);
    await open(page, `/assessments/${slug}`);
    await page.getByRole("button", { name: "Start the test" }).click();
    await expect(page).toHaveURL(/\/attempts\//);
    await ready(page);
    await page.getByLabel("60 days").check();
    await page.getByLabel("The order desk").check();
    await page.getByRole("button", { name: "Save and check" }).click();
    await expect(page.getByRole("heading", { name: "Check and submit" })).toBeVisible();
    await ready(page);
    await submitTest(page);
    await expect(page.getByText("Not passed").first()).toBeVisible();
    return page;
  });

  await test.step("the page of the test shows how its questions do", async () => {
    await open(office, address);
    await expect(office.getByRole("main")).toContainText("Who compares an order with its quotation?");
    await expectAccessible(office);
    await office.getByRole("link", { name: /Who compares an order/ }).click();
    await expect(office.getByRole("link", { name: "Regrade this question" })).toBeVisible();
    await ready(office);
    await expectAccessible(office);
  });

  await test.step("a regrade is previewed, then done", async () => {
    await office.getByRole("link", { name: "Regrade this question" }).click();
    await expect(office.getByRole("heading", { level: 1 })).toHaveText("Regrade a question");
    await ready(office);
    await expectAccessible(office);
    await office.getByLabel("Another answer is right").check();
    await office.getByRole("checkbox", { name: "The carrier" }).uncheck();
    await office.getByRole("checkbox", { name: "The order desk" }).check();
    await office.getByRole("button", { name: "See what it would change" }).click();
    await expect(office.getByText("Nothing is changed yet.")).toBeVisible();
    await ready(office);
    await expect(office.getByRole("main")).toContainText(`Lena ${token}`);
    await expectAccessible(office);
    await office
      .getByLabel("Why", { exact: true })
      .fill("The key named the carrier; the order desk compares.");
    await office.getByRole("button", { name: "Regrade the question" }).click();
    await expect(office.getByText(/The question is regraded/)).toBeVisible();
  });

  await test.step("the person has passed now, and reads why", async () => {
    await expect(async () => {
      await sitter.reload();
      await expect(sitter.getByText("The result was changed after it was first known")).toBeVisible({
        timeout: 1_000,
      });
    }).toPass();
    await ready(sitter);
    await expect(sitter.getByText("The key named the carrier; the order desk compares.")).toBeVisible();
    await expect(sitter.getByText("Passed", { exact: true }).first()).toBeVisible();
    await expectAccessible(sitter);
  });
});

test("the areas of a picture are drawn with a pointer, or typed as numbers", async ({ visit, token }) => {
  const office = await visit();
  await signIn(office, await newPerson(visit, `Nils ${token}`, ["Manager"]));
  await makeBank(office, `Shapes ${token}`);
  const bank = new URL(office.url()).pathname;
  await open(office, `${bank}/pictures`);
  const buffer = await sharp({ create: { width: 400, height: 200, channels: 3, background: "#9bb" } })
    .png()
    .toBuffer();
  await office
    .getByLabel("Pictures to upload")
    .setInputFiles({ name: "bench.png", mimeType: "image/png", buffer });
  await office.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(office.getByText("400 × 200")).toBeVisible();

  await open(office, `${bank}/questions/new?kind=hotspot`);
  await office.getByLabel("Question", { exact: true }).fill("Where is the *switch*?");
  await office.getByLabel("Picture", { exact: true }).selectOption("bench.png");
  await office.getByLabel("What the picture shows").fill("A bench from above.");
  const area = (index: number) => office.getByRole("group", { name: `Areas: ${index}`, exact: true });
  for (const [index, name] of [
    [1, "Left"],
    [2, "Right"],
  ] as const)
    // prettier-ignore
    await area(index).getByLabel("Name").fill(name);
  await area(2).getByLabel("Shape").selectOption("Ellipse");
  await area(1).getByRole("checkbox", { name: "Right" }).check();
  const numbers = async (index: number) =>
    (await area(index).getByLabel("Numbers").inputValue())
      .split(", ")
      .map((each) => Math.round(Number(each)));
  if (scripted()) {
    await drawOn(office, [0.1, 0.2], [0.3, 0.7]);
    await drawOn(office, [0.9, 0.8], [0.5, 0.4]);
  } else {
    await area(1).getByLabel("Numbers").fill("10, 20, 20, 50");
    await area(2).getByLabel("Numbers").fill("70, 60, 20, 20");
  }
  await expectAccessible(office);
  await office.getByRole("button", { name: "Add the question" }).click();
  await expect(office.getByRole("heading", { level: 1 })).toHaveText("Where is the switch?");
  await ready(office);
  /* To the whole hundredth: a pointer stops at pixels. */
  expect(await numbers(1)).toEqual([10, 20, 20, 50]);
  expect(await numbers(2)).toEqual([70, 60, 20, 20]);
});

/** From one place of the picture to another, in shares of its width and height. */
async function drawOn(page: Page, from: readonly [number, number], to: readonly [number, number]) {
  const picture = page.locator("form img");
  await picture.scrollIntoViewIfNeeded();
  const box = (await picture.boundingBox())!;
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to));
  await page.mouse.up();
}

test("a watched test starts with the code of the room, and with the time that was granted", async ({
  visit,
  token,
}) => {
  const watcher = await newPerson(visit, `Ravi ${token}`, ["Manager"]);
  const room = await visit();
  await signIn(room, watcher);
  const person = await newPerson(visit, `Tove ${token}`, ["Account Executive"]);

  await test.step("an administrator grants more time", async () => {
    const admin = await visit(administrator);
    await open(admin, `${person.page}/accommodations`);
    await expectAccessible(admin);
    await admin.getByLabel("Extra time in percent").fill("50");
    await admin.getByLabel("Reason").fill("Agreed with occupational health.");
    await admin.getByRole("button", { name: "Grant more time" }).click();
    await expect(admin.getByText("50 %").or(admin.getByText("50%")).first()).toBeVisible();
    await ready(admin);
    await expectAccessible(admin);
  });

  const code = await openRoom(room);
  const page = await visit();
  await signIn(page, person);
  await open(page, "/assessments/bench-methods-check-up");
  await expect(page.getByText(/Your extra 8 minutes for this test/)).toBeVisible();
  await expectAccessible(page);

  await test.step("a wrong code starts nothing, and says so", async () => {
    expectRefusals(page, 422);
    await page.getByLabel("Code from the invigilator").fill("WRONG1");
    await page.getByRole("button", { name: "Start the test" }).click();
    await expect(page.getByText(/This code does not start this test now/)).toBeVisible();
    await ready(page);
    await expect(page.getByRole("button", { name: "Start the test" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the right one starts it, in small letters too", async () => {
    await page.getByLabel("Code from the invigilator").fill(code.toLowerCase());
    await page.getByRole("button", { name: "Start the test" }).click();
    await expect(page).toHaveURL(/\/attempts\//);
    await ready(page);
    await expect(page.getByText("Closed book")).toBeVisible();
    await expectAccessible(page);
    await open(room, new URL(room.url()).pathname);
    await expect(room.getByRole("main")).toContainText(`Tove ${token}`);
    await expectAccessible(room);
    await room.getByRole("button", { name: "Close the room" }).click();
    await expect(room.getByText(/The room is closed/)).toBeVisible();
  });
});

async function openRoom(page: Page): Promise<string> {
  await open(page, "/test-office/rooms");
  await expectAccessible(page);
  await page.getByLabel("Test", { exact: true }).selectOption({ label: "Bench methods check-up" });
  await page.getByRole("button", { name: "Open the room" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bench methods check-up");
  await ready(page);
  await expectAccessible(page);
  const spelled = await page.getByRole("region", { name: "Code" }).locator(".sr-only").innerText();
  return spelled.replaceAll(" ", "");
}
