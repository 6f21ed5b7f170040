/** Wraps every loader and action of the build, so that a domain error becomes its HTTP answer in one place. */
import { type data, type ServerBuild } from "@remix-run/node";
import { asDomainError, errorResponse } from "./error-response.server";

type Handler = (args: { context: { requestId: string } }) => unknown;

export function guardRoutes(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route] as const;
    const { loader, action } = route.module;
    const module = { ...route.module };
    if (loader) module.loader = guard(loader as unknown as Handler) as unknown as typeof loader;
    if (action) module.action = guard(action as unknown as Handler) as unknown as typeof action;
    return [id, { ...route, module }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function guard(handler: Handler): Handler {
  return async (args) => {
    try {
      return await handler(args);
    } catch (thrown) {
      const error = asDomainError(thrown);
      if (!error) throw thrown;
      throw errorResponse(error, args.context.requestId) satisfies ReturnType<typeof data>;
    }
  };
}
