/** Codes that can be read out in a room: no letter or digit that looks or sounds like another. */
const ALPHABET = "ABCDEFGHJKLMNPQRTUVWXY346789";
const LENGTH = 6;

/** @param bytes at least twelve random ones */
export function invigilationCode(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from(
    { length: LENGTH },
    (_, index) => ALPHABET[view.getUint16(index * 2) % ALPHABET.length],
  ).join("");
}

/** As it was meant, however it was typed. */
export function tidyCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
}
