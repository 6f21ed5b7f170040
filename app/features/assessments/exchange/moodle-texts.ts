/** The texts of a Moodle question to Markdown, and the notes on what of them is lost. */
import { autoMarkdown } from "./gift-text";
import type { Intake } from "./intake";
import { markdownFromHtml, noteOf } from "./markdown-from-html";
import { child, type XmlElement } from "./xml-tree";

export class MoodleReading {
  readonly notes = new Set<string>();

  constructor(
    readonly question: XmlElement,
    private readonly intake: Intake,
  ) {}

  readonly lost = (what: string): void => {
    this.intake.unsupported(this.question.line, what);
    this.notes.add(noteOf(what));
  };

  /** Counted, with its own words for this question. */
  lostAs(what: string, note: string): void {
    this.intake.unsupported(this.question.line, what);
    this.notes.add(note);
  }

  block(holder: XmlElement | undefined): string {
    return this.markdown(holder, false);
  }

  inline(holder: XmlElement | undefined): string {
    return this.markdown(holder, true);
  }

  /** As letters: what somebody has to type. */
  plain(holder: XmlElement | undefined): string {
    return holder ? (child(holder, "text")?.text ?? holder.text).trim() : "";
  }

  /** Of the child with this name. */
  blockIn(name: string, holder = this.question): string {
    return this.block(child(holder, name));
  }

  inlineIn(name: string, holder = this.question): string {
    return this.inline(child(holder, name));
  }

  private markdown(holder: XmlElement | undefined, inline: boolean): string {
    if (!holder) return "";
    if (holder.children.some(({ name }) => name === "file")) this.lost("Embedded files");
    const text = this.plain(holder);
    switch (formatOf(holder, this.question)) {
      case "markdown":
        return text;
      case "html":
        return markdownFromHtml(text, this.lost, { inline });
      case "plain_text":
        return autoMarkdown(text, true, this.lost, { inline });
      default:
        return autoMarkdown(text, false, this.lost, { inline });
    }
  }
}

/** Answers of older files say nothing, and are as the question's text. */
function formatOf(holder: XmlElement, question: XmlElement): string {
  return holder.attributes.format ?? child(question, "questiontext")?.attributes.format ?? "html";
}
