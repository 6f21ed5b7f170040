/** What XML 1.0 cannot hold at all, half of a surrogate pair included. */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

export function xmlText(text: string): string {
  return text
    .replace(IMPOSSIBLE, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\r/g, "&#13;");
}

/** An element around text, or around elements that are XML already. */
export function textElement(name: string, value: string | number | boolean): string {
  return `<${name}>${xmlText(String(value))}</${name}>`;
}

/** As Moodle has it for what people read; Attest's texts are Markdown. */
export function markdownElement(name: string, text: string, attributes = ""): string {
  return `<${name}${attributes} format="markdown"><text>${xmlText(text)}</text></${name}>`;
}
