/** A real mail server on this machine that keeps what it is sent, and at which simulated moment. */
import type { AddressInfo } from "node:net";
import { text as textOf } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

interface Received {
  readonly to: string;
  readonly text: string;
  readonly messageId: string;
  readonly moment: Date;
}

export class MailSink {
  readonly received: Received[] = [];
  /** The simulated time. */
  moment = new Date(0);
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      void textOf(stream).then((source) => {
        this.received.push({ ...read(source), moment: this.moment });
        done();
      });
    },
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Of a plain text mail in ASCII, which is all that the simulated company gets; a parser of mail costs more than sending it. */
function read(source: string): Omit<Received, "moment"> {
  const end = source.indexOf("\r\n\r\n");
  const header = (name: string) =>
    new RegExp(`^${name}: (.*)$`, "im").exec(source.slice(0, end))?.[1]?.trim() ?? "";
  const text = source
    .slice(end + 4)
    .replaceAll("=\r\n", "")
    .replaceAll("\r\n", "\n");
  return { to: header("To"), messageId: header("Message-ID"), text };
}
