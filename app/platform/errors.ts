/**
 * The closed set of domain errors. `message` is for people; `reason` is for code and never changes with wording.
 * http/error-response.server.ts maps them to HTTP.
 */
export abstract class DomainError extends Error {
  constructor(
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

/** It does not exist, or is out of the actor's scope: both look the same from outside. */
export class NotFound extends DomainError {
  constructor(what = "page") {
    super("not-found", `This ${what} does not exist, or it is not open to you.`);
  }
}

/** The actor is known and the thing is known to them, but this is not theirs to do. */
export class Forbidden extends DomainError {}

/** What was sent cannot be used. `fields` names each wrong field with what to do about it. */
export class Invalid extends DomainError {
  constructor(
    reason: string,
    message: string,
    readonly fields: Record<string, string[]> = {},
  ) {
    super(reason, message);
  }
}

/** The state has moved on: someone else, another tab or the clock was first. */
export class Conflict extends DomainError {}

/** Too many tries. */
export class TooMany extends DomainError {
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super("too-many", message);
  }
}

/** The request body is larger than is taken. */
export class TooLarge extends DomainError {}

/** The database or storage cannot serve right now; nothing was written. */
export class Unavailable extends DomainError {}
