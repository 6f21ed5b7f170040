import type { SecondPersonRule } from "~/features/publishing/publish-draft.server";
import { certificationsAskingFor } from "./certifications-asking-for.server";

/** A course that a certification asks for is not changed by one person alone. */
export const needsSecondPerson: SecondPersonRule = async (tx, courseSlug) =>
  (await certificationsAskingFor(courseSlug, tx)).length > 0;
