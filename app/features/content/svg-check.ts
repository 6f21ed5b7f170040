/**
 * An SVG is a document that could run scripts and fetch files. It is taken as it is or refused, never repaired: what is
 * let through is a list of drawing elements in a strict subset of XML that leaves two parsers nothing to disagree about.
 */
import { Invalid } from "~/platform/errors";

const ELEMENTS = new Set(
  [
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textPath",
    "title",
  ].concat([
    "desc",
    "defs",
    "use",
    "symbol",
    "marker",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "pattern",
    "style",
  ]),
);
const NAMESPACED = new Set(["xmlns:xlink", "xlink:href", "xml:space", "xml:lang"]);
const TOKEN =
  /<!--[\s\S]*?-->|<\/([A-Za-z][\w:.-]*)\s*>|<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** What stands in these is drawn again for every element that refers to them. */
const REPEATED = new Set(["symbol", "pattern", "mask", "clipPath", "marker"]);
const MOST_ELEMENTS = 10_000;
const MOST_DEPTH = 60;

export interface SvgSize {
  readonly width: number;
  readonly height: number;
}

/** @throws Invalid naming the first thing that is not taken */
export function svgSize(name: string, text: string): SvgSize {
  const refuse = (what: string, advice = "Export it as plain SVG.") => {
    const message = `${name} ${what}. ${advice}`;
    return new Invalid("asset-svg", message, { file: [message] });
  };
  const source = text.replace(/^\uFEFF?\s*(?:<\?xml[^?>]*\?>)?\s*/, "");
  if (/<!(?!--)|<\?|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/.test(source))
    throw refuse("has a DOCTYPE, an entity, a CDATA section or a processing instruction");

  const open: string[] = [];
  const ids: (string | undefined)[] = [];
  const copied = new Set<string>();
  const holdsCopy = new Set<string>();
  let root: Map<string, string> | null = null;
  let elements = 0;
  let position = 0;
  while (position < source.length) {
    TOKEN.lastIndex = position;
    const token = TOKEN.exec(source);
    if (!token) throw refuse(`is not well-formed near "${source.slice(position, position + 40)}"`);
    position = TOKEN.lastIndex;
    const [all, closes, opens, attributes = "", selfClosing] = token;
    if (closes !== undefined) {
      if (open.pop() !== closes) throw refuse(`closes <${closes}> where it is not open`);
      ids.pop();
    } else if (opens !== undefined) {
      if (!ELEMENTS.has(opens)) throw refuse(`has a <${opens.slice(0, 40)}>, which is not taken`);
      if (++elements > MOST_ELEMENTS || open.length > MOST_DEPTH)
        throw refuse("is too complex", "Simplify the drawing.");
      if (open.length === 0 && (root || opens !== "svg")) throw refuse("does not consist of one <svg>");
      const found = attributesOf(attributes);
      /* Each copy of a copy multiplies the work of drawing it. */
      if (opens === "use") {
        copied.add((found.get("href") ?? found.get("xlink:href") ?? "").slice(1));
        for (const id of ids) if (id) holdsCopy.add(id);
        if (open.some((parent) => REPEATED.has(parent)))
          throw refuse("copies a copy with <use>", "Draw it once.");
      }
      if (open.some((parent) => REPEATED.has(parent)) && /url\(/i.test(decode(attributes)))
        throw refuse("has a pattern, mask, clip path or marker that uses another one", "Draw it once.");
      const wrong = wrongAttribute(found);
      if (wrong) throw refuse(wrong);
      root ??= found;
      if (!selfClosing) {
        open.push(opens);
        ids.push(found.get("id"));
      }
    } else if (!all.startsWith("<!--")) {
      if (open.length === 0 && all.trim() !== "") throw refuse("has text outside of <svg>");
      if (open.at(-1) === "style" && isUnsafeStyle(all))
        throw refuse("has a style that loads something or hides what it does");
    }
  }
  if (!root || open.length > 0) throw refuse("is not a complete <svg>");
  if ([...copied].some((id) => holdsCopy.has(id))) throw refuse("copies a copy with <use>", "Draw it once.");
  return sizeOf(root) ?? fail(refuse("has no usable viewBox", 'Give the <svg> viewBox="0 0 width height".'));
}

function wrongAttribute(attributes: ReadonlyMap<string, string>): string | null {
  for (const [name, raw] of attributes) {
    const value = decode(raw);
    if (/^on/i.test(name)) return `has an event handler (${name})`;
    if (name.includes(":") && !NAMESPACED.has(name)) return `has the attribute ${name}`;
    if (name === "href" || name === "xlink:href") {
      if (!/^#[\w.-]+$/.test(value)) return "refers to something outside of itself";
    } else if (name !== "xmlns" && name !== "xmlns:xlink" && isUnsafeStyle(value))
      return `has an unsafe value in ${name}`;
  }
  return null;
}

/** Addresses in values: only `url(#id)`. A backslash could spell any of these words otherwise. */
function isUnsafeStyle(text: string): boolean {
  const plain = decode(text)
    .replace(/[\u0000-\u0020]/g, "")
    .toLowerCase();
  const seen = withoutComments(plain);
  if (
    seen === null ||
    /\\|@import|@font-face|@namespace|javascript:|vbscript:|data:|expression\(|image-set\(|image\(|src\(|https?:|\/\//.test(
      seen,
    )
  )
    return true;
  return /url\((?!["']?#[\w.-]+["']?\))/.test(plain);
}

/** By hand, because an expression would look for the end of every comment that has none. Null where one has none. */
function withoutComments(text: string): string | null {
  let rest = "";
  for (let from = 0; ;) {
    const begins = text.indexOf("/*", from);
    if (begins < 0) return rest + text.slice(from);
    rest += text.slice(from, begins);
    const ends = text.indexOf("*/", begins + 2);
    if (ends < 0) return null;
    from = ends + 2;
  }
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name!, double ?? single ?? ""]),
  );
}

function decode(text: string): string {
  const point = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : "");
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => point(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => point(parseInt(code, 10)))
    .replace(
      /&(lt|gt|quot|apos);/g,
      (_, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'" })[name] ?? "",
    )
    .replaceAll("&amp;", "&");
}

function sizeOf(root: ReadonlyMap<string, string>): SvgSize | null {
  const numbers = (root.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = 0, height = 0] = numbers;
  const usable =
    numbers.length === 4 &&
    numbers.every(Number.isFinite) &&
    width >= 1 &&
    height >= 1 &&
    width <= 20_000 &&
    height <= 20_000;
  return usable ? { width: Math.round(width), height: Math.round(height) } : null;
}

function fail(error: Error): never {
  throw error;
}
