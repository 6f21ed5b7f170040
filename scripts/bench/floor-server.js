/*
 * What this machine can do at most: a server that does nothing but answer. `floor-server.js http|express|react FILE`
 * prints its port. FILE holds the bytes to answer with; React makes a page of 300 elements each time instead.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import express from "express";
import { createElement as element } from "react";
import { renderToPipeableStream } from "react-dom/server";

const [kind, file] = process.argv.slice(2);
const ELEMENTS = 300;
const bytes = readFileSync(file);
const type = "text/html; charset=utf-8";

const servers = {
  http: () => createServer((_, response) => response.writeHead(200, { "Content-Type": type }).end(bytes)),
  express: () => createServer(express().get("*", (_, response) => response.type(type).send(bytes))),
  react: () =>
    createServer((_, response) => {
      const { pipe } = renderToPipeableStream(element(Page), {
        onShellReady() {
          response.writeHead(200, { "Content-Type": type });
          pipe(response);
        },
      });
    }),
};

/* html, body and main, and 99 rows of three elements each. */
function Page() {
  const rows = Array.from({ length: (ELEMENTS - 3) / 3 }, (_, index) => element(Row, { key: index, index }));
  return element("html", { lang: "en" }, element("body", null, element("main", { className: "page" }, rows)));
}

function Row({ index }) {
  return element(
    "div",
    { className: "row", id: `row-${index}` },
    element("a", { href: `/rows/${index}`, className: "link" }, `Row ${index}`),
    element("span", { className: "text" }, "What a row of a page says"),
  );
}

const server = servers[kind]().listen(0, "127.0.0.1", () => console.log(server.address().port));
