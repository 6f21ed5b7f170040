/** XML to a small tree with line numbers. There are no entities but XML's own five, so nothing can expand. */
import { XMLParser, XMLValidator } from "fast-xml-parser";

export interface XmlElement {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What stands in it outside of its children. */
  readonly text: string;
}

/** Where the file is not XML, or is more than is taken. */
export class XmlRefused extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly advice: string,
  ) {
    super(message);
  }
}

const DEEPEST = 30;
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  cdataPropName: "#cdata",
  captureMetaData: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEEPEST,
});
const META = XMLParser.getMetaDataSymbol() as unknown as keyof Node;

type Node = Readonly<Record<string, unknown>>;

/** @throws XmlRefused */
export function xmlTree(text: string): XmlElement {
  const source = text.replace(/\r\n?/g, "\n");
  refuseDoctype(source);
  const valid = XMLValidator.validate(source);
  if (valid !== true)
    throw new XmlRefused(
      `The file is not well-formed XML: ${valid.err.msg.slice(0, 200)}`,
      valid.err.line,
      "Export it again, or mend the file at this line.",
    );
  const lines = lineCounter(source);
  const roots = elementsOf(parsed(source), lines);
  const [root] = roots;
  if (!root)
    throw new XmlRefused("The file holds no XML element.", 1, "Choose a file that Moodle exported as XML.");
  return root;
}

/** Entities that a file declares itself can grow without end (the billion laughs), and Moodle declares none. */
function refuseDoctype(source: string): void {
  const prolog = source.slice(0, source.search(/<[A-Za-z_]/) + 1 || source.length);
  const at = prolog.search(/<!(?!--|\[CDATA\[)/);
  if (at < 0) return;
  throw new XmlRefused(
    "The file declares a document type or entities, which are not read.",
    source.slice(0, at).split("\n").length,
    "Take the <!DOCTYPE …> out. Moodle writes none.",
  );
}

function parsed(source: string): readonly Node[] {
  try {
    return parser.parse(source) as readonly Node[];
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    const isDeep = reason.includes("nested");
    throw new XmlRefused(
      isDeep
        ? `The elements of the file are nested more than ${DEEPEST} deep.`
        : "The file cannot be read as XML.",
      1,
      "Choose a file that Moodle exported as XML.",
    );
  }
}

function elementsOf(nodes: readonly Node[], lineAt: (index: number) => number): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@" && !key.startsWith("#"));
    if (name === undefined) return [];
    const inner = node[name] as readonly Node[];
    const attributes = Object.entries((node[":@"] ?? {}) as Record<string, unknown>);
    const line = lineAt((node[META] as { startIndex?: number } | undefined)?.startIndex ?? 0);
    return [
      {
        name,
        line,
        attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decoded(String(value))])),
        children: elementsOf(inner, lineAt),
        text: inner.map(textOf).join(""),
      },
    ];
  });
}

function textOf(node: Node): string {
  if ("#text" in node) return decoded(String(node["#text"]));
  const cdata = node["#cdata"] as readonly { readonly "#text"?: string }[] | undefined;
  return cdata ? cdata.map((each) => each["#text"] ?? "").join("") : "";
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (name) return NAMED[String(name).toLowerCase()]!;
      const code = decimal ? Number(decimal) : parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

/** By halving, because a file of 50 MB has a million lines. */
function lineCounter(source: string): (index: number) => number {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return (index) => {
    let [low, high] = [0, starts.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= index) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name);
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((each) => each.name === name);
}

/** The text of a child, or of the `<text>` in it. */
export function textIn(element: XmlElement, name: string): string {
  const found = child(element, name);
  return found ? (child(found, "text")?.text ?? found.text).trim() : "";
}
