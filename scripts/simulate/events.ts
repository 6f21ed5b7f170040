/** What happens in the simulated company: the plain list that the product lives through and the reference counts from. */
import type { CertificationDefinition } from "~/features/certifications/certification-definition";
import type { ChangeKind } from "~/features/content/revisions/change-kinds";
import type { Day } from "~/features/people/calendar";
import type { ReminderRule } from "~/features/notifications/rules/reminder-rule";

export interface Required {
  readonly jobRole: string;
  readonly certification: string;
  readonly dueDays: number;
}

/** One of a person's certificates: their n-th for this certification, from 0. */
export interface AwardRef {
  readonly person: string;
  readonly certification: string;
  readonly number: number;
}

type OfEverybody =
  | { readonly kind: "certify"; readonly definition: CertificationDefinition }
  | { readonly kind: "require"; readonly required: readonly Required[] }
  | { readonly kind: "add-rule"; readonly rule: ReminderRule }
  | { readonly kind: "drop-rule"; readonly ruleId: string }
  | {
      readonly kind: "revise-course";
      readonly course: string;
      /** How often each lesson has been rewritten. */
      readonly lessons: Readonly<Record<string, number>>;
      readonly change: ChangeKind | null;
    };

type OfOne =
  | {
      readonly kind: "hire";
      readonly jobRole: string;
      readonly team: string;
      readonly timeZone: string;
      readonly leads: string | null;
    }
  | { readonly kind: "change-role"; readonly from: string; readonly to: string; readonly since: Day }
  | { readonly kind: "move"; readonly team: string; readonly since: Day }
  | { readonly kind: "hand-over"; readonly team: string; readonly to: string }
  | { readonly kind: "leave"; readonly lastDay: Day }
  | { readonly kind: "return"; readonly jobRole: string; readonly team: string }
  | { readonly kind: "read"; readonly course: string }
  | { readonly kind: "sit"; readonly test: string; readonly passed: boolean }
  | {
      readonly kind: "ask";
      readonly certification: string;
      readonly by: string;
      readonly dueAt: Date;
    }
  | { readonly kind: "take-back"; readonly certification: string }
  | {
      readonly kind: "suspended" | "reinstated" | "revoked" | "surrendered";
      readonly award: AwardRef;
      readonly effectiveAt: Date;
    }
  | { readonly kind: "corrected"; readonly award: AwardRef; readonly from: Date; readonly until: Date };

export type SimulatedEvent = { readonly at: Date } & (OfEverybody | ({ readonly person: string } & OfOne));
export type EventKind = SimulatedEvent["kind"];
export type EventOf<Kind extends EventKind> = Extract<SimulatedEvent, { kind: Kind }>;

export const DAY = 86_400_000;

export function dayOfDate(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

export function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
