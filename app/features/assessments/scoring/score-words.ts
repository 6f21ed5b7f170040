/** A share as people read it. Rounded down, so that 79.96% never shows as the 80% it did not reach. */
export function percent(share: number): string {
  return `${Math.floor(share * 1000 + 1e-6) / 10}%`;
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
