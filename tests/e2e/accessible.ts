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

/** Every kind of element, with the kinds that it stands in, of which this worker has seen the colours. */
const coloursSeen = new Set<string>();

/**
 * The page as it is now has nothing that axe finds fault with, one main heading, and fits its width. Contrast, which
 * takes axe longer than all else, follows from tags, classes and states: it is looked at where an element is of a kind,
 * or in a place of a kind, that this worker has not looked at yet.
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
    const places = (await placesOn(page)).map((place) => `${colorScheme} ${place}`);
    const colours = places.some((place) => !coloursSeen.has(place));
    const found = (await violations(page, colours)).map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
    );
    expect.soft(found, `${page.url()} at ${size.width} px, ${colorScheme}`).toEqual([]);
    for (const place of places) coloursSeen.add(place);
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: null });
}

/** Every element that axe looks at, from the body down, as tags, classes and states. */
function placesOn(page: Page): Promise<string[]> {
  return page.locator("body").evaluate((body, left) => {
    const STATES =
      /^(class|style|role|type|disabled|readonly|open|aria-(disabled|expanded|invalid|selected|checked|pressed|current))$/;
    const kindOf = (element: Element) =>
      [
        element.tagName,
        ...element
          .getAttributeNames()
          .filter((name) => STATES.test(name))
          .map((name) => `${name}=${element.getAttribute(name)}`)
          .sort(),
        ...(element.matches(":checked") ? ["checked"] : []),
      ].join(" ");
    const places = new Set<string>();
    const walk = (element: Element, within: string) => {
      if (element.matches(left) || !element.checkVisibility()) return;
      const place = `${within} > ${kindOf(element)}`;
      places.add(place);
      for (const child of element.children) walk(child, place);
    };
    walk(body, "");
    return [...places];
  }, REST_OF_LONG_TABLES);
}

/** axe waits on timers, which stand still without JavaScript: it is let in after the page has been made without. */
async function violations(page: Page, colours: boolean) {
  const analyse = async () => {
    /* Colours on their way from one scheme to the other are nobody's. */
    const onTheirWay = () =>
      document.getAnimations().filter(({ timeline }) => timeline === document.timeline).length;
    await expect.poll(() => page.evaluate(onTheirWay)).toBe(0);
    /* Describing what is right as well takes as long as finding what is wrong. */
    const axe = new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ["violations"] })
      .exclude(REST_OF_LONG_TABLES);
    return (colours ? axe : axe.disableRules("color-contrast")).analyze();
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
