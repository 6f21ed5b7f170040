/** What a revision is, as hashed: its id is the SHA-256 of this in canonical JSON. */
import { z } from "zod";
import { courseKinds } from "./lesson";
import { changeKinds } from "./revisions/change-kinds";

const lesson = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number(),
  snapshot: z.string(),
  checks: z.array(z.string()),
  /** Of what it says, however it is set. Absent in revisions from before it was kept. */
  content: z.string().optional(),
});

export const revisionManifest = z.object({
  format: z.literal(1),
  course: z.object({ id: z.string(), slug: z.string(), origin: z.enum(["git", "studio"]) }),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(courseKinds),
  language: z.string(),
  audience: z.object({ jobRoles: z.array(z.string()), regions: z.array(z.string()) }),
  accountabilities: z.array(z.string()),
  clauses: z.array(z.string()),
  lessons: z.array(lesson),
  assets: z.array(z.object({ name: z.string(), hash: z.string() })),
  blocks: z.number(),
  pipeline: z.number(),
  previous: z.string().nullable(),
  /** How it changes the previous one. Absent in a first revision, and in those from before it was kept. */
  change: z.enum(changeKinds).optional(),
});

export type RevisionManifest = z.infer<typeof revisionManifest>;
