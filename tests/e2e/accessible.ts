import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { scripted } from "./page-ready";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

/** The first rows and entries are made as all others are, and axe takes seconds for some hundreds of them. */
const REST_OF_LONG_LISTS = ":is(tr, li, article):nth-of-type(n + 9)";

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
 * each kind of page is looked at once: what the server sends for the others was looked at with it.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  if (!scripted()) {
    const kind = await kindOf(page);
    if (kindsSeen.has(kind)) return;
    kindsSeen.add(kind);
  }
  for (const { size, colorScheme } of looks()) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const found = (await violations(page)).map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
    );
    expect.soft(found, `${page.url()} at ${size.width} px, ${colorScheme}`).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${page.url()} is wider than ${size.width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: null });
}

async function kindOf(page: Page): Promise<string> {
  const [, area, ...rest] = new URL(page.url()).pathname.split("/");
  return [area, rest.length, (await page.getByRole("alert").count()) > 0 ? "refused" : ""].join(" ");
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
      .exclude(REST_OF_LONG_LISTS);
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
