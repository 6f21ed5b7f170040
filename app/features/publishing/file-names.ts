/** Files beside a lesson: their names, the line that shows each, and where one is used. */
import { ASSET_NAME } from "~/features/content/lesson";

/** "Order Form (final).PNG" → "order-form-final.png" */
export function fileNameOf(original: string): string {
  const name = original.split(/[\\/]/).at(-1) ?? "";
  const dot = name.lastIndexOf(".");
  const words = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join("-") ?? "";
  const base =
    words(dot < 0 ? name : name.slice(0, dot))
      .slice(0, 80)
      .replace(/-$/, "") || "file";
  return dot < 0 ? base : `${base}.${words(name.slice(dot + 1))}`;
}

export function isFileName(name: string): boolean {
  return ASSET_NAME.test(name) && name.length <= 100;
}

/** What to write in a lesson to show the file. */
export function snippetFor({ name, mediaType }: { name: string; mediaType: string }): string {
  if (mediaType.startsWith("image/"))
    return `<Figure src="./${name}" alt="What the picture shows, in words" caption="A caption" />`;
  if (mediaType.startsWith("video/"))
    return `<Video src="./${name}" captions="./${name.replace(/\.\w+$/, ".vtt")}" title="What it shows" seconds="40">\n\nThe transcript.\n\n</Video>`;
  if (mediaType === "text/vtt") return `captions="./${name}"`;
  return `<Download src="./${name}" title="What it is">One line: what it is for.</Download>`;
}

/** Whether a lesson's source refers to `./name`, and not only to a longer name that begins with it. */
export function usesFile(source: string, name: string): boolean {
  const escaped = name.replace(/[^a-z0-9_-]/gi, "\\$&");
  return new RegExp(`\\./${escaped}(?![a-z0-9_-]|\\.[a-z0-9])`).test(source);
}

export function fileSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
