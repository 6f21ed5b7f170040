/** What a reader's browser gets of a lesson: finished HTML, and knowledge checks without their answer keys. */
export interface Lesson {
  readonly segments: readonly Segment[];
  readonly outline: readonly OutlineEntry[];
}

export type Segment = HtmlSegment | KnowledgeCheck;

export interface HtmlSegment {
  readonly kind: "html";
  readonly html: string;
}

export interface KnowledgeCheck {
  readonly kind: "knowledge-check";
  readonly id: string;
  /** HTML */
  readonly question: string;
  readonly multiple: boolean;
  readonly choices: readonly { readonly id: string; readonly html: string }[];
}

export interface OutlineEntry {
  readonly id: string;
  readonly text: string;
  readonly depth: 2 | 3;
}

/** The server's half of a knowledge check. Sent, for the check it belongs to, only after that was answered. */
export interface CheckKey {
  /** Ids of the right choices. */
  readonly correct: readonly string[];
  /** Plain text by choice id, shown when that choice was made. */
  readonly why: Readonly<Record<string, string>>;
  /** HTML; empty when the author wrote none. */
  readonly explanation: string;
}

/** A file beside the lesson, as storage holds it. */
export interface AssetRef {
  readonly name: string;
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

export interface LessonMeta {
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
}

export const courseKinds = ["product", "policy", "process", "technology", "standard"] as const;
export type CourseKind = (typeof courseKinds)[number];

export interface Audience {
  readonly jobRoles: readonly string[];
  readonly regions: readonly string[];
}

/** Lower-case words joined by dashes: course and lesson slugs, knowledge check ids. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A file name without a folder, so that it cannot leave one. */
export const ASSET_NAME = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*\.[a-z0-9]+$/;

export function fileUrl(asset: Pick<AssetRef, "hash" | "name">): string {
  return `/files/${asset.hash}/${asset.name}`;
}
