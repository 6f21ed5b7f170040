/** The code printed on a certificate: Crockford's base 32, which has no letter that is read as another sign. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;

/** 80 bits from `bytes`, in four groups of four. */
export function codeFrom(bytes: Uint8Array): string {
  const signs = Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join("");
  return inGroups(signs);
}

/** What a person typed or scanned, as it is stored; null when it cannot be a code. */
export function normaliseCode(typed: string): string | null {
  const signs = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  if (signs.length !== LENGTH || [...signs].some((sign) => !ALPHABET.includes(sign))) return null;
  return inGroups(signs);
}

function inGroups(signs: string): string {
  return signs.match(/.{4}/g)!.join("-");
}
