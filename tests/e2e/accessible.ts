import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { scripted } from "./page-ready";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

/** The rows of a table are made alike, and axe takes seconds for some hundreds of them. */
const REST_OF_LONG_TABLES = "tbody > tr:nth-of-type(n + 9)";
/** Both widths and both colour schemes, and without JavaScript the narrow one alone. */
function looks() {
  return scripted()
    ? ([
        { size: WIDE, colorScheme: "light" },
        { size: NARROW, colorScheme: "dark" },
      ] as const)
    : ([{ size: NARROW, colorScheme: "light" }] as const);
}

/** What this worker has looked at: every kind of element, with the kinds that it stands in, in every look. */
const seen = new Set<string>();

/**
 * The page as it is now has nothing that axe finds fault with, one main heading, and fits its width. Where there is no
 * element on it of a kind, or in a place of a kind, that this worker has not looked at yet, axe is spared: what it says
 * of an element comes from that, and it takes seconds for a page.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  for (const { size, colorScheme } of looks()) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${page.url()} is wider than ${size.width} px`).toBeLessThanOrEqual(0);
    const known = seen.size;
    for (const place of await placesOn(page)) seen.add(`${colorScheme} ${place}`);
    if (seen.size === known) continue;
    const found = (await violations(page)).map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
    );
    expect.soft(found, `${page.url()} at ${size.width} px, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: null });
}

/** Every element from the body down as tags, classes, states and which names it has; values that say who or when are left out. */
function placesOn(page: Page): Promise<string[]> {
  return page.locator("body").evaluate((body) => {
    const STATES =
      /^(role|type|scope|disabled|readonly|required|hidden|open|aria-(?!label|describe|control|owns|active|error|value).*)$/;
    const kindOf = (element: Element) =>
      [
        element.tagName,
        element.getAttribute("class"),
        ...element
          .getAttributeNames()
          .filter((name) => name !== "class")
          .map((name) => (STATES.test(name) ? `${name}=${element.getAttribute(name)}` : name))
          .sort(),
        ...(element.textContent?.trim() ? ["text"] : []),
      ].join(" ");
    const places = new Set<string>();
    const walk = (element: Element, within: string) => {
      const place = `${within} > ${kindOf(element)}`;
      places.add(place);
      for (const child of element.children) walk(child, place);
    };
    walk(body, "");
    return [...places];
  });
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
