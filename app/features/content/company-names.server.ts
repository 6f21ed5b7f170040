/** What content/company.yaml calls products, plans, software and whatever else has a name there. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { isPair, isScalar, parseDocument, visit } from "yaml";

/** @returns none where there is no such file: it is for authors, and no course needs it */
export async function companyNames(root: string): Promise<string[]> {
  const source = await readFile(path.join(root, "company.yaml"), "utf8").catch(() => "");
  const names: string[] = [];
  visit(parseDocument(source), (_key, node) => {
    if (!isPair(node) || !isScalar(node.key) || node.key.value !== "name") return;
    if (isScalar(node.value) && typeof node.value.value === "string") names.push(node.value.value);
  });
  return names;
}
