import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { expectAccessible } from "./accessible";
import { ready } from "./page-ready";
import { readToTheEnd } from "./reading";
import { associate, executive, expectRefusals, manager, open, test } from "./visitor";

const LESSON = "Where the light goes";
const ALT = "A plain blue field";
const WRONG = "The lamp needs {1+1} minutes.";
const RIGHT = "The lamp needs two minutes.";

const TEXT = `## Warming up

${RIGHT}

<Figure src="./lamp-glow.png" alt="${ALT}" caption="The glow after two minutes" />

<KnowledgeCheck id="warm-up" question="How long does the lamp need?">
<Choice why="It is not steady yet.">One minute</Choice>
<Choice correct why="That is what the manual says.">Two minutes</Choice>
<Choice why="Nobody has to wait that long.">One hour</Choice>
<Explanation>

A reading taken earlier drifts.

</Explanation>
</KnowledgeCheck>
`;

test("a manager publishes a course for account executives, and only they find it", async ({
  visit,
  token,
}) => {
  const title = `Lamp care ${token}`;
  const page = await visit(manager);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Team", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Team");
  await expectAccessible(page);
  await page.getByRole("main").getByRole("rowheader").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/team\/./);
  await ready(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Studio", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Studio");
  await expectAccessible(page);

  await test.step("a new course", async () => {
    await page.getByRole("link", { name: "New course" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("New course");
    await ready(page);
    await expectAccessible(page);
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Summary").fill("How to look after the lamp, and what to tell a customer.");
    await page.getByRole("group", { name: "For which job roles" }).getByLabel("Account Executive").check();
    await page.getByRole("button", { name: "Create the course" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await ready(page);
    await expectAccessible(page);
  });
  const draft = new URL(page.url()).pathname;

  await test.step("a picture", async () => {
    await open(page, `${draft}/pictures`);
    await expectAccessible(page);
    const file = { name: "Lamp glow.png", mimeType: "image/png", buffer: await picture() };
    await page.getByLabel("Files to upload").setInputFiles(file);
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await expect(page.getByText("Added: lamp-glow.png.")).toBeVisible();
    await expect(page.getByText("64 × 48 pixels")).toBeVisible();
    await ready(page);
    await expectAccessible(page);
  });

  await test.step("a file that only pretends to be a picture is refused", async () => {
    expectRefusals(page, 422);
    const file = {
      name: "trick.png",
      mimeType: "image/png",
      buffer: Buffer.from("<script>alert(1)</script>"),
    };
    await page.getByLabel("Files to upload").setInputFiles(file);
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await expect(page.getByText("This file was not taken")).toBeVisible();
    await ready(page);
    await expectAccessible(page);
  });

  await test.step("a lesson: an expression is refused with its line, in the editor and when publishing", async () => {
    await open(page, draft);
    await page.getByLabel("Title of the first lesson").fill(LESSON);
    await page.getByRole("button", { name: "Add the lesson" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(LESSON);
    await ready(page);
    await page.getByLabel("Summary").fill("What happens in the first minutes.");
    await page.getByLabel("Minutes").fill("3");
    await page.getByLabel("Text of the lesson").fill(TEXT.replace(RIGHT, WRONG));
    await preview(page);
    const problems = page.getByRole("region", { name: "1 thing to mend before publishing" });
    await expect(problems.getByRole("listitem")).toContainText("Line 3, column 16");
    await expectAccessible(page);
    await save(page);
    await open(page, `${draft}/publish`);
    const inTheWay = page.getByRole("region", { name: "1 thing to mend first" });
    await expect(inTheWay).toContainText("line 3, column 16");
    await expect(page.getByRole("button", { name: /^Publish/ })).toHaveCount(0);
    await expectAccessible(page);
    await inTheWay.getByRole("link", { name: LESSON }).click();
    await expect(page.getByLabel("Text of the lesson")).toHaveValue(TEXT.replace(RIGHT, WRONG));
    await ready(page);
  });

  await test.step("mended, it shows as its readers will see it", async () => {
    await page.getByLabel("Text of the lesson").fill(TEXT);
    await preview(page);
    const seen = page.getByRole("region", { name: "Preview of the lesson" });
    await expect(seen.getByText(RIGHT)).toBeVisible();
    await expectShown(seen.getByRole("img", { name: ALT }));
    await expect(seen.getByRole("region", { name: /^Check yourself/ })).toBeVisible();
    await save(page);
    await expectAccessible(page);
    await open(page, `${draft}/preview`);
    await expect(page.getByRole("img", { name: ALT })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("it is published", async () => {
    await open(page, `${draft}/publish`);
    await expect(page.getByRole("region", { name: "Who will see it" })).toContainText("Account Executive");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Publish the course" }).click();
    await expect(page.getByText("Revision 1 is published")).toBeVisible();
    await ready(page);
    await expectAccessible(page);
  });
  const course = await page.getByRole("link", { name: "Open the course" }).getAttribute("href");

  let pictureAddress = "";
  await test.step("an executive finds it and takes it", async () => {
    const reader = await visit(executive);
    await expectAccessible(reader);
    await search(reader, title);
    await expectAccessible(reader);
    await reader.getByRole("link", { name: title }).click();
    await expect(reader).toHaveURL(new RegExp(`${course}$`));
    await ready(reader);
    await reader.getByRole("link", { name: "Start the course" }).click();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(LESSON);
    await ready(reader);
    const image = reader.getByRole("img", { name: ALT });
    await expectShown(image);
    pictureAddress = (await image.getAttribute("src"))!;
    await readToTheEnd(reader, () => expectAccessible(reader));
    await expect(reader.getByText(/You completed this course on/)).toBeVisible();
    await search(reader, "glow minutes");
    await expect(reader.getByRole("link", { name: title })).toBeVisible();
  });

  await test.step("an associate finds no trace of it", async () => {
    const outsider = await visit(associate);
    await search(outsider, title);
    await expect(outsider.getByRole("link", { name: title })).toHaveCount(0);
    await search(outsider, "glow minutes");
    await expect(outsider.getByText(title)).toHaveCount(0);
    expectRefusals(outsider, 404);
    expect((await outsider.request.get(pictureAddress)).status()).toBe(404);
    for (const address of [course!, `${course}/where-the-light-goes`, draft]) {
      expect(await open(outsider, address)).toBe(404);
      await expect(outsider.getByText(title)).toHaveCount(0);
    }
  });
});

async function picture(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: "#1d5fa8" } })
    .png()
    .toBuffer();
}

async function search(page: Page, words: string): Promise<void> {
  await open(page, "/courses");
  await page.getByLabel("Search", { exact: true }).fill(words);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(page.getByRole("navigation", { name: "Pages" })).toContainText(`for “${words}”`);
  await ready(page);
}

/** The answer is awaited: with JavaScript the page stays, without it comes back. */
async function preview(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  await answered;
  await expect(page.getByRole("region", { name: "Preview of the lesson" })).not.toHaveAttribute(
    "aria-busy",
    "true",
  );
  await ready(page);
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await ready(page);
}

async function expectShown(image: ReturnType<Page["getByRole"]>): Promise<void> {
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
}
