/**
 * The header for saving a file under this name (RFC 6266): in ASCII for whatever is old, and encoded as RFC 8187 says for
 * everything else.
 */
export function attachmentNamed(name: string): string {
  const plain = name.normalize("NFKD").replace(/[^\w. ()-]/g, "_");
  const encoded = encodeURIComponent(name.replace(/\p{Cs}/gu, "\ufffd")).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
