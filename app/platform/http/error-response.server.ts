/** The one mapper from errors to HTTP. */
import { data } from "@remix-run/node";
import {
  Conflict,
  DomainError,
  Forbidden,
  Invalid,
  NotFound,
  TooLarge,
  TooMany,
  Unavailable,
} from "../errors";

const STATUS: [new (...args: never[]) => DomainError, number][] = [
  [NotFound, 404],
  [Forbidden, 403],
  [Invalid, 422],
  [Conflict, 409],
  [TooMany, 429],
  [TooLarge, 413],
  [Unavailable, 503],
];

export function statusOf(error: DomainError): number {
  return STATUS.find(([type]) => error instanceof type)?.[1] ?? 500;
}

/** What the error boundary receives as `error.data`. */
export interface ErrorBody {
  reason: string;
  message: string;
  requestId: string;
  fields?: Record<string, string[]>;
}

export function errorResponse(error: DomainError, requestId: string) {
  const body: ErrorBody = { reason: error.reason, message: error.message, requestId };
  if (error instanceof Invalid) body.fields = error.fields;
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (error instanceof TooMany) headers.set("Retry-After", String(error.retryAfterSeconds));
  if (error instanceof Unavailable) headers.set("Retry-After", "5");
  return data(body, { status: statusOf(error), headers });
}

/** Prisma's codes for a database that cannot be reached or does not answer in time. */
const UNREACHABLE = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034"]);
const UNUSABLE =
  /SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOTADB)|ECONNREFUSED|ECONNRESET|ENOSPC|disk is full|not reachable|Can't reach database|Socket timeout|too many clients|No space left|\b57P0[1-3]\b|\b53[1-4]00\b|terminating connection|Connection terminated|not queryable|not currently accepting connections/i;

/** A database or disk that cannot serve now is a domain error; anything else is unexpected and stays so. */
export function asDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (!(error instanceof Error)) return null;
  const code = (error as { code?: string }).code ?? "";
  if (!UNREACHABLE.has(code) && !UNUSABLE.test(`${code} ${error.message} ${describe(error.cause)}`))
    return null;
  return new Unavailable(
    "unavailable",
    "The portal cannot reach its database right now. What you sent was not saved; please try again in a moment.",
  );
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const { originalCode = "", originalMessage = "" } =
    (cause as { cause?: Record<string, string> }).cause ?? {};
  return `${cause.message} ${originalCode} ${originalMessage}`;
}
