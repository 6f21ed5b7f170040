import { Agent, request, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

export interface Answer {
  status: number;
  location: string;
  body: string;
}
export type Fields = readonly (readonly [name: string, value: string])[];

const GIVE_UP_MS = 30_000;

/** One person's browser without JavaScript: a connection that is kept, and a session cookie. */
export class HttpClient {
  constructor(
    private readonly address: string,
    private cookie = "",
    private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 }),
  ) {}

  /** The `Cookie` header; empty while signed out. */
  get session(): string {
    return this.cookie;
  }

  get(path: string): Promise<Answer> {
    return this.#send("GET", path, {});
  }

  post(path: string, fields: Fields): Promise<Answer> {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
    const headers = {
      Origin: this.address,
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": String(Buffer.byteLength(body)),
    };
    return this.#send("POST", path, headers, body);
  }

  close(): void {
    this.agent.destroy();
  }

  async #send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = {
        method,
        agent: this.agent,
        headers: { ...headers, Cookie: this.cookie },
        timeout: GIVE_UP_MS,
      };
      const sent = request(this.address + path, options, resolve);
      sent.on("error", reject);
      sent.on("timeout", () => sent.destroy(new Error("took too long")));
      sent.end(body);
    });
    const cookies = response.headers["set-cookie"] ?? [];
    const session = cookies.find((cookie) => cookie.startsWith("attest_session="));
    if (session) this.cookie = session.split(";")[0]!;
    return {
      status: response.statusCode!,
      location: response.headers.location ?? "",
      body: await text(response),
    };
  }
}
