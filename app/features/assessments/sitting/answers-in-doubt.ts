import type { Answer } from "../questions/question";
import { fieldName, fieldsOf, partName } from "./answer-form";
import type { Fields, InDoubt, Unsent } from "./unsent-answers";

/** What was sent without a reply: the server may have it, and then it is no other window's. */
export class AnswersInDoubt {
  private byPosition: Map<number, readonly string[]>;

  constructor(kept: InDoubt) {
    this.byPosition = new Map(kept);
  }

  get kept(): InDoubt {
    return this.byPosition;
  }

  /** @returns what takes them out again when the server says that it does not have them */
  add(batch: Unsent): () => void {
    const before = new Map(this.byPosition);
    for (const [position, fields] of batch) {
      const sent = fingerprint(fields.filter(([name, value]) => isAnswer(name, position) && value !== ""));
      const others = (before.get(position) ?? []).filter((each) => each !== sent);
      this.byPosition.set(position, [...others, sent]);
    }
    return () => (this.byPosition = before);
  }

  delete(position: number): void {
    this.byPosition.delete(position);
  }

  has(position: number, answer: Answer | null): boolean {
    return this.byPosition.get(position)?.includes(fingerprint(fieldsOf(position, answer))) ?? false;
  }
}

function isAnswer(name: string, position: number): boolean {
  return name === fieldName(position) || name.startsWith(partName(position, ""));
}

/**
 * The same for the same answer, in whatever order its fields stand; short, because answers may be long and many. By
 * FNV-1a: nobody gains by making two of their own answers look alike.
 */
function fingerprint(fields: Fields): string {
  const text = JSON.stringify(fields.map(([name, value]) => [name, value.trim()]).sort());
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `${text.length}:${hash >>> 0}`;
}
