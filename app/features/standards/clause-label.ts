/** "iso-18295-1:2017/4.2" in words: "ISO 18295-1:2017, 4.2 Communicating information to customers". */
export function clauseLabel(key: string, number: string, title: string): string {
  const standard = key.slice(0, key.indexOf("/"));
  return `${standard.toUpperCase().replace("-", " ")}, ${number} ${title}`;
}
