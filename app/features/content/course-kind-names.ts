import type { CourseKind } from "./lesson";

export const courseKindNames: Record<CourseKind, string> = {
  product: "Product",
  policy: "Policy",
  process: "Process",
  technology: "Technology",
  standard: "Standard",
};
