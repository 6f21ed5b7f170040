/**
 * A share as people read it. Rounded down, so that 79.96% never shows as the 80% it did not reach.
 * @param mark what it is measured by: a mark of 66.67% is shown in full, and the share then in as much detail
 */
export function percent(share: number, mark = 0): string {
  const detail = String(Number((mark * 100).toFixed(4))).split(".")[1]?.length ?? 0;
  const scale = 10 ** Math.max(1, detail);
  return `${Math.floor(share * 100 * scale + 1e-6) / scale}%`;
}

/** A pass mark, which is never rounded. */
export function markPercent(mark: number): string {
  return percent(mark, mark);
}

/** "3 of 4 points", "2.66 of 4 points" */
export function pointsOf(points: number, max: number): string {
  return `${Math.floor(points * 100 + 1e-6) / 100} of ${max} ${max === 1 ? "point" : "points"}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

export function duration(hours: number): string {
  if (hours > 0 && hours % 24 === 0) return count(hours / 24, "day");
  return count(hours, "hour");
}

/** "7.2" of "iso-9001:2015/7.2" */
export function clauseNumber(key: string): string {
  return key.slice(key.lastIndexOf("/") + 1);
}

const languages = new Intl.DisplayNames(["en"], { type: "language" });

/** "English" of "en" */
export function languageName(tag: string): string {
  return languages.of(tag) ?? tag;
}
