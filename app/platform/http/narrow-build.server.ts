/**
 * Remix compiles and tries every route of its build for each request, several times over: with the portal's fifty that
 * was a quarter of what a lesson page cost. A request can only match routes that begin with its own first segment, so
 * each segment gets a build of just those.
 */
import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

export class NarrowBuilds<Handler> {
  private readonly handlers = new Map<string, Handler>();
  private readonly whole: Handler;

  constructor(build: ServerBuild, handlerOf: (build: ServerBuild) => Handler) {
    this.whole = handlerOf(build);
    for (const segment of new Set(Object.values(build.routes).map(firstSegment)))
      if (segment !== null) this.handlers.set(segment, handlerOf(narrowed(build, segment)));
  }

  /** For the path of a request, also of one for a page's data. */
  for(path: string): Handler {
    const segment = path.split("/", 2)[1]!.replace(/\.data$/, "");
    return this.handlers.get(segment === "_root" ? "" : segment) ?? this.whole;
  }
}

/** Null for what belongs to every page: the root, layouts and the page for what is not found. */
function firstSegment(route: Routes[string] | undefined): string | null {
  if (!route || route.path === "*") return null;
  /* An index below a prefix has that prefix as its path. */
  if (!route.path) return route.index ? "" : null;
  return route.path.split("/", 1)[0]!;
}

/** The browser learns of the other routes as it meets links to them, from the whole build. */
function narrowed(build: ServerBuild, segment: string): ServerBuild {
  const ids = Object.keys(build.routes).filter((id) =>
    [null, segment].includes(firstSegment(build.routes[id])),
  );
  const pick = <Value>(of: Record<string, Value>) => Object.fromEntries(ids.map((id) => [id, of[id]!]));
  return {
    ...build,
    routes: pick(build.routes),
    assets: { ...build.assets, routes: pick(build.assets.routes) },
  };
}
