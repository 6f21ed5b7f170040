import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { may, type Access, type Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;

/** @throws a redirect to the sign-in page, or NotFound when the person lacks `access` */
export async function requireActor(args: RouteArgs, access?: Access): Promise<Actor> {
  const actor = await optionalActor(args);
  if (!actor) throw redirect(signInAddress(args.request));
  if (access && !may(actor, access)) throw new NotFound();
  return actor;
}

export function optionalActor(args: RouteArgs): Promise<Actor | null> {
  return args.context.actor();
}

function signInAddress(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  /* What a page said was done must not be said again after signing in. */
  searchParams.delete("done");
  const search = searchParams.size > 0 ? `?${searchParams}` : "";
  const query = new URLSearchParams({ next: pathname + search });
  /* The sign-in page then says what became of the form that was being sent. */
  if (request.method !== "GET" && request.method !== "HEAD") query.set("ended", "1");
  return `/login?${query}`;
}
