/** Where others file a question, and what they call it, as Attest's topic and tags. */
import type { Lost } from "./markdown-from-html";
import { slugOf } from "./question-ids";

/** The last part of `$course$/top/Privacy/Data subjects`; a doubled slash is part of a name. */
export function topicOf(category: string | undefined): string | undefined {
  const parts = (category ?? "").replaceAll("//", "\0").split("/");
  const last = parts.at(-1)!.replaceAll("\0", "/").trim();
  if (last === "top" || last.startsWith("$")) return undefined;
  return slugOf(last) || undefined;
}

const MOST_TAGS = 20;

export function tagsOf(names: readonly string[], lost: Lost): string[] | undefined {
  const tags = new Set(names.map((name) => slugOf(name, 60)));
  if (tags.delete("")) lost("Tags without a Latin letter or a digit");
  if (tags.size > MOST_TAGS) lost("Tags after the twentieth");
  return tags.size === 0 ? undefined : [...tags].slice(0, MOST_TAGS);
}
