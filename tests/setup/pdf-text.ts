/** Reads back the PDFs that pdfkit writes: enough to know what a reader, or a screen reader, is told. */
import { inflateSync } from "node:zlib";

interface PdfText {
  text: string;
  pages: number;
  tagged: boolean;
  language: string | null;
}

export function textOf(pdf: Buffer): PdfText {
  const source = pdf.toString("latin1");
  if (!source.startsWith("%PDF-1.7") || !source.trimEnd().endsWith("%%EOF"))
    throw new Error("Not a whole PDF");
  const objects = new Map<string, string>();
  for (const [, id, body] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id!, body!);

  const maps = fontMaps(objects);
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  const text = pages.map((page) => {
    const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)![1]!)!);
    return readContent(content, maps);
  });
  return {
    text: text.join("\n"),
    pages: pages.length,
    tagged: /\/MarkInfo [\s\S]*?\/Marked true|\/Marked true/.test(source),
    language: /\/Lang \(([^)]*)\)/.exec(source)?.[1] ?? null,
  };
}

type GlyphMap = Map<string, string>;

/** By the name a page calls a font: which glyph stands for which signs. */
function fontMaps(objects: Map<string, string>): Map<string, GlyphMap> {
  const maps = new Map<string, GlyphMap>();
  for (const body of objects.values())
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? "")?.[1];
      if (toUnicode) maps.set(name!, readMap(streamOf(objects.get(toUnicode)!)));
    }
  return maps;
}

function readMap(map: string): GlyphMap {
  const glyphs: GlyphMap = new Map();
  for (const [, first, , list] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi))
    [...list!.matchAll(/<([^>]*)>/g)].forEach(([, signs], index) => {
      const units = signs!.trim().match(/[0-9a-f]{4}/gi) ?? [];
      const glyph = (parseInt(first!, 16) + index).toString(16).padStart(4, "0");
      glyphs.set(glyph, String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
    });
  return glyphs;
}

function readContent(content: string, maps: Map<string, GlyphMap>): string {
  const lines: string[] = [];
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf[\s\S]*?\[([^\]]*)\] TJ/g)) {
    const glyphs = [...shown!.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex]) => hex!.match(/.{4}/g) ?? []);
    lines.push(glyphs.map((glyph) => maps.get(font!)?.get(glyph.toLowerCase()) ?? "").join(""));
  }
  return lines.join("\n");
}

function streamOf(body: string): string {
  const [, data] = /stream\n([\s\S]*)\nendstream/.exec(body)!;
  const bytes = Buffer.from(data!, "latin1");
  return (/\/FlateDecode/.test(body) ? inflateSync(bytes) : bytes).toString("latin1");
}
