/** The certificate on paper: A4 landscape, tagged for screen readers, with its own fonts. */
import PDFDocument from "pdfkit";
import { create as createQrCode } from "qrcode";
import { now } from "~/platform/clock.server";
import { certificateAddress } from "./certificate-address.server";
import { certificateFonts } from "./certificate-fonts.server";
import type { AwardState } from "./certification-rules";
import { dateInWords, lastDayInWords } from "./date-words";
import { stoppedWords } from "./stopped-words";

interface PrintedCertificate {
  readonly issuer: string;
  readonly holderName: string;
  readonly title: string;
  readonly edition: string;
  readonly code: string;
  readonly state: AwardState;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly stoppedAt: Date | null;
  readonly recordId: string | null;
  readonly checkpointSize: number | null;
}

const PAGE = { width: 841.89, height: 595.28 };
const LEFT = 92;
const WIDTH = PAGE.width - 2 * LEFT;
const INK = "#1a1c20";
const MUTED = "#595e66";
const ACCENT = "#1b4f8a";
const LINE = "#c9c4b8";
const QR = 88;
const FOOT = 418;

type Document = PDFKit.PDFDocument;
interface Line {
  font: keyof typeof certificateFonts;
  size: number;
  colour?: string;
}

export function printCertificate(certificate: PrintedCertificate): Promise<Buffer> {
  const { title, holderName } = certificate;
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en",
    displayTitle: true,
    font: certificateFonts.regular,
    info: { Title: `${title}: ${holderName}`, Author: certificate.issuer, CreationDate: now() },
  });
  for (const [name, file] of Object.entries(certificateFonts)) doc.registerFont(name, file);
  const finished = collect(doc);

  drawFrame(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  drawStatement(doc, root, certificate);
  drawFacts(doc, root, certificate);
  drawQrCode(doc, root, certificate.code);
  root.end();
  doc.end();
  return finished;
}

function drawFrame(doc: Document): void {
  doc.markContent("Artifact", { type: "Layout" });
  doc
    .lineWidth(0.6)
    .strokeColor(LINE)
    .rect(30, 30, PAGE.width - 60, PAGE.height - 60)
    .stroke();
  doc
    .lineWidth(2)
    .strokeColor(ACCENT)
    .moveTo(LEFT, 84)
    .lineTo(LEFT + 42, 84)
    .stroke();
  doc
    .lineWidth(0.6)
    .strokeColor(LINE)
    .moveTo(LEFT, FOOT - 22)
    .lineTo(LEFT + WIDTH, FOOT - 22)
    .stroke();
  doc.endMarkedContent();
}

function drawStatement(
  doc: Document,
  root: PDFKit.PDFStructureElement,
  certificate: PrintedCertificate,
): void {
  const { issuer, holderName, title, edition } = certificate;
  const write = (tag: string, text: string, top: number, line: Line) =>
    root.add(doc.struct(tag, {}, () => put(doc, text, LEFT, top, line)));
  write("P", issuer, 98, { font: "strong", size: 12.5 });
  write("H1", "Certificate", 116, { font: "regular", size: 12, colour: MUTED });
  write("P", "This is to certify that", 168, { font: "italic", size: 15, colour: MUTED });
  write("P", holderName, 190, { font: "regular", size: fitting(doc, holderName, "regular", 44) });
  write("P", "has earned the certification", 260, { font: "italic", size: 15, colour: MUTED });
  write("H2", title, 283, { font: "regular", size: fitting(doc, title, "regular", 27), colour: ACCENT });
  write("P", `Edition ${edition}`, 324, { font: "regular", size: 12, colour: MUTED });
}

function drawFacts(doc: Document, root: PDFKit.PDFStructureElement, certificate: PrintedCertificate): void {
  const { validFrom, validUntil, code, recordId, checkpointSize, state, stoppedAt } = certificate;
  const until = validUntil ? lastDayInWords(validUntil) : "Does not expire";
  const facts: [string, string, number][] = [
    ["Valid from", dateInWords(validFrom), LEFT],
    [stoppedAt ? stoppedWords(state) : "Valid until", stoppedAt ? dateInWords(stoppedAt) : until, LEFT + 150],
    ["Code", code, LEFT + 300],
  ];
  for (const [label, value, left] of facts)
    root.add(
      doc.struct("P", {}, () => {
        put(doc, label, left, FOOT, { font: "regular", size: 9.5, colour: MUTED });
        put(doc, value, left, FOOT + 14, { font: "strong", size: 13 });
      }),
    );
  const seal = checkpointSize === null ? "" : `, sealed in the ledger at checkpoint ${checkpointSize}`;
  const small: Line = { font: "regular", size: 9, colour: MUTED };
  const check = `Check it at ${certificateAddress(code)}`;
  root.add(
    doc.struct("P", {}, () => put(doc, check, LEFT, FOOT + 52, { ...small, size: 10.5, colour: INK })),
  );
  if (recordId)
    root.add(
      doc.struct("P", {}, () =>
        put(doc, `Record ${recordId}${seal}. Dates are in UTC.`, LEFT, FOOT + 70, small),
      ),
    );
}

function drawQrCode(doc: Document, root: PDFKit.PDFStructureElement, code: string): void {
  const address = certificateAddress(code);
  const { size, data } = createQrCode(address, { errorCorrectionLevel: "M" }).modules;
  const module = QR / size;
  const [left, top] = [LEFT + WIDTH - QR, FOOT];
  root.add(
    doc.struct("Figure", { alt: `QR code of ${address}` }, () => {
      for (let row = 0; row < size; row++)
        for (let column = 0; column < size; column++)
          if (data[row * size + column]) doc.rect(left + column * module, top + row * module, module, module);
      doc.fillColor(INK).fill();
    }),
  );
}

function put(
  doc: Document,
  text: string,
  left: number,
  top: number,
  { font, size, colour = INK }: Line,
): void {
  doc.font(font).fontSize(size).fillColor(colour).text(text, left, top, { lineBreak: false });
}

/** The largest size up to `most` at which the text stays on its line. */
function fitting(doc: Document, text: string, font: Line["font"], most: number): number {
  const width = doc.font(font).fontSize(most).widthOfString(text);
  return width <= WIDTH ? most : Math.floor((most * WIDTH) / width);
}

function collect(doc: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
}
