/** The way of every form: parse, run the command, and on refusal answer with what was typed and what to do about it. */
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { Conflict, type DomainError, Forbidden, Invalid, TooMany } from "../errors";
import { statusOf } from "./error-response.server";
import { readForm } from "./read-form.server";

const LARGEST_FORM = 100_000;

/** The fields of a form without files. @throws TooLarge, Invalid */
export function readFields(request: Request): Promise<FormData> {
  return readForm(request, { bytes: LARGEST_FORM });
}

interface Options {
  /** Fields never sent back: passwords. */
  hideFields?: string[];
}

/** `run` returns the answer after success, a redirect as a rule. NotFound and the unexpected are thrown on. */
export async function submitForm<S extends z.ZodType, R>(
  form: FormData,
  schema: S,
  run: (value: z.output<S>) => Promise<R>,
  { hideFields = [] }: Options = {},
) {
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return data(submission.reply({ hideFields }), { status: 422 });
  try {
    return await run(submission.value);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const result = submission.reply({ ...errorsOf(error), hideFields });
    const headers: HeadersInit =
      error instanceof TooMany ? { "Retry-After": String(error.retryAfterSeconds) } : {};
    return data(result, { status: statusOf(error), headers });
  }
}

function isRefusal(error: unknown): error is DomainError {
  return [Invalid, Conflict, Forbidden, TooMany].some((type) => error instanceof type);
}

function errorsOf(error: DomainError) {
  const fieldErrors = error instanceof Invalid ? error.fields : {};
  return Object.keys(fieldErrors).length > 0 ? { fieldErrors } : { formErrors: [error.message] };
}
