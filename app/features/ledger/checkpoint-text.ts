/** The text of a checkpoint (c2sp.org/tlog-checkpoint) and of a proof that can be checked offline (c2sp.org/tlog-proof). */
import { NoteError } from "./note";

export interface CheckpointText {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

export function formatCheckpoint({ origin, size, root }: CheckpointText): string {
  return `${origin}\n${size}\n${root.toString("base64")}\n`;
}

/** Extension lines are allowed by the specification and ignored here. */
export function parseCheckpoint(text: string): CheckpointText {
  const [origin, size, encoded] = text.split("\n");
  const root = Buffer.from(encoded ?? "", "base64");
  if (
    !origin ||
    !/^(0|[1-9]\d{0,14})$/.test(size ?? "") ||
    root.length !== 32 ||
    root.toString("base64") !== encoded
  )
    throw new NoteError("This is not a checkpoint");
  return { origin, size: Number(size), root };
}

export function formatProof(index: number, proof: readonly Buffer[], checkpointNote: string): string {
  const lines = ["c2sp.org/tlog-proof@v1", `index ${index}`, ...proof.map((hash) => hash.toString("base64"))];
  return `${lines.join("\n")}\n\n${checkpointNote}`;
}
