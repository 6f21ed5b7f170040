/** Any host will do: what matters is that the address stays on it. */
const HERE = "https://attest.invalid";

/**
 * Where to go after signing in: a path on this site, or the home page. A browser resolves backslashes, tabs and
 * newlines in its own way, so the address is taken from the same resolution and not from the text.
 */
export function safeNext(next: string | null | undefined): string {
  if (!next?.startsWith("/")) return "/";
  try {
    const url = new URL(next, HERE);
    /* "/.//evil.example" resolves to a path that a Location header would read as another host. */
    if (url.origin !== HERE || url.pathname.startsWith("//")) return "/";
    if (url.pathname === "/login" || url.pathname === "/logout") return "/";
    return url.pathname + url.search + url.hash;
  } catch {
    return "/";
  }
}
