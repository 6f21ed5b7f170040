import type { Actor } from "~/features/people/actor";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** For script tags under the Content-Security-Policy. */
    nonce: string;
    requestId: string;
    /** The client's address, from the proxy's header only where TRUST_PROXY is set. */
    address: string;
    /** The signed-in person, looked up once a request. */
    actor: () => Promise<Actor | null>;
    /** Takes a page's finished HTML by the id of its place, so that the document holds it once. Null when only data is asked for. */
    staticHtml: Map<string, string> | null;
    /** Resolves when the client has taken what was sent; false when it has gone. For answers too long for memory. */
    drained: () => Promise<boolean>;
  }
}
