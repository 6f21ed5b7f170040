/** Which addresses a lesson may point to. Asked of what the author wrote and again of what is left after decoding. */
const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);
const NAMED: Readonly<Record<string, string>> = {
  colon: ":",
  tab: "\t",
  newline: "\n",
  sol: "/",
  bsol: "\\",
  amp: "&",
  nbsp: " ",
};

function decodedUrl(url: string): string {
  let text = url;
  for (let round = 0; round < 4; round++) {
    const before = text;
    text = text
      .replace(/&#x([0-9a-f]{1,6});?/gi, (_, code: string) => character(parseInt(code, 16)))
      .replace(/&#(\d{1,7});?/g, (_, code: string) => character(parseInt(code, 10)))
      .replace(/&([a-z]{2,8});?/gi, (all, name: string) => NAMED[name.toLowerCase()] ?? all)
      .replace(/%[0-9a-f]{2}/gi, (code) => character(parseInt(code.slice(1), 16)))
      /* Browsers drop these from a scheme, so they would hide one. */
      .replace(/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g, "");
    if (text === before) break;
  }
  return text;
}

/** What is wrong with an address as a link, or null. */
export function linkProblem(url: string): string | null {
  if (url.length > 1_000) return "The address is too long.";
  const plain = decodedUrl(url);
  if (plain === "") return "The link has no address.";
  if (/[\u0000-\u001f\u007f]/.test(url)) return "The address has control characters in it.";
  if (plain.includes("\\")) return "The address has a backslash in it.";
  if (plain.startsWith("//")) return "The address leaves out its scheme.";
  const scheme = /^[^/?#]*?:/.exec(plain)?.[0].toLowerCase();
  if (scheme !== undefined && !SCHEMES.has(scheme)) return `Links to ${scheme.slice(0, 20)} are not taken.`;
  if (scheme !== undefined)
    return url.trim().toLowerCase().startsWith(scheme) ? null : "The address hides its scheme.";
  if (/^(?:#|\/|\.\/)/.test(url))
    return plain.includes("..") ? "The address climbs out of its folder." : null;
  return "The address does not say where it leads.";
}

export const linkAdvice =
  "Use https://…, mailto:…, tel:…, ./lesson for a lesson of this course, /courses/slug for another, or #heading.";

export function isExternal(url: string): boolean {
  return /^https?:/i.test(url);
}

/** `./name.ext`, the only way to point to a file; null otherwise. */
export function assetName(url: string): string | null {
  return /^\.\/([a-z0-9]+(?:[-_.][a-z0-9]+)*\.[a-z0-9]+)$/.exec(url)?.[1] ?? null;
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
