import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { scripted } from "./page-ready";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

/** Both widths and both colour schemes, and without JavaScript the narrow one alone: it is the same page. */
function looks() {
  return scripted()
    ? ([
        { size: WIDE, colorScheme: "light" },
        { size: NARROW, colorScheme: "dark" },
      ] as const)
    : ([{ size: NARROW, colorScheme: "light" }] as const);
}

/** The page as it is now has nothing that axe finds fault with, one main heading, and fits its width. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
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

/** axe waits on timers, which stand still without JavaScript: it is let in after the page has been made without. */
async function violations(page: Page) {
  const analyse = async () => {
    /* Colours on their way from one scheme to the other are nobody's. */
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
    /* Describing what is right as well takes as long as finding what is wrong. */
    return new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ["violations"] })
      .analyze();
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
