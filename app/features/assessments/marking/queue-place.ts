/** Where in a queue a page begins: `1764167934123.<id>`. */
export interface QueuePlace {
  readonly at: Date;
  readonly id: string;
}

export function placeText({ at, id }: QueuePlace): string {
  return `${at.getTime()}.${id}`;
}

/** What cannot be read is the beginning. */
export function readPlace(text: string | null): QueuePlace | null {
  const [, time, id] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(text ?? "") ?? [];
  return id === undefined ? null : { at: new Date(Number(time)), id };
}
