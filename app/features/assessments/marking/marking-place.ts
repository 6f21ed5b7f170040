/** Where in the queue a page or a marker is: `1764167934123.<attempt id>`. */
export interface MarkingPlace {
  readonly submittedAt: Date;
  readonly id: string;
}

export function placeText({ submittedAt, id }: MarkingPlace): string {
  return `${submittedAt.getTime()}.${id}`;
}

/** What cannot be read is the beginning. */
export function readPlace(text: string | null): MarkingPlace | null {
  const [, time, id] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(text ?? "") ?? [];
  const submittedAt = new Date(Number(time));
  return id === undefined || Number.isNaN(submittedAt.getTime()) ? null : { submittedAt, id };
}
