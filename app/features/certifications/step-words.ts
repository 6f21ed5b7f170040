import type { StepKind } from "./certification-definition";

export const stepWords: Readonly<Record<StepKind, string>> = {
  course: "Course",
  assessment: "Test",
  "sign-off": "Sign-off",
  statement: "Statement",
  certificate: "Certificate",
};
