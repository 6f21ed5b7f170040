/** The process answers. Nothing else is asked, so that a slow database does not restart it. */
export function loader() {
  return new Response("ok\n", { headers: { "Content-Type": "text/plain", "Cache-Control": "no-store" } });
}
