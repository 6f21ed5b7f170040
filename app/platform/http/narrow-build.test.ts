import type { ServerBuild } from "@remix-run/node";
import { expect, it } from "vitest";
import { NarrowBuilds } from "./narrow-build.server";

const paths: Record<string, { path?: string; index?: boolean; parentId?: string }> = {
  root: { path: "" },
  layout: { parentId: "root" },
  home: { index: true, parentId: "layout" },
  courses: { path: "courses", parentId: "layout" },
  lesson: { path: "courses/:course/:lesson", parentId: "layout" },
  studio: { path: "studio", index: true, parentId: "layout" },
  draft: { path: "studio/:draft", parentId: "layout" },
  missing: { path: "*", parentId: "root" },
};
const everyPage = ["layout", "missing", "root"];

function routesFor(path: string): string[] {
  const routes = Object.fromEntries(Object.entries(paths).map(([id, route]) => [id, { id, ...route }]));
  const build = { routes, assets: { routes } } as unknown as ServerBuild;
  const builds = new NarrowBuilds(build, (narrow) => Object.keys(narrow.routes).sort());
  return builds.for(path).filter((id) => !everyPage.includes(id));
}

it.each([
  ["/", ["home"]],
  ["/_root.data", ["home"]],
  ["/courses", ["courses", "lesson"]],
  ["/courses/a/b.data", ["courses", "lesson"]],
  ["/studio", ["draft", "studio"]],
  ["/studio.data", ["draft", "studio"]],
  ["/studio/1", ["draft", "studio"]],
])("gives %s the routes of its segment, an index below a prefix among them", (path, routes) => {
  expect(routesFor(path)).toEqual(routes);
});

it("leaves nothing out for a segment that no route begins with", () => {
  expect(routesFor("/nowhere")).toHaveLength(Object.keys(paths).length - everyPage.length);
});
