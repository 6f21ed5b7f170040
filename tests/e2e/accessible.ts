import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { scripted } from "./page-ready";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

/** The rows of a table are made alike, and axe takes seconds for some hundreds of them. */
const REST_OF_LONG_TABLES = "tbody > tr:nth-of-type(n + 9)";
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** Both widths and both colour schemes, and without JavaScript the narrow one alone. */
function looks() {
  return scripted()
    ? ([
        { size: WIDE, colorScheme: "light" },
        { size: NARROW, colorScheme: "dark" },
      ] as const)
    : ([{ size: NARROW, colorScheme: "light" }] as const);
}

/** Without JavaScript, the kinds of page that this worker has looked at. */
const kindsSeen = new Set<string>();

/**
 * The page as it is now has nothing that axe finds fault with, one main heading, and fits its width. Without JavaScript
 * axe looks once at pages of one address, ids aside, that have the same kinds of controls.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const known = !scripted() && !isNew(await kindOf(page));
  for (const { size, colorScheme } of looks()) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${page.url()} is wider than ${size.width} px`).toBeLessThanOrEqual(0);
    if (known) continue;
    const found = (await violations(page)).map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
    );
    expect.soft(found, `${page.url()} at ${size.width} px, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: null });
}

function isNew(kind: string): boolean {
  const { size } = kindsSeen;
  return kindsSeen.add(kind).size > size;
}

async function kindOf(page: Page): Promise<string> {
  const controls = await page
    .locator("main :is(input, select, textarea, button, [role])")
    .evaluateAll((all) =>
      all.map((each) => [each.tagName, each.getAttribute("type"), each.getAttribute("role")].join(" ")),
    );
  return [new URL(page.url()).pathname.replaceAll(ID, "*"), ...new Set(controls)].join(", ");
}

/** axe waits on timers, which stand still without JavaScript: it is let in after the page has been made without. */
async function violations(page: Page) {
  const analyse = async () => {
    /* Colours on their way from one scheme to the other are nobody's. */
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
    /* Describing what is right as well takes as long as finding what is wrong. */
    const axe = new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ["violations"] })
      .exclude(REST_OF_LONG_TABLES);
    /* Without JavaScript the colours are those that were looked at with it. */
    return (scripted() ? axe : axe.disableRules("color-contrast")).analyze();
  };
  if (scripted()) return (await analyse()).violations;
  await page.waitForLoadState();
  const session = await page.context().newCDPSession(page);
  const disable = (value: boolean) => session.send("Emulation.setScriptExecutionDisabled", { value });
  await disable(true);
  await disable(false);
  const result = await analyse();
  await disable(true);
  expect(await page.evaluate(() => "__remixContext" in window), "the page's own scripts did not run").toBe(
    false,
  );
  return result.violations;
}
