import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";

/** @returns whether the client is still there, as soon as it has taken what was written */
export function drained(response: ServerResponse): Promise<boolean> {
  if (response.destroyed) return Promise.resolve(false);
  if (!response.writableNeedDrain) return Promise.resolve(true);
  return new Promise((resolve) => {
    /* The compression middleware takes listeners of "drain" for its own stream, so this goes past it. */
    const on = (event: string, listener: () => void) =>
      EventEmitter.prototype.on.call(response, event, listener);
    const settle = () => {
      response.off("drain", settle);
      response.off("close", settle);
      resolve(!response.destroyed);
    };
    on("drain", settle);
    on("close", settle);
  });
}
