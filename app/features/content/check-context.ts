import type { Nodes } from "mdast";
import type { AssetRef } from "./lesson";

/** What a lesson is checked against. */
export interface CheckContext {
  readonly assets: ReadonlyMap<string, AssetRef>;
  /** Slugs of the course's lessons, to check links to them; not given where they are not known yet. */
  readonly lessons?: ReadonlySet<string>;
}

/** From the root to the direct parent. */
export type Parents = readonly Nodes[];
