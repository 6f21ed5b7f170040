/** The way of every form: parse, run the command, and on refusal answer with what was typed and what to do about it. */
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { Conflict, type DomainError, Forbidden, Invalid, TooMany } from "../errors";
import { statusOf } from "./error-response.server";
import { readForm, type FormBounds } from "./read-form.server";

const FORM_BOUNDS: FormBounds = { bytes: 100_000 };

/**
 * What our fields are called. Brackets and the like would be taken for places in lists and objects when the form is
 * parsed, and `x[4294967294]` for a list of four thousand million.
 */
const FIELD = /^[A-Za-z][\w-]*(?:\.[\w-]+){0,2}$/;
const INHERITED = /(?:^|\.)(?:constructor|prototype|__proto__)(?:\.|$)/;

/** The fields of a form; without files where nothing else is said. @throws TooLarge, Invalid */
export async function readFields(request: Request, bounds: FormBounds = FORM_BOUNDS): Promise<FormData> {
  const form = await readForm(request, bounds);
  for (const name of form.keys())
    if (!FIELD.test(name) || INHERITED.test(name))
      throw new Invalid("unknown-field", "The form has a field that is not known here. Nothing was changed.");
  return form;
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
