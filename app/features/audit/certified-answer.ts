/** The answer to "who was certified", a page of it. */
import type { CertificationStatus } from "~/features/certifications/certification-rules";
import type { CertifiedView } from "./certified-question";

export interface CertifiedPerson {
  readonly personId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly jobRoles: readonly string[];
  readonly teamName: string | null;
  readonly regionName: string | null;
  readonly status: CertificationStatus;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  /** By when it had to be held, where it was not. */
  readonly dueBy: Date | null;
  /** Accountabilities that it is required for. */
  readonly duties: readonly string[];
  /** The record of the award; null where none was held. */
  readonly recordId: string | null;
}

/** Up to the number that is counted; null for more. */
export type Counted = number | null;

export interface CertifiedAnswer {
  readonly certifications: readonly { readonly id: string; readonly title: string }[];
  /** Null when there is none, or the one asked for does not exist. */
  readonly certification: { readonly id: string; readonly title: string } | null;
  readonly counts: Readonly<Record<CertifiedView, Counted>>;
  readonly people: readonly CertifiedPerson[];
  /** Query strings; null where there is no such page. */
  readonly next: string | null;
  readonly previous: string | null;
}
